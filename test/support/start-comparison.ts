import { setTimeout } from 'node:timers/promises';
import { target } from '../../server/src/catalog/target.js';
import { asciiLower, cString } from '../../server/src/catalog/values/c-string.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import type { Refusal } from '../../server/src/model/refusal.js';
import { bytesOfText } from '../../server/src/node/bytes.js';
import type { Document } from '../../server/src/syntax/document.js';
import { quotedBy } from '../../server/src/syntax/line.js';
import { byteString } from '../../server/src/text/bytes.js';
import { memoryFiles, uriOf } from './memory-files.js';
import { saysTheSame } from './server-texts.js';
import { type Crashed, type Refused, type StartRequest, startServer } from './servers/real-server.js';
import type { Server } from './servers/server.js';
import { settingsDisagreement } from './settings-comparison.js';

/** Files to start a server with, and where it listens. */
export interface StartCase {
  /** By path relative to the working directory; the root is `redis.conf`. Bytes that are no UTF-8 as in `text/bytes.ts`. */
  readonly files: Readonly<Record<string, string>>;
  /** `appended`: options after the file say to listen on a Unix socket only. `own`: the file says where, `s.sock` included. */
  readonly sockets: 'appended' | 'own';
}

/** The working directory that we read the files in; the server has a real one. */
export const FOLDER = '/srv/redis';

/**
 * Starts a server with files, again and again with the lines blanked that it refuses, until it starts; each complaint
 * must be the next refusal of the project, with its line and text, and what it runs with in the end must be the settings.
 * @returns where they differ, for people; undefined where they agree
 */
export async function startDisagreement(server: Server, start: StartCase): Promise<string | undefined> {
  const project = await projectOf(server, start);
  const files = { ...start.files };
  let rest = project.refusals;
  let waits = MOST_WAITS;
  for (;;) {
    const running = await startServer(server, requestOf({ ...start, files }));
    if ('connect' in running) {
      try {
        if (rest.length > 0) return `starts, but we say ${describe(rest[0])}`;
        return await settingsDisagreement(running, await projectOf(server, { ...start, files }));
      } finally {
        await running.stop();
      }
    }
    const met = refusalsMet(rest);
    const problem = complaintDisagreement(running, met, project);
    if (problem !== undefined) {
      if (!isPortTaken(running) || waits-- === 0) return problem;
      await setTimeout(500);
      continue;
    }
    for (const refusal of met) blank(files, refusal, project);
    rest = rest.slice(met.length);
  }
}

/** How often at most we wait for a port that another server has. */
const MOST_WAITS = 60;

/** Without a port of its own every cluster wants 10000 for its bus, and the server of another test may have it just now. */
function isPortTaken({ log }: Refused | Crashed): boolean {
  return log.some(({ message }) => message.includes('Address already in use'));
}

/** What we make of the files. */
export function projectOf(server: Pick<Server, 'target'>, { files, sockets }: StartCase): Promise<Project> {
  const contents = new Map(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, { text }]));
  const path = `${FOLDER}/redis.conf`;
  const text = files['redis.conf'] ?? '';
  const root = { uri: uriOf(path), path, text: sockets === 'own' ? text : withOptions(text) } as const;
  contents.set(path, { text: root.text });
  return loadProject(
    { ...root, kind: 'config', workingDirectory: FOLDER },
    target(server.target),
    memoryFiles(contents),
  );
}

/** Options become lines behind an empty one (`main`, server.c). */
function withOptions(text: string): string {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return `${text}${lastLine.includes('\0') ? '\n' : ''}\nport 0\nunixsocket ${FOLDER}/s.sock\ndaemonize no\n`;
}

function requestOf({ files, sockets }: StartCase): StartRequest {
  return {
    config: 'redis.conf',
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOfText(text)])),
    ...(sockets === 'own' ? { options: [] } : {}),
  };
}

/**
 * The refusals that the server speaks of at once: settings that no module claims, and all lines of an ACL file. Of one
 * line it names the first, and the others are mended with it.
 */
function refusalsMet(rest: readonly Refusal[]): readonly Refusal[] {
  const [first] = rest;
  const group = first && groupOf(first);
  if (first === undefined || group === undefined) return rest.slice(0, 1);
  const end = rest.findIndex((refusal) => groupOf(refusal) !== group);
  return rest.slice(0, end === -1 ? rest.length : end);
}

function groupOf({ step, serverSays, at, statement }: Refusal): unknown {
  if (step === 'starting' && serverSays.includes('Module Config')) return 'unclaimed';
  return at.uri.endsWith('.acl') ? at.uri : statement;
}

function complaintDisagreement(
  theirs: Refused | Crashed,
  met: readonly Refusal[],
  project: Project,
): string | undefined {
  const [ours] = met;
  const messages = theirs.log.map(({ message }) => message);
  // With `use-exit-on-panic` a crash is an exit after a report.
  const hasCrashed = theirs.verdict === 'crashed' || messages.some((message) => message.includes('BUG REPORT END'));
  const said = hasCrashed ? 'crashes' : (theirs.text ?? messages.slice(-4).join(' | '));
  const line = theirs.verdict === 'refused' ? theirs.line : undefined;
  const differ = `it says ${line ?? ''} ${said}; we say ${describe(ours)}`;
  if (ours === undefined) return differ;
  if (hasCrashed) return met.some(({ serverSays }) => serverSays === '') ? undefined : differ;
  if (messages.length === 0 || ours.serverSays === '') {
    const isSilent = messages.length === 0 || project.settings.text('loglevel') === 'nothing';
    return isSilent && ours.serverSays === '' ? undefined : differ;
  }
  const isSame =
    theirs.text === undefined
      ? met.every(
          (refusal) => isLogged(refusal, messages) || (refusal !== ours && refusal.statement === ours.statement),
        )
      : ours.serverLine === line && saysTheSame(theirs.text, ours.serverSays) && isQuoted(theirs, ours, project);
  return isSame ? unclaimedDisagreement(theirs, met, project) : differ;
}

/** In the log only the lines of ACL files have numbers. */
function isLogged({ serverSays, serverLine, at }: Refusal, messages: readonly string[]): boolean {
  const file = at.uri.split('/').at(-1);
  const places = [`${file}:${serverLine}`, `on line ${serverLine}.`];
  return messages.some(
    (message) =>
      saysTheSame(message, serverSays) && (serverLine === undefined || places.some((place) => message.includes(place))),
  );
}

function isQuoted({ quoted }: Refused, ours: Refusal, project: Project): boolean {
  // 6.x quote whatever lies before the first line where they have none to name.
  return quoted === undefined || ours.serverLine === 0 || byteString(quoted) === quotedText(ours, project);
}

function unclaimedDisagreement({ unresolved }: Refused, met: readonly Refusal[], project: Project): string | undefined {
  const theirs = unresolved
    .map((setting) => byteString(asciiLower(setting)).slice(0, MOST_LOGGED))
    .sort()
    .join(', ');
  const ours = unclaimed(met, project)
    .map((setting) => setting.slice(0, MOST_LOGGED))
    .join(', ');
  return unresolved.length === 0 || theirs === ours ? undefined : `it lists ${theirs}; we say ${ours}`;
}

/** A line of the log is cut at 1,024 bytes. */
const MOST_LOGGED = 900;

function quotedText({ at }: Refusal, project: Project): string {
  const document = project.documents.get(at.uri);
  const line = document?.lines[at.line];
  if (line === undefined) return '';
  const previous = document?.lines[at.line - 1];
  const isFirst = document?.lines.slice(0, at.line).every(({ kind }) => kind === 'swallowed') === true;
  const before =
    (isFirst ? endOfFileBefore(at.uri, project) : '') + (previous?.kind === 'swallowed' ? previous.kept : '');
  return byteString(quotedBy({ ...line, text: before + (line.text.split('\0')[0] ?? '') }));
}

/** Of the two files that one pattern matches, what the first leaves for the second to go on with. */
function endOfFileBefore(uri: string, { documents }: Project): string {
  if (uri !== SECOND) return '';
  const [previous, last] = documents.get(FIRST)?.lines.slice(-2) ?? [];
  const end = (last ?? previous)?.text.split('\0')[0] ?? '';
  return last !== undefined && previous?.kind === 'swallowed' ? previous.kept + end : end;
}

const FIRST = uriOf(`${FOLDER}/conf.d/a.conf`);
const SECOND = uriOf(`${FOLDER}/conf.d/b.conf`);

/** As Redis 8 lists them: names in lower case, the last value of each. */
function unclaimed(met: readonly Refusal[], project: Project): readonly string[] {
  const isHidden = project.settings.isOn('hide-user-data-from-log') && project.target.name === 'redis-8.6';
  const lines = new Map<string, string>();
  for (const { statement } of met) {
    if (statement === undefined) continue;
    const name = asciiLower(cString(statement.name.value));
    const setting = `${name} ${cString(statement.args.map(({ value }) => value).join(' '))}`;
    lines.set(name, isHidden ? '*redacted* *redacted*' : byteString(asciiLower(setting)));
  }
  return [...lines.values()].sort();
}

/**
 * Mends a line: nothing is left of it, nor of what is joined to it. A line that a NUL byte joins to the next keeps that
 * byte, so that both still count as one.
 */
function blank(files: Record<string, string>, { at }: Refusal, project: Project): void {
  const document = project.documents.get(at.uri);
  change(files, at.uri, (lines) => emptied(lines, at.line, document));
  const isFirst = document?.lines.slice(0, at.line).every(({ kind }) => kind === 'swallowed');
  if (isFirst === true && at.uri === SECOND) {
    change(files, FIRST, (lines) => emptied(lines, lines.length - 1, project.documents.get(FIRST)));
  }
}

function emptied(lines: string[], at: number, document: Document | undefined): void {
  lines[at] = '';
  for (let line = at - 1; document?.lines[line]?.kind === 'swallowed'; line--) lines[line] = '\0';
}

function change(files: Record<string, string>, uri: string, edit: (lines: string[]) => void): void {
  const name = uri.slice(uriOf(`${FOLDER}/`).length);
  const lines = (files[name] ?? '').split('\n');
  edit(lines);
  files[name] = lines.join('\n');
}

function describe(refusal: Refusal | undefined): string {
  if (refusal === undefined) return 'nothing more';
  const { code, serverLine = '', serverSays, at } = refusal;
  return `${serverLine} ${serverSays} (${code} in ${at.uri.split('/').at(-1)}, line ${at.line + 1})`;
}

import { target } from '../../server/src/catalog/target.js';
import { asciiLower } from '../../server/src/catalog/values/c-string.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import type { Refusal } from '../../server/src/model/refusal.js';
import { bytesOfText } from '../../server/src/node/bytes.js';
import { quotedBy } from '../../server/src/syntax/line.js';
import { byteString } from '../../server/src/text/bytes.js';
import { memoryFiles, uriOf } from './memory-files.js';
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
    if (problem !== undefined) return problem;
    for (const refusal of met) blank(files, refusal, project);
    rest = rest.slice(met.length);
  }
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
  return `${text}${lastLine.includes('\0') ? '\n' : ''}\nport 0\nunixsocket ${FOLDER}/s.sock\n`;
}

function requestOf({ files, sockets }: StartCase): StartRequest {
  return {
    config: 'redis.conf',
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOfText(text)])),
    ...(sockets === 'own' ? { options: [] } : {}),
  };
}

/** The refusals that the server speaks of at once: settings that no module claims come together. */
function refusalsMet(rest: readonly Refusal[]): readonly Refusal[] {
  const isUnclaimed = ({ step, serverSays }: Refusal): boolean =>
    step === 'starting' && serverSays.includes('Module Config');
  const count = rest.findIndex((refusal) => !isUnclaimed(refusal));
  return rest.slice(0, Math.max(1, count === -1 ? rest.length : count));
}

function complaintDisagreement(
  theirs: Refused | Crashed,
  met: readonly Refusal[],
  project: Project,
): string | undefined {
  const [ours] = met;
  const said =
    theirs.verdict === 'crashed'
      ? theirs.signal
      : (theirs.text ?? theirs.log.map(({ message }) => message).join(' | '));
  const differ = `it says ${theirs.verdict === 'refused' ? (theirs.line ?? '') : ''} ${said}; we say ${describe(ours)}`;
  if (ours === undefined) return differ;
  if (theirs.verdict === 'crashed') return ours.serverSays === '' ? undefined : differ;
  if (theirs.text !== undefined) {
    const quoted = theirs.quoted === undefined || ours.serverLine === 0 ? undefined : byteString(theirs.quoted);
    const isSame = (ours.serverLine ?? undefined) === theirs.line && sameText(theirs.text, ours.serverSays);
    return isSame && (quoted === undefined || quoted === quotedText(ours, project)) ? undefined : differ;
  }
  if (ours.serverLine !== undefined) return differ;
  if (!met.every(({ serverSays }) => theirs.log.some(({ message }) => sameText(message, serverSays)))) return differ;
  const expected = unresolved(met, project);
  const listed = theirs.unresolved.map(asciiLower);
  return listed.length === 0 || listed.join('\n') === expected.join('\n')
    ? undefined
    : `it lists ${listed.join(', ')}; we say ${expected.join(', ')}`;
}

/** Our text keeps secrets to itself. */
function sameText(theirs: string, ours: string): boolean {
  const parts = ours.split('***');
  let at = 0;
  for (const part of parts) {
    at = theirs.indexOf(part, at);
    if (at === -1 || part === '') return part === '' && ours !== '';
    at += part.length;
  }
  return true;
}

function quotedText({ at }: Refusal, project: Project): string {
  const document = project.documents.get(at.uri);
  const line = document?.lines[at.line];
  if (line === undefined) return '';
  const previous = document?.lines[at.line - 1];
  const before = previous?.kind === 'swallowed' ? previous.kept : '';
  return byteString(quotedBy({ ...line, text: before + (line.text.split('\0')[0] ?? '') }));
}

/** As Redis 8 lists them: names in lower case, the last value of each. */
function unresolved(met: readonly Refusal[], project: Project): readonly string[] {
  if (project.settings.isOn('hide-user-data-from-log') && project.target.name === 'redis-8.6')
    return ['*redacted* *redacted*'];
  const lines = new Map<string, string>();
  for (const { statement } of met) {
    if (statement === undefined) continue;
    const name = asciiLower(statement.name.value);
    lines.set(name, byteString(asciiLower([name, ...statement.args.map(({ value }) => value)].join(' '))));
  }
  return [...lines.values()].sort();
}

/** Mends a line: nothing is left of it, nor of what a NUL byte joins to it. */
function blank(files: Record<string, string>, { at }: Refusal, project: Project): void {
  const name = at.uri.slice(uriOf(`${FOLDER}/`).length);
  const document = project.documents.get(at.uri);
  const lines = (files[name] ?? '').split('\n');
  for (let line = at.line; line === at.line || document?.lines[line]?.kind === 'swallowed'; line--) lines[line] = '';
  files[name] = lines.join('\n');
}

function describe(refusal: Refusal | undefined): string {
  if (refusal === undefined) return 'nothing more';
  const { code, serverLine = '', serverSays, at } = refusal;
  return `${serverLine} ${serverSays} (${code} in ${at.uri.split('/').at(-1)}, line ${at.line + 1})`;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TARGETS, type TargetName, target } from '../../server/src/catalog/target.js';
import { aclGround } from '../../server/src/model/acl-ground.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import { aclFileMessage, isCrash, withoutSecrets } from '../support/acl-messages.js';
import { describedBy, describedUser } from '../support/acl-server.js';
import { memoryFiles } from '../support/memory-files.js';
import type { Reply } from '../support/servers/connection.js';
import { describeWithFacts } from '../support/servers/requirements.js';

/** One input of `semantics.json`, with what came of it on each server. */
interface Fact {
  readonly input: {
    readonly conf?: unknown;
    readonly files?: Readonly<Record<string, unknown>>;
    readonly then?: readonly string[];
  };
  readonly results: readonly Outcome[];
}

interface Outcome {
  readonly servers: 'all' | readonly string[];
  readonly verdict: 'ok' | 'fatal' | 'exit' | 'crash';
  readonly line?: number;
  readonly text?: string;
  readonly log?: readonly string[];
  readonly replies?: readonly Reply[];
}

await describeWithFacts('ACL rules as they were measured on all servers', (folder) => {
  test('every measured ACL file, user line and rule comes to the same verdict, in the same words', async () => {
    const facts: Readonly<Record<string, Fact>> = JSON.parse(await readFile(join(folder, 'semantics.json'), 'utf8'));
    const disagreements: unknown[] = [];
    for (const [id, { input, results }] of Object.entries(facts).filter(isAboutUsers)) {
      for (const outcome of results) {
        for (const name of TARGETS.filter((known) => outcome.servers === 'all' || outcome.servers.includes(known))) {
          const project = await projectOf(input, name);
          const [theirs, ours] = [verdictIn(outcome), ourVerdict(project)];
          if (theirs.startsWith('Unresolved Configuration')) continue;
          if (theirs !== ours) disagreements.push({ id, name, theirs, ours });
          disagreements.push(...differingUsers(id, input, outcome, project));
        }
      }
    }
    expect(disagreements.slice(0, 20)).toEqual([]);
  });
});

/** Where a path stands for the folder of the measurement, there is nothing to repeat it with. */
function isAboutUsers([id, { input }]: [string, Fact]): boolean {
  return /^(?:acl|user|conf-user)\./.test(id) && typeof input.conf === 'string' && !input.conf.includes('@D@');
}

function projectOf({ conf, files = {} }: Fact['input'], name: TargetName): Promise<Project> {
  const texts = Object.entries(files).map(([path, content]) => [`/w/${path}`, { text: textOf(content) }] as const);
  const text = `${String(conf)}\nport 0\nunixsocket s.sock\n`;
  const root = { uri: 'file:///w/c.conf', path: '/w/c.conf', text, kind: 'config', workingDirectory: '/w' } as const;
  return loadProject(root, target(name), memoryFiles(new Map([['/w/c.conf', { text }], ...texts])));
}

/** Bytes that are no text are kept as an object, one character each. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const { bytes_latin1: bytes } = content as { readonly bytes_latin1: string };
  return bytes.replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)));
}

function verdictIn({ verdict, line, text, log = [] }: Outcome): string {
  if (verdict === 'fatal') return withoutSecrets(`line ${line}: ${text}`);
  if (verdict !== 'exit') return verdict;
  const errors = log.map((entry) => entry.replace(/^# (?:Aborting \w+ startup because of ACL errors: )?/, ''));
  return withoutSecrets(errors.find((entry) => !/^(?:Critical error|Deprecation warning)/.test(entry)) ?? '');
}

function ourVerdict({ refusals }: Project): string {
  const [first] = refusals;
  if (first === undefined) return 'ok';
  if (isCrash(refusals)) return 'crash';
  if (first.at.uri.endsWith('.acl')) return aclFileMessage(refusals, first.at.uri.replace(/^.*\//, ''));
  return first.serverLine === undefined ? first.serverSays : `line ${first.serverLine}: ${first.serverSays}`;
}

/** Users that the server was asked for, where it holds another than we do. */
function differingUsers(
  id: string,
  { then = [] }: Fact['input'],
  { replies = [] }: Outcome,
  project: Project,
): unknown[] {
  const ground = aclGround(project.catalog, project.settings.get('acl-pubsub-default')?.value);
  return then.flatMap((question, i) => {
    const reply = replies[i];
    const name = /^ACL GETUSER (.+)$/.exec(question)?.[1];
    const user = name === undefined ? undefined : project.users.get(name);
    if (user === undefined || !Array.isArray(reply)) return [];
    const [theirs, ours] = [describedBy(reply, ground), describedUser(user, ground)];
    return theirs === ours ? [] : [{ id, name: project.target.name, theirs, ours }];
  });
}

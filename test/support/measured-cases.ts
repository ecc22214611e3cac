import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TARGETS, type TargetName } from '../../server/src/catalog/target.js';
import { textOfBytes } from '../../server/src/node/bytes.js';

/** One input that was given to all servers, and what became of it on one of them. */
export interface MeasuredCase {
  readonly id: string;
  readonly target: TargetName;
  /** By path relative to the working directory; the root is `redis.conf`. */
  readonly files: Readonly<Record<string, string>>;
  readonly verdict: 'ok' | 'fatal' | 'exit' | 'crash';
  /** Where it is `fatal`: the line, if the server gave one, and the text. */
  readonly line: number | undefined;
  readonly text: string | undefined;
  /** What it logged, without levels. */
  readonly log: readonly string[];
  /** What `CONFIG GET` answered, by name. */
  readonly settings: ReadonlyMap<string, string>;
}

/** The cases of `semantics.json` that are about files alone: no options, no standard input, no `ACL SETUSER`. */
export async function measuredCases(folder: string): Promise<readonly MeasuredCase[]> {
  const table: Readonly<Record<string, Entry>> = JSON.parse(await readFile(join(folder, 'semantics.json'), 'utf8'));
  return Object.entries(table)
    .filter(([id, { input }]) => isAboutFiles(id, input))
    .flatMap(([id, { input, results }]) => TARGETS.flatMap((target) => caseOf(id, target, input, results)));
}

/** Where the measured servers worked; the length of the real folder's path counts. */
export const MEASURED_FOLDER = '/srv/redis/measured-folder';

type Content = string | { readonly bytes_latin1: string };

interface Entry {
  readonly input: Input;
  readonly results: readonly Result[];
}

interface Input {
  readonly conf?: Content;
  readonly files?: Readonly<Record<string, Content>>;
  readonly appended_args?: string;
  readonly args?: readonly string[];
  readonly stdin?: string;
  readonly then?: readonly string[];
  readonly note?: string;
}

interface Result {
  readonly servers: 'all' | readonly string[];
  readonly verdict: MeasuredCase['verdict'];
  readonly line?: number;
  readonly text?: string;
  readonly log?: readonly string[];
  readonly replies?: readonly unknown[];
}

/** Inputs of thousands of bytes are cut in the table. */
function isAboutFiles(id: string, { conf, args, stdin }: Input): boolean {
  const isCut = typeof conf === 'string' && /… \(\d+ bytes\)$/.test(conf);
  return conf !== undefined && args === undefined && stdin === undefined && !isCut && !id.startsWith('setuser');
}

function caseOf(id: string, target: TargetName, input: Input, results: readonly Result[]): readonly MeasuredCase[] {
  const result = results.find(({ servers }) => servers === 'all' || servers.includes(target));
  if (result === undefined) return [];
  const { verdict, line, text, log = [] } = result;
  return [
    {
      id,
      target,
      files: filesOf(input),
      verdict,
      line,
      text,
      log: log.map((message) => message.replace(/^[#*.-] /, '')),
      settings: settingsOf(input, result),
    },
  ];
}

function filesOf({ conf = '', files = {}, appended_args: options, note }: Input): Record<string, string> {
  const root = textOf(conf);
  const ended = root === '' || root.endsWith('\n') ? root : `${root}\n`;
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [name, textOf(content)])),
    // The certificate and key that the note of some cases speaks of.
    ...(note === undefined ? {} : { 'c.crt': '', 'c.key': '' }),
    'redis.conf': options === undefined ? root : `${ended}\nport 0\nunixsocket s.sock\n`,
  };
}

function textOf(content: Content): string {
  const text = typeof content === 'string' ? content : textOfBytes(Buffer.from(content.bytes_latin1, 'latin1'));
  return text.replaceAll('@D@', MEASURED_FOLDER);
}

function settingsOf({ then = [] }: Input, { replies = [] }: Result): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const [index, question] of then.entries()) {
    const reply = replies[index];
    if (!question.startsWith('CONFIG GET ') || !Array.isArray(reply)) continue;
    for (let i = 0; i + 1 < reply.length; i += 2) settings.set(String(reply[i]), shown(String(reply[i + 1])));
  }
  return settings;
}

/** Each run had a folder of its own; bytes that are no text were written down as `\xff`. */
function shown(value: string): string {
  const text = value.replace(/\/oracles\/run\/\w+/, MEASURED_FOLDER);
  const bytes = text.replace(/\\x([89a-f][0-9a-f])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return bytes === text ? text : textOfBytes(Buffer.from(bytes, 'latin1'));
}

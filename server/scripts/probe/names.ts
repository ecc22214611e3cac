import { readFile } from 'node:fs/promises';
import { type RunningServer, verdictOf } from '../../../test/support/servers/real-server.js';
import { BAD_DIRECTIVE, complaint, forEach, type Program, readLine } from './asking.js';

/** The words in a server's program that could name something in its files. */
export interface ProgramWords {
  readonly whole: readonly string[];
  /** Also their ends, as words share them: `user` may only exist as the end of `masteruser`. */
  readonly endings: readonly string[];
}

/** Reads the program of a running server; needs Linux, which knows where that is. */
export async function wordsInProgram(running: RunningServer): Promise<ProgramWords> {
  const program = await readFile(await programPath(running), 'latin1');
  const whole = new Set<string>();
  const endings = new Set<string>();
  for (const { 0: word, index } of program.matchAll(WORDS)) {
    if (word.length < 3 || word.length > 64) continue;
    if (program[index - 1] === '\0') whole.add(word);
    for (let start = 0; start <= word.length - 3; start++) endings.add(word.slice(start));
  }
  return { whole: [...whole].sort(), endings: [...endings].sort() };
}

/**
 * Which names a server takes in a file, for one that stops at an unknown name.
 *
 * @param names asked with one argument, and those that other servers know with two as well
 * @param known the names that other servers know
 */
export async function namesRead(
  program: Program,
  names: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const isUnknown = async (line: string) => complaint(await readLine(program, line)) === BAD_DIRECTIVE;
  const unknown = await forEach(
    names,
    async (name) => (await isUnknown(`${name} x`)) && (!known.has(name) || (await isUnknown(`${name} x y`))),
  );
  return names.filter((_, index) => !unknown[index]);
}

/**
 * Which names a server takes in a file, for one that puts unknown names aside and lists them all after reading
 * (Redis 8).
 */
export async function namesNotQueued(program: Program, names: readonly string[]): Promise<readonly string[]> {
  const known = new Set(names.filter((name) => ENDING.includes(name)));
  for (const rest of ['x', 'x y']) {
    const asked = names.filter((name) => !known.has(name));
    for (const name of await notQueued(program, asked, rest)) known.add(name);
  }
  return names.filter((name) => known.has(name));
}

/** How a directive is spelled; a program holds some two thousand such words. */
const WORDS = /[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?=\0)/g;

/** Taken without complaint, these end a start in another way before unknown names are complained about. */
const ENDING: readonly string[] = ['include', 'loadmodule'];

async function notQueued(program: Program, names: readonly string[], rest: string): Promise<readonly string[]> {
  const refused = new Set<string>();
  for (;;) {
    const asked = names.filter((name) => !refused.has(name));
    const conf = asked.map((name) => `${name} ${rest}\n`).join('');
    const result = await verdictOf(program, { files: { conf }, config: 'conf' });
    const at = result.verdict === 'refused' && result.line !== undefined ? asked[result.line - 1] : undefined;
    if (at === undefined) {
      const unresolved = result.verdict === 'refused' ? result.unresolved : [];
      const queued = new Set(unresolved.map((setting) => setting.split(' ')[0]));
      return names.filter((name) => !queued.has(name));
    }
    refused.add(at);
  }
}

async function programPath({ pid }: RunningServer): Promise<string> {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8');
  const [path] = (maps.match(/\/\S*\/(?:redis|valkey)[^/\s]*$/gm) ?? []).filter((each) => !each.includes('.so'));
  if (path === undefined) throw new Error('the program of a running server was not found');
  return path;
}

import { readFile } from 'node:fs/promises';
import { verdictOf } from '../../../test/support/servers/real-server.js';
import { BAD_DIRECTIVE, forEach, readLine } from './asking.mjs';

/** How a directive is spelled; a server's program holds some two thousand such words. */
const WORDS = /[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?=\0)/g;

/** Taken without complaint they end a start in another way, before unknown names are complained about. */
const ENDING = ['include', 'loadmodule'];

/**
 * All words in a server's program that could name something in its files.
 *
 * @param {import('../../../test/support/servers/real-server.js').RunningServer} running
 * @returns {Promise<{ whole: string[], endings: string[] }>} `endings` are there too because words share their ends:
 *   `user` may only exist as the end of `masteruser`
 */
export async function wordsInProgram(running) {
  const program = await readFile(await programPath(running), 'latin1');
  const whole = new Set();
  const endings = new Set();
  for (const { 0: word, index } of program.matchAll(WORDS)) {
    if (word.length < 3 || word.length > 64) continue;
    if (program[index - 1] === '\0') whole.add(word);
    for (let start = 0; start <= word.length - 3; start++) endings.add(word.slice(start));
  }
  return { whole: [...whole].sort(), endings: [...endings].sort() };
}

/**
 * Which names a server takes in a file, asked one by one, with one argument and with two.
 *
 * @param {{ path: string }} server one that stops at an unknown name
 * @param {readonly string[]} candidates
 * @returns {Promise<string[]>}
 */
export async function namesRead(server, candidates) {
  const isUnknown = async (line) => (await readLine(server, line)).text === BAD_DIRECTIVE;
  const unknown = await forEach(
    candidates,
    async (name) => (await isUnknown(`${name} x`)) && (await isUnknown(`${name} x y`)),
  );
  return candidates.filter((_, index) => !unknown[index]);
}

/**
 * Which names a server takes in a file, for one that puts unknown names aside and lists them all after reading
 * (Redis 8).
 *
 * @param {{ path: string }} server
 * @param {readonly string[]} candidates
 * @returns {Promise<string[]>}
 */
export async function namesNotQueued(server, candidates) {
  const known = new Set();
  for (const name of candidates.filter((each) => ENDING.includes(each))) known.add(name);
  for (const rest of ['x', 'x y']) {
    for (const name of await notQueued(
      server,
      candidates.filter((each) => !known.has(each)),
      rest,
    ))
      known.add(name);
  }
  return candidates.filter((name) => known.has(name));
}

async function notQueued(server, candidates, rest) {
  const refused = new Set();
  for (;;) {
    const asked = candidates.filter((name) => !refused.has(name));
    const conf = asked.map((name) => `${name} ${rest}\n`).join('');
    const result = await verdictOf(server, { files: { conf }, config: 'conf' });
    if (result.line === undefined) {
      const queued = new Set((result.unresolved ?? []).map((setting) => setting.split(' ')[0]));
      return candidates.filter((name) => !queued.has(name));
    }
    refused.add(asked[result.line - 1]);
  }
}

async function programPath({ pid }) {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8');
  const programs = new Set(maps.match(/\/\S*\/(?:redis|valkey)[^/\s]*$/gm));
  const [path] = [...programs].filter((each) => !each.includes('.so'));
  return path;
}

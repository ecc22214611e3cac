import { verdictOf } from '../../../test/support/servers/real-server.js';

/** What a server says to an unknown name, and to some known ones when their arguments are too few or too many. */
export const BAD_DIRECTIVE = 'Bad directive or wrong number of arguments';

/** Without arguments an unknown name is fatal at its line in every release, so nothing behind it is looked at. */
const STOP = 'no-such-directive';

/**
 * @typedef {{ accepted: true } | { text: string } | { exit: string } | { crash: string, text: string }} Answer
 *   `text` is the complaint about the line itself, also when it comes after reading; `exit` ends it for another reason
 */

/**
 * What a server says to one line of a configuration file, as long as it only reads: it never gets to run.
 *
 * @param {{ path: string }} server
 * @param {string} line
 * @param {'server' | 'sentinel'} [role]
 * @returns {Promise<Answer>}
 */
export async function readLine(server, line, role = 'server') {
  const result = await verdictOf(server, { files: { conf: `${line}\n${STOP}\n` }, config: 'conf', role, options: [] });
  if (result.verdict === 'refused' && result.line === 2 && result.quoted === STOP) return { accepted: true };
  return answerOf(result);
}

/**
 * What a server says to a configuration file when it goes on to start.
 *
 * @param {{ path: string }} server
 * @param {string} content
 * @param {'server' | 'sentinel'} [role]
 * @returns {Promise<Answer>}
 */
export async function startOn(server, content, role = 'server') {
  return answerOf(await verdictOf(server, { files: { conf: content }, config: 'conf', role }));
}

/**
 * Does something for each item, two at a time, and returns the results in order.
 *
 * @template T, R
 * @param {Iterable<T>} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
export async function forEach(items, work) {
  const list = [...items];
  const results = new Array(list.length);
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      results[index] = await work(list[index]);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

function answerOf(result) {
  if (result.verdict === 'started') return { accepted: true };
  const last = result.log.findLast(({ level, message }) => level === '#' || message.startsWith('Fatal error'));
  if (result.verdict === 'crashed') {
    const issue = result.log.find(({ message }) => message.startsWith('Issue during loading of configuration'));
    return { crash: result.signal, text: issue?.message ?? '' };
  }
  if (result.unresolved.length > 0) return { text: BAD_DIRECTIVE };
  if (result.text !== undefined) return { text: result.text };
  return { exit: last?.message ?? result.log.at(-1)?.message ?? '' };
}

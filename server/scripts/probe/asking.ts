import { type StartResult, verdictOf } from '../../../test/support/servers/real-server.js';

/** A server program to ask. */
export interface Program {
  readonly path: string;
}

/** Which of many questions are asked: all of them for the catalogue, a few where it is only checked. */
export type Share = (questions: readonly string[]) => readonly string[];

/** What a server says to a line. */
export type Answer =
  | { readonly accepted: true }
  /** A complaint about the line itself, also when it comes after reading. */
  | { readonly text: string }
  /** The end of the start for another reason. */
  | { readonly exit: string }
  | { readonly crash: string };

/** What a server says to an unknown name, and to some known ones when their arguments are too few or too many. */
export const BAD_DIRECTIVE = 'Bad directive or wrong number of arguments';

/**
 * What a server says to one line of a configuration file, as long as it only reads: it never gets to run.
 */
export async function readLine(program: Program, line: string): Promise<Answer> {
  const result = await verdictOf(program, { files: { conf: `${line}\n${STOP}\n` }, config: 'conf', options: [] });
  if (result.verdict === 'refused' && result.line === 2 && result.quoted === STOP) return { accepted: true };
  return answerOf(result);
}

/** What a server says to a configuration file when it goes on to start. */
export async function startOn(program: Program, content: string): Promise<Answer> {
  return answerOf(await verdictOf(program, { files: { conf: content }, config: 'conf' }));
}

/** The complaint about a line; undefined where there is none. */
export function complaint(answer: Answer): string | undefined {
  return 'text' in answer ? answer.text : undefined;
}

/** Does something for each item, two at a time, and returns the results in order. */
export async function forEach<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = [...items].entries();
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Without arguments an unknown name is fatal at its line in every release, so nothing behind it is looked at. */
const STOP = 'no-such-directive';

function answerOf(result: StartResult): Answer {
  switch (result.verdict) {
    case 'started':
      return { accepted: true };
    case 'crashed':
      return { crash: messageStarting(result, 'Issue during loading of configuration') };
    case 'refused':
      if (result.unresolved.length > 0) return { text: BAD_DIRECTIVE };
      return result.text === undefined ? { exit: messageStarting(result, '') } : { text: result.text };
  }
}

function messageStarting({ log }: StartResult, start: string): string {
  return log.findLast(({ message }) => message.startsWith(start))?.message ?? '';
}

import type { Line } from '../syntax/line.js';
import type { Execution } from './execution.js';
import type { Statement } from './statement.js';

/** An `include` line as it is carried out. */
export interface Including {
  readonly statement: Statement;
  readonly line: Line;
  /** As the server counts. */
  readonly number: number;
}

/** Files that are being read as one text. */
export interface OpenFiles {
  readonly paths: readonly string[];
  /** With the paths, what decides on all that the server goes on to do from their first line. */
  readonly state: string;
  /** The line that includes them; undefined for the root. */
  readonly by: Including | undefined;
}

type StateOf = Pick<Execution, 'directory' | 'latest' | 'names' | 'userLines'>;

/** Files before their first line is read. */
export function openFiles(paths: readonly string[], by: Including | undefined, execution: StateOf): OpenFiles {
  return { paths, state: JSON.stringify(stateOf(execution)), by };
}

/** All by which one line can turn out otherwise when it is read again: refused, or including other files. */
function stateOf({ directory, latest, names, userLines }: StateOf): unknown {
  const users = new Set(userLines.map(({ args }) => args[0]?.value));
  return [directory, users.size, names.renamed(), [...latest]];
}

/** Turns that a circle makes at most before we give up: one in which `dir` goes down ends where there are no more folders. */
const MOST_TURNS = 16;

/**
 * The line that makes the server read in circles until its stack is full: files are included within themselves, and
 * nothing has changed since they were begun.
 * @param open what is being read, the root first
 * @param next what is to be read now
 * @returns the first line of the circle that includes what is being read already; undefined where there is none
 */
export function loopingLine(open: readonly OpenFiles[], next: OpenFiles): Including | undefined {
  const earlier = open.filter(({ paths }) => paths.join('\0') === next.paths.join('\0'));
  const begin = earlier.length < MOST_TURNS ? earlier.find(({ state }) => state === next.state) : earlier[0];
  if (begin === undefined) return undefined;
  const all = [...open, next];
  const circle = all.slice(all.indexOf(begin) + 1);
  return circle.find((files) => all.slice(0, all.indexOf(files)).some((outer) => overlap(outer, files)))?.by;
}

function overlap(some: OpenFiles, others: OpenFiles): boolean {
  return some.paths.some((path) => others.paths.includes(path));
}

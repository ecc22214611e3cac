/** What a server makes of the arguments of one directive. */
export type Outcome = Accepted | Refused;

export interface Accepted {
  readonly kind: 'accepted';
  /** As `CONFIG GET` shows it; for directives that add up, what this line adds. */
  readonly value: string;
  /** For directives that add up: what came before is dropped first. */
  readonly clears?: true;
}

export interface Refused {
  readonly kind: 'refused';
  /** `unmatched`: no branch of the server's reader takes this many arguments, which it treats as an unknown name. */
  readonly cause: 'count' | 'unmatched' | 'value';
  /** The server's own text. */
  readonly says: string;
  /** Index of the argument to blame; undefined where it is all of them. */
  readonly argument: number | undefined;
  /** What would have been right, for people: `a whole number from 0 to 65535`. */
  readonly expected: string;
}

export function accepted(value: string): Accepted {
  return { kind: 'accepted', value };
}

/** A value that cannot be read; `argument` is the index of the one to blame, all of them without it. */
export function refusedValue(says: string, expected: string, argument?: number): Refused {
  return { kind: 'refused', cause: 'value', says, argument, expected };
}

/** The text of servers for what they do not know or cannot match (`loadServerConfigFromString`, config.c). */
export const BAD_DIRECTIVE = 'Bad directive or wrong number of arguments';

export const WRONG_COUNT = 'wrong number of arguments';

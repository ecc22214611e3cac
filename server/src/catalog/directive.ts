/** How a directive's value is read. `special` ones have a reader of their own, bound by name in `bindings.ts`. */
export type DirectiveType =
  | 'bool'
  | 'enum'
  | 'integer'
  | 'octal'
  | 'memory'
  | 'percent-or-memory'
  | 'string'
  | 'special'
  /** Accepted with exactly one argument of any content, without effect. */
  | 'ignored';

/** What one server knows of one directive: the measured facts, flattened for a target. */
export interface Directive {
  /** How many arguments it takes, as far as its reader does not decide that itself. */
  readonly argumentCounts: readonly number[] | undefined;
  /** Any other count is treated as an unknown name would be. */
  readonly countUnmatched: boolean;
  /** As written in the table, lower case. */
  readonly name: string;
  /** The name that the server stores it under; `name` itself where it is no alias. */
  readonly canonical: string;
  readonly type: DirectiveType;
  /** Words of an enum, in the server's order. */
  readonly values: readonly string[];
  /** Several enum words at once. */
  readonly multi: boolean;
  readonly min: bigint | undefined;
  readonly max: bigint | undefined;
  /** As `CONFIG GET` shows it; undefined where it shows none. */
  readonly default: string | undefined;
  readonly runtime: 'settable' | 'immutable' | 'protected' | undefined;
  /** Shown by `CONFIG GET` only under its exact name. */
  readonly hidden: boolean;
  readonly inConfigGet: boolean;
  readonly emptyRefused: boolean;
  /** The module built into the server that the setting belongs to. */
  readonly module: string | undefined;
}

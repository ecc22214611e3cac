/** What one server knows of one command or subcommand. */
export interface Command {
  /** Lower case; a subcommand is `config|get`. */
  readonly name: string;
  readonly arity: number;
  readonly flags: ReadonlySet<string>;
  /** ACL categories without `@`. */
  readonly categories: ReadonlySet<string>;
  /** First key, last key, step, as `COMMAND INFO` gives them; zeros where there is none. */
  readonly keys: readonly [first: number, last: number, step: number];
  /** The container that a subcommand belongs to. */
  readonly container: string | undefined;
  /** Full names of a container's subcommands; empty for any other command, and for all of 6.x. */
  readonly subcommands: readonly string[];
}

import type { Directive } from '../catalog/directive.js';
import type { Statement } from './statement.js';

/** The value that one directive has in the end. */
export interface Setting {
  readonly directive: Directive;
  /**
   * As `CONFIG GET` would show it: `1gb` is `1073741824`; the target's default where no line sets it. Undefined where
   * the default is not known (`dir` is the working directory). A password is here in clear: never put it in a message.
   */
  readonly value: string | undefined;
  /** The line that decided it; for directives that add up, the last that took part. */
  readonly winner: Statement | undefined;
  /** Lines that took part before and were overridden, or for directives that add up, the other ones that took part. */
  readonly overridden: readonly Statement[];
}

/** The effective configuration. */
export interface Settings {
  /** By name or alias, in any letter case; undefined where the target has no such directive. */
  get(name: string): Setting | undefined;
  /** Whether `yes`; false where the target has no such directive. */
  isOn(name: string): boolean;
  /** The value as a number; undefined where it is none. */
  number(name: string): bigint | undefined;
  /** The value as text; empty where it is unset or unknown. */
  text(name: string): string;
  /** All accepted lines of a directive, under any of its names, in the order of execution. */
  statements(name: string): readonly Statement[];
  /** All settings that the target shows, by name, in the order of `CONFIG GET *`. */
  all(): readonly Setting[];
}

import { type Flags, type TypeFlag, typeFlag } from 'type-flag';
import { DEFAULT_TARGET, TARGETS, type Target, target } from '../catalog/target.js';
import type { RootKind } from '../model/project.js';
import { nearest } from '../rules/nearest.js';

/** What was written behind a command's name, and what is wrong with it: sentences for the user. */
export interface Arguments<F extends Flags> {
  readonly flags: TypeFlag<F>['flags'];
  /** What is no option, in order. */
  readonly words: readonly string[];
  readonly problems: string[];
}

/** Options that every command has. */
export const COMMON = { help: { type: Boolean, alias: 'h' }, config: String, target: [String] } as const;

/**
 * Sorts a command's arguments.
 * @param most so many words are the command's own; from the next one on everything is a word, options included
 */
export function readArguments<F extends Flags>(
  argv: readonly string[],
  options: F,
  most = Number.POSITIVE_INFINITY,
): Arguments<F> {
  const rest = [...argv];
  let seen = 0;
  const { flags, unknownFlags, _ } = typeFlag(options, rest, {
    ignore(type) {
      if (type === 'argument') seen++;
      return seen > most;
    },
  });
  const names = Object.keys(options).map(kebab);
  const unknown = Object.keys(unknownFlags).map((name) => unknownOption(name, names));
  const empty = Object.entries(flags).flatMap(([name, value]) =>
    [value].flat().includes('') ? [`--${kebab(name)} needs a value`] : [],
  );
  return { flags, words: [..._, ...rest], problems: [...unknown, ...empty] };
}

/** The value of an option, if it is one of those that the option takes; else a problem. */
export function choice<T extends string>(
  { problems }: Arguments<Flags>,
  option: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  const chosen = choices.find((known) => known === value);
  if (chosen === undefined && value !== undefined && value !== '') {
    problems.push(`${option} ${value}: write one of ${choices.join(', ')}`);
  }
  return chosen;
}

/** The targets that `--target` names; undefined where it is not given. */
export function chosenTargets(given: Arguments<Flags>, names: readonly string[]): readonly Target[] | undefined {
  const targets = names.filter((name) => name !== '').map((name) => choice(given, '--target', name, TARGETS));
  const known = targets.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : [...new Set(known)].map(target);
}

/** The one target that a command can work with; several are a problem. */
export function chosenTarget(given: Arguments<Flags>, names: readonly string[]): Target | undefined {
  const targets = chosenTargets(given, names) ?? [];
  if (targets.length > 1) given.problems.push('--target: this command asks one server at a time');
  return targets[0];
}

/** The kinds of file that `--kind` takes. */
export const KINDS: readonly RootKind[] = ['config', 'sentinel', 'acl'];

/** The target where neither the command nor a configuration file names one. */
export function defaultTarget(): Target {
  return target(DEFAULT_TARGET);
}

function unknownOption(name: string, names: readonly string[]): string {
  const written = name.length === 1 ? `-${name}` : `--${name}`;
  const meant = nearest(name, names);
  return `unknown option ${written}${meant === undefined ? '' : `: write --${meant}`}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

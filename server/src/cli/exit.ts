import type { Io } from './io.js';

/** What a command ends with. */
export const EXIT = {
  /** Nothing found, allowed. */
  clean: 0,
  /** Something found, denied. */
  found: 1,
  /** The command line or the configuration file is wrong. */
  usage: 2,
  /** Something could not be read or written. */
  failure: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Shows how something is used, because that was asked for. */
export async function help(text: string, io: Io): Promise<ExitCode> {
  await io.stdout.write(text);
  return EXIT.clean;
}

/**
 * Says what is wrong with the command line.
 * @param command empty for the program itself
 */
export async function usage(command: string, problems: readonly string[], io: Io): Promise<ExitCode> {
  const name = `redis-hardening ${command}`.trimEnd();
  const lines = problems.map((problem) => `${name}: ${problem}\n`);
  await io.stderr.write(`${lines.join('')}${name} --help shows how it is used\n`);
  return EXIT.usage;
}

/** Says what could not be done; sentences without a full stop. */
export async function complain(failures: readonly string[], io: Io): Promise<void> {
  if (failures.length > 0) await io.stderr.write(failures.map((failure) => `redis-hardening: ${failure}\n`).join(''));
}

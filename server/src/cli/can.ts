import { type Decision, decide } from '../model/permissions.js';
import { surroundingsOf } from '../model/surroundings.js';
import type { User } from '../model/user.js';
import { COMMON, choice, chosenTarget, readArguments } from './arguments.js';
import { answerBatch } from './batch.js';
import { complain, EXIT, type ExitCode, help, usage } from './exit.js';
import { givenProject, saysWhetherItLoads } from './given.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import type { Loaded } from './judge.js';
import { printable } from './report/excerpt.js';
import { usersJson, usersTable } from './report/users.js';
import { styleFor } from './style.js';
import { table } from './table.js';

/** `redis-hardening can`: who may run what. */
export async function can(argv: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(argv, OPTIONS, 1);
  const { flags, problems } = given;
  const [path, ...command] = given.words;
  const format = choice(given, '--format', flags.format, ['text', 'json']) ?? 'text';
  const target = chosenTarget(given, flags.target);
  if (flags.batch && command.length > 0)
    problems.push(`--batch reads commands from standard input, so ${command[0]} has no place`);
  if (flags.help) return help(HELP.can, io);
  if (problems.length > 0) return usage('can', problems, io);

  const loaded = await givenProject('can', { path, target, config: flags.config }, io);
  if (typeof loaded === 'number') return loaded;
  await saysWhetherItLoads(loaded, io);
  if (flags.batch) return answerBatch(loaded, io);

  const { users } = loaded.project;
  const chosen =
    flags.user === undefined ? [...users.values()] : [users.get(flags.user)].filter((user) => user !== undefined);
  if (chosen.length === 0) {
    await complain([`${loaded.root.shown} has no user ${flags.user}`], io);
    return EXIT.failure;
  }
  if (command.length > 0) return answer(chosen, command, format, loaded, io);
  for (const piece of (format === 'json' ? usersJson : usersTable)(chosen, loaded.project))
    await io.stdout.write(piece);
  return EXIT.clean;
}

const OPTIONS = { ...COMMON, user: String, format: String, batch: Boolean } as const;

async function answer(
  users: readonly User[],
  argv: readonly string[],
  format: 'text' | 'json',
  loaded: Loaded,
  io: Io,
): Promise<ExitCode> {
  const surroundings = surroundingsOf(loaded.project);
  const decisions = users.map((user) => ({ user, decision: decide(user, argv, loaded.project.catalog, surroundings) }));
  await io.stdout.write(format === 'json' ? decisionsJson(decisions, argv, loaded) : decisionsText(decisions, io));
  return decisions.some(({ decision }) => decision.allowed) ? EXIT.clean : EXIT.found;
}

interface Decided {
  readonly user: User;
  readonly decision: Decision;
}

function decisionsText(decisions: readonly Decided[], io: Io): string {
  const style = styleFor(io.stdout, io);
  return table(
    decisions.map(({ user, decision }) => [
      printable(user.name),
      decision.allowed ? style.green('allowed') : style.red('denied'),
      printable(`${decision.reason}${user.enabled ? '' : '; the user is off, so that nobody can log in'}`),
    ]),
  );
}

function decisionsJson(decisions: readonly Decided[], argv: readonly string[], { project }: Loaded): string {
  const report = {
    version: 1,
    target: project.target.name,
    argv,
    users: decisions.map(({ user, decision }) => ({
      name: user.name,
      enabled: user.enabled,
      allowed: decision.allowed,
      reason: decision.reason,
      serverSays: decision.serverSays,
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

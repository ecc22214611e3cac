import { areChoices, choicesFor, ROLES, TRANSPORTS, type Wishes } from '../creation/choices.js';
import { type ConfigurationSet, configurationSet, type NewFile } from '../creation/configuration-set.js';
import { resolvePath } from '../model/paths.js';
import { COMMON, choice, chosenTarget, readArguments } from './arguments.js';
import { configurationsOf } from './configuration.js';
import { complain, EXIT, type ExitCode, help, usage } from './exit.js';
import { targetFor } from './given.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import { styleFor } from './style.js';
import { table } from './table.js';

/** `redis-hardening new`: writes a hardened configuration and shows its passwords. */
export async function newConfiguration(argv: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(argv, OPTIONS);
  const { flags, words, problems } = given;
  const [folder, ...others] = words;
  const format = choice(given, '--format', flags.format, ['text', 'json']) ?? 'text';
  const chosen = chosenTarget(given, flags.target);
  const left = flags.without.map((part) => choice(given, '--without', part, PARTS));
  const wishes: Wishes = {
    role: choice(given, '--role', flags.role, ROLES),
    tls: choice(given, '--tls', flags.tls, TRANSPORTS),
    replica: flags.replica,
    sentinel: flags.sentinel,
    users: flags.user.filter((user) => user !== ''),
    admin: flags.admin,
    withoutMetrics: left.includes('metrics'),
    withoutHealth: left.includes('health'),
    withoutAlerts: left.includes('alerts'),
    address: flags.address,
    replicaAddress: flags.replicaAddress,
    port: flags.port,
    folder: flags.folder,
  };
  if (folder === undefined) problems.push('DIR is missing: name the folder to write into');
  if (others.length > 0) problems.push(`${others[0]}: one folder is written at a time`);
  if (flags.help) return help(HELP.new, io);
  if (problems.length > 0 || folder === undefined) return usage('new', problems, io);

  const configurations = await configurationsOf(flags.config, io);
  if (typeof configurations === 'string') return failed(configurations, io);
  const path = resolvePath(io.workingDirectory, folder);
  const target = targetFor(await configurations.for(`${path}/redis.conf`), chosen);
  const choices = choicesFor(target, wishes);
  if (!areChoices(choices)) return usage('new', choices, io);
  const set = configurationSet(choices, (count) => io.randomBytes(count));

  const present = await existing(set.files, path, io);
  if (present.length > 0) {
    const verb = present.length === 1 ? 'exists' : 'exist';
    return failed(`${present.join(', ')} ${verb} in ${folder}: name another folder, nothing was written`, io);
  }
  const failure = await write(set.files, path, io);
  if (failure !== undefined) return failed(failure, io);
  const report = { folder, target: target.name, set };
  await io.stdout.write(format === 'json' ? json(report) : text({ ...report, target: target.title }, io));
  return EXIT.clean;
}

const OPTIONS = {
  ...COMMON,
  role: String,
  tls: String,
  replica: Boolean,
  sentinel: Boolean,
  user: [String],
  admin: String,
  without: [String],
  address: String,
  replicaAddress: String,
  port: String,
  folder: String,
  format: String,
} as const;

const PARTS = ['metrics', 'health', 'alerts'] as const;

async function existing(files: readonly NewFile[], folder: string, { disk }: Io): Promise<readonly string[]> {
  const present: string[] = [];
  for (const { name } of files) if ((await disk.read(`${folder}/${name}`)).kind !== 'missing') present.push(name);
  return present;
}

/** @returns why a file could not be written; those after it were not tried */
async function write(files: readonly NewFile[], folder: string, { disk }: Io): Promise<string | undefined> {
  for (const { name, text, isPrivate } of files) {
    const failure = await disk.create(`${folder}/${name}`, text, isPrivate ? 'owner' : 'all');
    if (failure !== undefined) return `${name}: ${failure}`;
  }
  return undefined;
}

async function failed(sentence: string, io: Io): Promise<ExitCode> {
  await complain([sentence], io);
  return EXIT.failure;
}

interface Report {
  readonly folder: string;
  readonly target: string;
  readonly set: ConfigurationSet;
}

function json({ folder, target, set: { files, passwords } }: Report): string {
  const listed = files.map(({ name, isPrivate }) => ({ path: `${folder}/${name}`, private: isPrivate }));
  return `${JSON.stringify({ version: 1, target, files: listed, passwords }, undefined, 2)}\n`;
}

function text({ folder, target, set: { files, passwords } }: Report, io: Io): string {
  const { strong, faint } = styleFor(io.stdout, io);
  const written = files.map(({ name, isPrivate }) => [`${folder}/${name}`, isPrivate ? 'only you can read it' : '']);
  return `\
${table(written)}
${strong('Passwords, shown only now:')} the files hold their SHA-256, and nothing keeps them.

${table(passwords.map(({ user, password }) => [user, password]))}
${faint(`A configuration for ${target}; what to do next stands in ${folder}/NEXT-STEPS.md`)}
`;
}

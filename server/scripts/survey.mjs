// `npm run survey -- [FOLDER...] [--target T] [--profile P] [--rule ID]`: on how many files of a collection each rule
// fires, and how severely. A rule that fires on many files which are fine is noise: `--rule` lists what it says.
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from '../src/cli/main.ts';
import { kindOf } from '../src/cli/roots.ts';
import { disk } from '../src/node/disk.ts';

const COLLECTION = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const KINDS = /** @type {const} */ (['config', 'sentinel', 'acl']);
const SEVERITIES = /** @type {const} */ (['error', 'warning', 'info', 'hint']);
/** Templates and settings are read as what they become; documentation and YAML are left to other tools. */
const CONFIGURATION = /\.(?:conf|acl|tmpl|tpl|j2|erb|template|default|dist|example|sample)$/;

/** @typedef {{ rule: string, severity: (typeof SEVERITIES)[number], message: string, path: string, range: { start: { line: number } } }} Finding */
/** @typedef {{ path: string, loads: boolean, findings: Finding[] }} File */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: 'string' },
    profile: { type: 'string' },
    rule: { type: 'string', multiple: true },
  },
});

const folders = (positionals.length === 0 ? [COLLECTION] : positionals).map((folder) => resolve(folder));
const missing = folders.filter((folder) => !existsSync(folder));
if (missing.length > 0) {
  console.error(`no such folder: ${missing.join(', ')}; name one that holds configuration files`);
  process.exitCode = 2;
} else {
  await survey();
}

async function survey() {
  const files = await checked(await configurations());
  console.log(`${files.length} files, of which ${files.filter(({ loads }) => loads).length} load\n`);
  if (options.rule === undefined) table(files);
  else listing(files);
}

/** The files of all folders, by kind. @returns {Promise<Map<string, string[]>>} */
async function configurations() {
  /** @type {Map<string, string[]>} */
  const paths = new Map(KINDS.map((kind) => [kind, []]));
  for (const folder of folders) {
    for await (const path of disk.walk(folder)) {
      const head = CONFIGURATION.test(path) ? await disk.head(path) : undefined;
      // Collections put where a file is from before its name.
      if (head !== undefined) paths.get(kindOf(basename(path).replace(/^.*__/, ''), head))?.push(path);
    }
  }
  return paths;
}

/** @param {Map<string, string[]>} byKind @returns {Promise<File[]>} */
async function checked(byKind) {
  /** @type {File[]} */
  const files = [];
  for (const [kind, paths] of byKind) {
    if (paths.length > 0) files.push(...(await check([...paths, '--kind', kind, ...passedOn()])));
  }
  return files;
}

function passedOn() {
  const { target, profile, rule = [] } = options;
  return [
    ...(target === undefined ? [] : ['--target', target]),
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...rule.flatMap((id) => ['--rule', id]),
  ];
}

/** @param {string[]} args @returns {Promise<File[]>} */
async function check(args) {
  let printed = '';
  const stdout = {
    isTerminal: false,
    write: async (/** @type {string} */ text) => {
      printed += text;
    },
  };
  const stderr = {
    isTerminal: false,
    write: async (/** @type {string} */ text) => {
      process.stderr.write(text);
    },
  };
  const status = await main(['check', ...args, '--format', 'json', '--fail-on', 'never'], {
    workingDirectory: process.cwd(),
    environment: {},
    stdout,
    stderr,
    stdin: (async function* () {})(),
    disk,
    version: '0',
    now: () => Date.now(),
    randomBytes: (count) => new Uint8Array(count),
    serveLanguage: async () => {},
  });
  if (status !== 0) process.exitCode = status;
  return printed === '' ? [] : JSON.parse(printed).files;
}

/** A line for each rule that fires: most files first. @param {readonly File[]} files */
function table(files) {
  /** @type {Map<string, { files: Set<string>, counts: Record<string, number> }>} */
  const rules = new Map();
  for (const { path, findings } of files) {
    for (const { rule, severity } of findings) {
      const known = rules.get(rule) ?? { files: new Set(), counts: {} };
      rules.set(rule, known);
      known.files.add(path);
      known.counts[severity] = (known.counts[severity] ?? 0) + 1;
    }
  }
  row('rule', 'files', 'share', ...SEVERITIES);
  for (const [rule, { files: on, counts }] of [...rules].sort(([, a], [, b]) => b.files.size - a.files.size)) {
    const share = `${Math.round((100 * on.size) / files.length)} %`;
    row(rule, String(on.size), share, ...SEVERITIES.map((severity) => String(counts[severity] ?? '')));
  }
}

/** @param {string[]} cells */
function row(...cells) {
  const [first = '', ...others] = cells;
  console.log([first.padEnd(36), ...others.map((cell) => cell.padStart(8))].join(''));
}

/** @param {readonly File[]} files */
function listing(files) {
  for (const { findings } of files) {
    for (const { rule, severity, message, path, range } of findings) {
      console.log(`${path}:${range.start.line} ${severity} ${rule}: ${message}`);
    }
  }
}

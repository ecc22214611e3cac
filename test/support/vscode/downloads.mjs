// Things a test needs that are no dependency of the project: fetched from the npm registry once, kept outside the
// repository and used by every later run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder of a download called `name`; `fill` makes its content in an empty folder where there is none yet. Two
 * programs that ask at the same time both get a complete folder: it appears under its name only when it is filled.
 *
 * @param {string} name name and version; a new version is a new name
 * @param {(folder: string) => void} fill
 * @returns {string} absolute path
 */
export function downloadedOnce(name, fill) {
  const cache = cacheFolder();
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;

  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  try {
    fill(unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Unpacks one npm package without installing it.
 *
 * @param {string} spec name@version
 * @param {string} into existing folder
 * @param {{ integrity: string, part: string }} options the registry's checksum; the folder of the package to unpack
 */
export function unpackPackage(spec, into, { integrity, part }) {
  const packed = mkdtempSync(join(tmpdir(), 'npm-pack-'));
  try {
    const archive = join(packed, run('npm', ['pack', '--silent', spec, '--pack-destination', packed], packed).trim());
    const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (found !== integrity) throw new Error(`${spec} is not the package that was expected (${found})`);
    const depth = part.split('/').length + 1;
    run(
      'tar',
      ['-xzf', archive, '-C', into, `--strip-components=${depth}`, '--exclude=*.map', `package/${part}`],
      into,
    );
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
}

/**
 * Runs a command to its end, its complaints going to ours.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} folder working directory
 * @returns {string} its standard output; throws where it fails
 */
export function run(command, args, folder) {
  const shell = process.platform === 'win32';
  const result = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    shell,
  });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${result.error ?? result.status}`);
  return result.stdout;
}

/** Where downloads are kept. */
export function cacheFolder() {
  const { REDIS_HARDENING_CACHE, XDG_CACHE_HOME } = process.env;
  const wanted = REDIS_HARDENING_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'redis-hardening');
  try {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  } catch {
    const fallback = join(tmpdir(), `redis-hardening-cache-${process.getuid?.() ?? 0}`);
    mkdirSync(fallback, { recursive: true, mode: 0o700 });
    return fallback;
  }
}

import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PackageSource } from './package-source.js';
import type { Recipe } from './packages.js';

/** What Debian calls this machine's processor, and where its programs find their dynamic loader. */
export interface Processor {
  readonly architecture: string;
  readonly triplet: string;
  readonly loader: string;
}

/** Throws where Debian's programs cannot run. */
export function processorOfThisMachine(): Processor {
  if (process.platform === 'linux') {
    if (process.arch === 'x64') {
      return { architecture: 'amd64', triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' };
    }
    if (process.arch === 'arm64') {
      return { architecture: 'arm64', triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' };
    }
  }
  throw new Error(`Debian's servers do not run on ${process.platform} ${process.arch}`);
}

/**
 * Unpacks programs and their libraries into `<folder>/<recipe's name>`, beside a script for each program that
 * starts it through its own suite's dynamic loader, so that the C library of this machine does not matter.
 *
 * The folder appears when all of it is there, or not at all.
 */
export async function unpack(
  folder: string,
  recipe: Recipe,
  processor: Processor,
  source: PackageSource,
): Promise<void> {
  const staging = await mkdtemp(join(folder, STAGING));
  try {
    const root = join(staging, 'root');
    await mkdir(root);
    for (const { suite, name } of recipe.packages) await extract(await source.read(suite, name), staging, root);

    const final = join(folder, recipe.name);
    const loader = await loaderIn(root, processor);
    for (const program of recipe.programs) {
      await writeScript(join(staging, program), join(final, 'root'), loader, program, processor);
    }
    await rename(staging, final);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Removes what an interrupted `unpack` left in the folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(STAGING)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

const STAGING = '.new-';

const run = promisify(execFile);

async function extract(bytes: Buffer, staging: string, root: string): Promise<void> {
  const archive = join(staging, 'package.deb');
  await writeFile(archive, bytes);
  try {
    await run('dpkg-deb', ['-x', archive, root]);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await extractWithoutDpkg(archive, staging, root);
  }
  await rm(archive);
}

/** A package is an `ar` archive whose member `data.tar.*` holds the files. */
async function extractWithoutDpkg(archive: string, staging: string, root: string): Promise<void> {
  const { stdout } = await run('ar', ['t', archive]);
  const member = stdout.split('\n').find((name) => name.startsWith('data.tar'));
  if (member === undefined) throw new Error('a package without files');
  await run('ar', ['x', archive, member], { cwd: staging });
  await run('tar', ['-xf', join(staging, member), '-C', root]);
  await rm(join(staging, member));
}

/** Path of the dynamic loader below the root: suites before the merge of `/lib` into `/usr/lib` have it elsewhere. */
async function loaderIn(root: string, { triplet, loader }: Processor): Promise<string> {
  const merged = join('usr', 'lib', triplet, loader);
  const separate = join('lib', triplet, loader);
  return access(join(root, merged)).then(
    () => merged,
    () => separate,
  );
}

async function writeScript(
  path: string,
  root: string,
  loader: string,
  program: string,
  { triplet }: Processor,
): Promise<void> {
  const libraries = [`lib/${triplet}`, `usr/lib/${triplet}`, `lib/${triplet}/systemd`];
  const searched = libraries.map((library) => join(root, library)).join(':');
  // The server is a link to a program that looks at the name it was started with.
  const command = [join(root, loader), '--library-path', searched, join(root, 'usr', 'bin', program)];
  await writeFile(path, `#!/bin/sh\nexec ${command.map(quoted).join(' ')} "$@"\n`);
  await chmod(path, 0o755);
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

import { execFile, spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';

/** Where a package is, and what its bytes must hash to. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Path on the mirror. */
  readonly file: string;
  readonly sha256: string;
}

const run = promisify(execFile);

/** The Debian mirror that this machine's own apt uses, without a final slash. Rejects where there is none. */
export async function debianMirror(): Promise<string> {
  const known = await aptMirror();
  if (known !== undefined) return known;
  if (userInfo().uid === 0) await run('apt-get', ['update']);
  const updated = await aptMirror();
  if (updated === undefined) throw new Error('apt on this machine knows no Debian mirror');
  return updated;
}

/**
 * Reads a suite's index of packages.
 *
 * @param wanted only these are returned
 */
export async function packagesOf(
  mirror: string,
  suite: string,
  architecture: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Package>> {
  const packages = new Map<string, Package>();
  for await (const paragraph of paragraphs(await indexStream(`${mirror}/dists/${suite}/main/binary-${architecture}`))) {
    const name = field(paragraph, 'Package');
    // The last paragraph of a name is the newest version, where a suite holds several.
    if (wanted.has(name)) {
      packages.set(name, {
        name,
        version: field(paragraph, 'Version'),
        file: field(paragraph, 'Filename'),
        sha256: field(paragraph, 'SHA256'),
      });
    }
  }
  return packages;
}

/** Downloads a file. Rejects for anything but its bytes. */
export async function download(url: string): Promise<Buffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url).pathname}: ${response.status} ${response.statusText}`);
  return Buffer.from(await response.arrayBuffer());
}

async function aptMirror(): Promise<string | undefined> {
  const { stdout } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages']);
  return stdout
    .split('\n')
    .map((uri) => uri.replace(/\/$/, ''))
    .find((uri) => uri.endsWith('/debian'));
}

/** Every suite has its index as `.xz`, which needs a program to unpack; most have it as `.gz` too. */
async function indexStream(folder: string): Promise<Readable> {
  if (await hasXz()) return unxz(await download(`${folder}/Packages.xz`));
  return Readable.from([await download(`${folder}/Packages.gz`)]).pipe(createGunzip());
}

function hasXz(): Promise<boolean> {
  return run('xz', ['--version']).then(
    () => true,
    () => false,
  );
}

function unxz(bytes: Buffer): Readable {
  const xz = spawn('xz', ['-dc'], { stdio: ['pipe', 'pipe', 'inherit'] });
  xz.stdin.end(bytes);
  return xz.stdout;
}

async function* paragraphs(index: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of index.setEncoding('utf8')) {
    const [unfinished = '', ...finished] = `${rest}${chunk}`.split('\n\n').reverse();
    yield* finished.reverse();
    rest = unfinished;
  }
  yield rest;
}

function field(paragraph: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
}

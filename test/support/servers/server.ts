import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TARGETS, type TargetName } from '../../../server/src/catalog/target.js';

/** A server program on this machine. */
export interface Server {
  /** Product and release as the program itself says, such as `redis-7.0`. */
  readonly target: TargetName;
  /** All of its version, such as `7.0.15`. */
  readonly version: string;
  /** The program, or the script that starts it. */
  readonly path: string;
}

/** A program whose release is not in the catalogue, so that nothing can be asked of it. */
export interface UnknownServer {
  readonly name: string;
  readonly path: string;
}

const run = promisify(execFile);

/** Asks a server program what it is. Rejects when it is no Redis and no Valkey. */
export async function serverAt(path: string): Promise<Server | UnknownServer> {
  const { stdout } = await run(path, ['--version']);
  const said = /^(Redis|Valkey) server v=((\d+\.\d+)\.\d+)/.exec(stdout);
  if (said === null) throw new Error(`${path} does not call itself a Redis or Valkey server`);
  const [, product = '', version = '', release = ''] = said;
  const name = `${product.toLowerCase()}-${release}`;
  const target = TARGETS.find((known) => known === name);
  return target === undefined ? { name, path } : { target, version, path };
}

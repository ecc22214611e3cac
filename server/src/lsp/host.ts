import type { FilesBeside } from './files.js';

/** What a platform lends to the language server. */
export interface Host {
  /** How it reads files by itself; undefined where it cannot. */
  readonly files: FilesBeside | undefined;
  /** Cryptographically random bytes. */
  randomBytes(count: number): Uint8Array;
  /** Milliseconds since 1970, in UTC. */
  now(): number;
  /**
   * Calls back once, after that many milliseconds.
   * @returns what prevents it
   */
  after(milliseconds: number, callback: () => void): () => void;
}

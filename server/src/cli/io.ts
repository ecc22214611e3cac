import type { Files } from '../model/files.js';
import type { ListFolder } from '../model/glob.js';

/** All that a command needs from the machine. */
export interface Io {
  /** Where relative paths start: absolute, with `/`, without a slash at the end. */
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The text on standard input, piece by piece. */
  readonly stdin: AsyncIterable<string>;
  readonly disk: Disk;
  /** Of this program. */
  readonly version: string;
  /** Cryptographically random bytes. */
  randomBytes(count: number): Uint8Array;
  /** Milliseconds since 1970, in UTC. */
  now(): number;
  /** Speaks the protocol on the standard streams until the client is gone. */
  serveLanguage(): Promise<void>;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
}

/** The files of this machine, by absolute path with `/`. Nothing here rejects. */
export interface Disk extends Files {
  readonly list: ListFolder;
  /**
   * All files below a folder, in the order of their names. Hidden folders, `node_modules` and links to folders are
   * left out.
   */
  walk(folder: string): AsyncIterable<string>;
  /** The first `HEAD_LENGTH` bytes of a regular file; undefined for anything else. */
  head(path: string): Promise<string | undefined>;
  /**
   * Puts a text in place of a file in one step, keeping its mode; creates it where there is none.
   * @returns why it could not, undefined when it is done
   */
  replace(path: string, text: string): Promise<string | undefined>;
  /**
   * Creates a file where there is nothing yet, and the folders above it.
   * @param readers `owner`: nobody else may read it
   * @returns why it could not, undefined when it is done
   */
  create(path: string, text: string, readers: 'owner' | 'all'): Promise<string | undefined>;
  uriOf(path: string): string;
  pathOf(uri: string): string;
}

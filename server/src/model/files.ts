/** What is found at a path. */
export type FileAnswer =
  | { readonly kind: 'text'; readonly uri: string; readonly text: string }
  /** Nothing there; the server would say so too. */
  | { readonly kind: 'missing' }
  /** A server reads a folder as an empty file. */
  | { readonly kind: 'directory' }
  /** Not looked at: outside the workspace, not a regular file, too large, or not readable by us. */
  | { readonly kind: 'withheld'; readonly reason: string };

/**
 * All input there is. Paths are as the server knows them, absolute, with `/`; hosts map them to their own.
 * Answers never reject.
 */
export interface Files {
  read(path: string): Promise<FileAnswer>;
  /**
   * The paths that match a pattern of `glob(3)` (`*`, `?`, `[…]`, backslash escapes), sorted by bytes;
   * `withheld` where we may not look.
   */
  glob(pattern: string): Promise<readonly string[] | 'withheld'>;
  /** The permission bits of a file, as of POSIX; undefined where there are none. Left out by hosts that cannot tell. */
  mode?(path: string): Promise<number | undefined>;
}

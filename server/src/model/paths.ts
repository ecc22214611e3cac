/** The absolute path that the server opens for `path` while it works in `directory`, `.` and `..` resolved by name. */
export function resolvePath(directory: string, path: string): string {
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** The pattern for `glob(3)` that means `pattern` to a server that works in `directory`. */
export function resolvePattern(directory: string, pattern: string): string {
  if (pattern.startsWith('/')) return pattern;
  return `${directory.replace(/[\\*?[\]]/g, '\\$&').replace(/\/$/, '')}/${pattern}`;
}

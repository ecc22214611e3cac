/** The machine's own form of a path that has `/` everywhere and starts with one: on Windows `/C:/redis` is `C:/redis`. */
export function nativePath(path: string): string {
  return process.platform === 'win32' ? path.replace(/^\/(?=[A-Za-z]:)/, '') : path;
}

/** A path of this machine with `/` everywhere and one at its start if it is absolute. */
export function slashedPath(path: string): string {
  if (process.platform !== 'win32') return path;
  return path.replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/, '/');
}

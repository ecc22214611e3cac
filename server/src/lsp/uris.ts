/** A path as a server knows it: what comes after scheme and authority, decoded. */
export function pathOf(uri: string): string {
  return decoded(afterAuthority(uri));
}

/** The URI of a path beside another URI, written as VS Code writes it. */
export function uriOf(path: string, beside: string): string {
  const start = beside.slice(0, beside.length - afterAuthority(beside).length);
  return start + path.split('/').map(encoded).join('/');
}

/** Equal for URIs that differ only in how they are escaped, as those of different editors do. */
export function keyOf(uri: string): string {
  return uri.slice(0, uri.length - afterAuthority(uri).length) + pathOf(uri);
}

/** Whether the URI is that of the folder or of something in it. */
export function isInside(uri: string, folder: string): boolean {
  const outer = keyOf(folder).replace(/\/$/, '');
  return keyOf(uri) === outer || keyOf(uri).startsWith(`${outer}/`);
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

function afterAuthority(uri: string): string {
  return uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?/i, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encoded(part: string): string {
  const wellFormed = part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * How a file is called from where another one stands: `redis.conf`, `../users.acl`. What is somewhere else altogether,
 * such as standard input, keeps its URI.
 * @param from the URI of a file, not of a folder
 */
export function relativeUri(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  const root = there.findIndex((part, index) => part !== here[index]);
  // The scheme and the authority, which end with the third slash, have to be the same.
  if (root < AUTHORITY) return to;
  const up = here.slice(root).map(() => '..');
  return [...up, ...there.slice(root)].map(decoded).join('/');
}

const AUTHORITY = 3;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

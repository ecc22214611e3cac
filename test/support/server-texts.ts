/**
 * Whether a message of a server is, or has in it, what we say that it says. We keep secrets to ourselves: what we show as
 * `***` may be anything.
 */
export function saysTheSame(theirs: string, ours: string): boolean {
  if (ours === '') return theirs === '';
  let at = 0;
  for (const part of ours.split('***')) {
    const found = theirs.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return true;
}

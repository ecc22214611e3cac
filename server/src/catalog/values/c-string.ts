/** What C functions see of a text that is kept with its length: it ends at the first NUL byte. */
export function cString(text: string): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

/** Lower case as `tolower` in the C locale: ASCII letters only. */
export function asciiLower(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}

/** `strcasecmp(a, b) == 0` in the C locale. */
export function sameIgnoringCase(a: string, b: string): boolean {
  return asciiLower(cString(a)) === asciiLower(cString(b));
}

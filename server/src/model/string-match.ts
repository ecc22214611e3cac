/**
 * Whether a text matches a pattern of keys or channels, as `stringmatchlen` (util.c) decides: `*`, `?`, `[a-c]`,
 * `[^x]`, and a backslash that takes the next byte literally. An empty text matches the empty pattern only.
 * @param pattern and text as byte strings
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return matchFrom(pattern, 0, text, 0) === 'match';
}

/** `hopeless`: no star before this one can make it match either. */
type Outcome = 'match' | 'differs' | 'hopeless';

function matchFrom(pattern: string, patternStart: number, text: string, textStart: number): Outcome {
  let p = patternStart;
  let t = textStart;
  while (p < pattern.length && t < text.length) {
    if (pattern[p] === '*') return matchStar(pattern, p, text, t);
    const next = behindByte(pattern, p, text.charCodeAt(t));
    if (next === undefined) return 'differs';
    p = next;
    t++;
    if (t === text.length) while (pattern[p] === '*') p++;
  }
  return p >= pattern.length && t === text.length ? 'match' : 'differs';
}

/** Where the pattern goes on behind what stands for one byte; undefined where it is another one. */
function behindByte(pattern: string, at: number, byte: number): number | undefined {
  if (pattern[at] === '?') return at + 1;
  if (pattern[at] === '[') {
    const set = matchSet(pattern, at + 1, byte);
    return set.matches ? set.end + 1 : undefined;
  }
  const literal = pattern[at] === '\\' && at + 1 < pattern.length ? at + 1 : at;
  return pattern.charCodeAt(literal) === byte ? literal + 1 : undefined;
}

function matchStar(pattern: string, star: number, text: string, textStart: number): Outcome {
  let p = star;
  while (pattern[p + 1] === '*') p++;
  if (p + 1 === pattern.length) return 'match';
  for (let t = textStart; t < text.length; t++) {
    const outcome = matchFrom(pattern, p + 1, text, t);
    if (outcome !== 'differs') return outcome;
  }
  return 'hopeless';
}

/** @returns whether the byte is in the set, and where its `]` stands, or the pattern's last byte where there is none */
function matchSet(pattern: string, from: number, byte: number): { matches: boolean; end: number } {
  let p = from;
  const negated = pattern[p] === '^';
  if (negated) p++;
  let found = false;
  for (; p < pattern.length && pattern[p] !== ']'; p++) {
    if (pattern[p] === '\\' && p + 1 < pattern.length) {
      p++;
      if (pattern.charCodeAt(p) === byte) found = true;
    } else if (pattern[p + 1] === '-' && p + 2 < pattern.length) {
      if (isBetween(byte, pattern.charCodeAt(p), pattern.charCodeAt(p + 2))) found = true;
      p += 2;
    } else if (pattern.charCodeAt(p) === byte) found = true;
  }
  return { matches: found !== negated, end: Math.min(p, pattern.length - 1) };
}

/** In either order; bytes compare as C's signed `char`. */
function isBetween(byte: number, a: number, b: number): boolean {
  const [value, first, last] = [signed(byte), signed(a), signed(b)];
  return (first <= value && value <= last) || (last <= value && value <= first);
}

function signed(byte: number): number {
  return byte < 0x80 ? byte : byte - 0x100;
}

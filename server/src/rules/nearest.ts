import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was most likely meant: few letters away for its length, the first of those that are equally near.
 * Undefined where none is near.
 * @param written in any letter case; the candidates are in lower case
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > LIMIT) continue;
    const away = isSwapOf(wanted, candidate) ? 1 : distance(wanted, candidate);
    if (away < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance: away };
  }
  if (best === undefined || best.distance > tolerance(wanted)) return undefined;
  return best.candidate;
}

const LIMIT = 3;

/** Two neighbouring letters the wrong way round: the commonest slip of all. */
function isSwapOf(written: string, candidate: string): boolean {
  const at = [...candidate].findIndex((letter, i) => letter !== written[i]);
  const swapped = `${candidate.slice(0, at)}${candidate[at + 1] ?? ''}${candidate[at] ?? ''}${candidate.slice(at + 2)}`;
  return at !== -1 && swapped === written;
}

/** A third of the word, and never more than three letters. */
function tolerance(word: string): number {
  return Math.min(LIMIT, Math.floor(word.length / 3));
}

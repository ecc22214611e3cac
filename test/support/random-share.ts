/** How much of a random test runs, and from which seed. */
export interface RandomShare {
  readonly seed: number;
  readonly numRuns: number;
}

/**
 * The share of a random test that runs now: a bounded one, always the same, in `npm test`; all of it, from a new seed,
 * in `npm run conformance`. `CONFORMANCE_SEED` repeats a run; the seed is printed.
 * @param name of what is tested, for the line that is printed
 * @param bounded how many cases `npm test` has time for
 * @param full how many there are in all
 */
export function randomShare(name: string, bounded: number, full: number): RandomShare {
  const isFull = isFullRun();
  const given = process.env['CONFORMANCE_SEED'];
  const seed = given !== undefined ? Number(given) : isFull ? Date.now() % 2_147_483_647 : 1;
  const numRuns = isFull ? full : bounded;
  if (isFull) process.stdout.write(`${name}: ${numRuns} cases from seed ${seed}\n`);
  return { seed, numRuns };
}

/** Milliseconds that a random test may take: a full run is as long as it is. */
export const RANDOM_TEST_TIMEOUT = isFullRun() ? 3_600_000 : 300_000;

/** Whether everything is to be asked, however long it takes. */
export function isFullRun(): boolean {
  return process.env['CONFORMANCE'] === 'full';
}

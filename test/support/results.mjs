// How a test program tells `npm test` what came of it, beside its exit code.
import { writeFileSync } from 'node:fs';

/**
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { name: string, how: string }[]} skipped what this machine cannot run, and how it could
 */

/**
 * Leaves the results where `npm test` asked for them. Run by hand, a program has told everything already.
 *
 * @param {Results} results
 */
export function reportResults(results) {
  const file = process.env['TEST_RESULTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
}

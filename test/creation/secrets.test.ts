import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { TARGETS } from '../../server/src/catalog/target.js';
import { COMBINATIONS, madeSet } from '../support/configuration-sets.js';

test.each(TARGETS)(
  '%s: no file holds a password that is shown, and only those that have to hold one in clear do',
  (target) => {
    for (const wishes of COMBINATIONS) {
      const { files, passwords } = madeSet(target, wishes);
      const text = files.map((file) => file.text).join('\n');
      for (const { password } of passwords) expect(text).not.toContain(password);

      // A password is what another place holds the digest of.
      const words = new Set(text.match(/\b[0-9a-f]{64}\b/g));
      const inClear = [...words].filter((word) => words.has(createHash('sha256').update(word).digest('hex')));
      const holders = files.filter((file) => inClear.some((word) => file.text.includes(word)));
      for (const { name, isPrivate } of holders) {
        expect(['redis-replication.conf', 'sentinel.conf']).toContain(name);
        expect(isPrivate).toBe(true);
      }
      expect(inClear.length).toBe(clearTextsOf(wishes, target));
      expect(words.has('0'.repeat(64))).toBe(false);
      expect(text).not.toContain('replace-by-');
    }
  },
);

test('every password is another one', () => {
  const [one, other] = [madeSet('redis-8.6', { sentinel: true }), madeSet('redis-8.6', { sentinel: true })];
  const passwords = [...one.passwords, ...other.passwords].map(({ password }) => password);
  expect(new Set(passwords).size).toBe(passwords.length);
  for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{64}$/);
});

/** One for replication; with Sentinel its own on the servers, and among Sentinels where these have users. */
function clearTextsOf({ role, replica, sentinel }: (typeof COMBINATIONS)[number], target: string): number {
  if (sentinel) return target === 'redis-6.0' ? 2 : 3;
  return replica || role === 'cluster' ? 1 : 0;
}

import type { KeyPattern, User } from '../model/user.js';

/** The key patterns of all of a user's sets of permissions; all keys are `*`. */
export function keyPatternsOf({ selectors }: User): readonly KeyPattern[] {
  return selectors.flatMap(({ keys }): readonly KeyPattern[] => (keys === 'all' ? [ALL_KEYS] : keys));
}

const ALL_KEYS: KeyPattern = { pattern: '*', read: true, write: true };

/** Whether a user is to use some keys and not others. */
export function isKeptToSomeKeys({ selectors }: User): boolean {
  return selectors.every(({ keys }) => keys !== 'all') && selectors.some(({ keys }) => keys.length > 0);
}

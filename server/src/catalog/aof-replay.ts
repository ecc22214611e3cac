import { at, compareReleases, type Dated } from './availability.js';
import type { Target } from './target.js';

/**
 * Up to which release transactions and scripts of an append-only file are read back with the rights of the default user,
 * and dropped where it lacks them; undefined for servers that read back everything. `every`: no release is known to mend it.
 * Asked of Redis 6.0.16, 7.0.15, 8.0.2 and 8.6.3, Valkey 8.0.1, 8.1.1 and 9.1.2; redis#14541, valkey#3983.
 */
const DROPPING: Dated<string> = {
  dated: [
    { in: 'redis 7.0-8.0 valkey 8.0-8.1', value: 'every' },
    { in: 'valkey 7.2', value: '7.2.14' },
  ],
};

/**
 * Whether the server drops transactions of its append-only file that the default user may not run.
 * @param release of the server, such as `7.2.4`, where it is known
 */
export function dropsTransactionsOfDefault(target: Target, release: string | undefined): boolean {
  const last = at(DROPPING, target.name);
  if (last === undefined) return false;
  return last === 'every' || release === undefined || compareReleases(release, last) <= 0;
}

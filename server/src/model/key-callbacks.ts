import type { AclBehaviour } from '../catalog/acl-behaviour.js';
import { sameIgnoringCase } from '../catalog/values/c-string.js';

/** A key among the arguments of a command, and what the command wants to do with it. */
export interface KeyReference {
  /** Zero-based in the arguments, the command's name counted. */
  readonly index: number;
  readonly reads: boolean;
  readonly writes: boolean;
}

/** Finds the keys of one command; for arguments that make no sense it finds none. */
export type KeyFinder = (argv: readonly string[], behaviour: AclBehaviour) => readonly KeyReference[];

/**
 * The functions by which Redis 7.0 and later find keys where key specifications do not suffice or do not fit:
 * `getkeys_proc` in db.c.
 */
export function keyFinderOf(command: string): KeyFinder | undefined {
  return FINDERS.get(command);
}

/** The same in 6.x, which knows no reading and writing. */
export function earlyKeyFinderOf(command: string): KeyFinder | undefined {
  return EARLY_FINDERS.get(command);
}

const READ = { reads: true, writes: false } as const;
const WRITE = { reads: false, writes: true } as const;
const READ_AND_WRITE = { reads: true, writes: true } as const;
const UNTOLD = { reads: false, writes: false } as const;

/** `genericGetKeys`: a number of keys, the keys behind it, and maybe one to store in. */
function counted(countAt: number, firstAt: number, storeAt: number | undefined = undefined): KeyFinder {
  return (argv) => {
    const count = atoi(argv[countAt] ?? '');
    if (count < 1 || count > argv.length - firstAt) return [];
    const keys = Array.from({ length: count }, (_, i) => ({ index: firstAt + i, ...UNTOLD }));
    return storeAt === undefined ? keys : [...keys, { index: storeAt, ...UNTOLD }];
  };
}

const SORT_OPTIONS = new Map([
  ['limit', 2],
  ['get', 1],
  ['by', 1],
]);

/** `sortGetKeys`: the key, and the last one behind `STORE`. */
function sortKeys(argv: readonly string[], { sortDestination }: AclBehaviour): readonly KeyReference[] {
  let stored: KeyReference | undefined;
  for (let i = 2; i < argv.length; i++) {
    const option = argv[i] ?? '';
    if (sameIgnoringCase(option, 'store') && i + 1 < argv.length) {
      stored = { index: i + 1, ...WRITE };
      if (sortDestination === 'passed-over') i++;
    } else i += skipOf(option, SORT_OPTIONS) ?? 0;
  }
  const key = { index: 1, ...READ };
  return stored === undefined ? [key] : [key, stored];
}

const MIGRATE_OPTIONS = new Map([
  ['copy', 0],
  ['replace', 0],
  ['auth', 1],
  ['auth2', 2],
]);

/** `migrateGetKeys`: one key, or those behind `KEYS`. */
function migrateKeys(argv: readonly string[]): readonly KeyReference[] {
  const single = [{ index: 3, ...READ_AND_WRITE }];
  for (let i = 6; i < argv.length; i++) {
    const option = argv[i] ?? '';
    if (sameIgnoringCase(option, 'keys')) return argv[3] === '' ? from(i + 1, argv, READ_AND_WRITE) : [];
    i += skipOf(option, MIGRATE_OPTIONS) ?? 0;
  }
  return single;
}

/** Before 7.0 a `KEYS` beside a key is passed over, and so is nothing else. */
function earlyMigrateKeys(argv: readonly string[]): readonly KeyReference[] {
  const keywordAt = argv.findIndex((option, i) => i >= 6 && sameIgnoringCase(option, 'keys'));
  return keywordAt !== -1 && argv[3] === '' ? from(keywordAt + 1, argv, UNTOLD) : [{ index: 3, ...UNTOLD }];
}

/** `georadiusGetKeys`: the key, and the last one behind `STORE` or `STOREDIST`. */
function geoRadiusKeys(argv: readonly string[]): readonly KeyReference[] {
  let stored: KeyReference | undefined;
  for (let i = 5; i + 1 < argv.length; i++) {
    const option = argv[i] ?? '';
    if (!sameIgnoringCase(option, 'store') && !sameIgnoringCase(option, 'storedist')) continue;
    stored = { index: i + 1, ...WRITE };
    i++;
  }
  const key = { index: 1, ...READ };
  return stored === undefined ? [key] : [key, stored];
}

const STREAM_OPTIONS = new Map([
  ['block', 1],
  ['count', 1],
  ['group', 2],
  ['noack', 0],
]);

/** `xreadGetKeys`: the first half of what stands behind `STREAMS`. */
function streamKeys(argv: readonly string[]): readonly KeyReference[] {
  for (let i = 1; i < argv.length; i++) {
    const option = argv[i] ?? '';
    if (sameIgnoringCase(option, 'streams')) {
      const count = argv.length - i - 1;
      if (count % 2 !== 0) return [];
      return Array.from({ length: count / 2 }, (_, key) => ({ index: i + 1 + key, ...READ }));
    }
    const skipped = skipOf(option, STREAM_OPTIONS);
    if (skipped === undefined) return [];
    i += skipped;
  }
  return [];
}

/** `setGetKeys`: with `GET` the old value is read. */
function setKeys(argv: readonly string[]): readonly KeyReference[] {
  const reads = argv.some((option, i) => i >= 3 && sameIgnoringCase(option, 'get'));
  return [{ index: 1, reads, writes: true }];
}

/** `bitfieldGetKeys`: nothing but `GET` only reads. */
function bitfieldKeys(argv: readonly string[]): readonly KeyReference[] {
  for (let i = 2; i < argv.length; i++) {
    const option = argv[i] ?? '';
    const left = argv.length - i - 1;
    if (sameIgnoringCase(option, 'get') && left >= 2) i += 2;
    else if (sameIgnoringCase(option, 'overflow') && left >= 1) i += 1;
    else return [{ index: 1, ...READ_AND_WRITE }];
  }
  return [{ index: 1, ...READ }];
}

/** 6.x: `MEMORY USAGE key` is the one subcommand with a key. */
function memoryKeys(argv: readonly string[]): readonly KeyReference[] {
  return argv.length >= 3 && sameIgnoringCase(argv[1] ?? '', 'usage') ? [{ index: 2, ...UNTOLD }] : [];
}

/** 6.x: `STRALGO LCS KEYS a b`. */
function stralgoKeys(argv: readonly string[]): readonly KeyReference[] {
  const keywordAt = argv.findIndex((word, i) => i >= 1 && sameIgnoringCase(word, 'keys') && argv.length - 1 - i >= 2);
  return keywordAt === -1 ? [] : [keywordAt + 1, keywordAt + 2].map((index) => ({ index, ...UNTOLD }));
}

const FINDERS: ReadonlyMap<string, KeyFinder> = new Map([
  ...['eval', 'evalsha', 'eval_ro', 'evalsha_ro', 'fcall', 'fcall_ro', 'blmpop', 'bzmpop'].map(
    (name) => [name, counted(2, 3)] as const,
  ),
  ...['sintercard', 'zinter', 'zunion', 'zdiff', 'zintercard', 'lmpop', 'zmpop'].map(
    (name) => [name, counted(1, 2)] as const,
  ),
  ...['zinterstore', 'zunionstore', 'zdiffstore'].map((name) => [name, counted(2, 3, 1)] as const),
  ['sort', sortKeys],
  ['sort_ro', () => [{ index: 1, ...READ }]],
  ['migrate', migrateKeys],
  ['georadius', geoRadiusKeys],
  ['georadiusbymember', geoRadiusKeys],
  ['xread', streamKeys],
  ['xreadgroup', streamKeys],
  ['set', setKeys],
  ['bitfield', bitfieldKeys],
  ['delex', () => [{ index: 1, ...WRITE }]],
] as const);

const EARLY_FINDERS: ReadonlyMap<string, KeyFinder> = new Map([
  ...['eval', 'evalsha'].map((name) => [name, counted(2, 3)] as const),
  ...['zinter', 'zunion', 'zdiff'].map((name) => [name, counted(1, 2)] as const),
  ...['zinterstore', 'zunionstore', 'zdiffstore'].map((name) => [name, counted(2, 3, 1)] as const),
  ['sort', sortKeys],
  ['migrate', earlyMigrateKeys],
  ['georadius', geoRadiusKeys],
  ['georadiusbymember', geoRadiusKeys],
  ['xread', streamKeys],
  ['xreadgroup', streamKeys],
  ['memory', memoryKeys],
  ['stralgo', stralgoKeys],
] as const);

function skipOf(option: string, options: ReadonlyMap<string, number>): number | undefined {
  for (const [name, skipped] of options) if (sameIgnoringCase(option, name)) return skipped;
  return undefined;
}

function from(first: number, argv: readonly string[], use: Omit<KeyReference, 'index'>): readonly KeyReference[] {
  return Array.from({ length: argv.length - first }, (_, i) => ({ index: first + i, ...use }));
}

/** C's `atoi`: the number at the beginning, 0 without one, cut to 32 bits. */
function atoi(text: string): number {
  return Number(BigInt.asIntN(32, BigInt(/^[ \t\n\v\f\r]*\+?(-?\d+)/.exec(text)?.[1] ?? 0)));
}

import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Command } from '../catalog/command.js';
import { type KeySpec, keySpecsOf } from '../catalog/key-specs.js';
import { sameIgnoringCase } from '../catalog/values/c-string.js';
import { string2ll } from '../catalog/values/integer.js';
import { earlyKeyFinderOf, type KeyReference, keyFinderOf } from './key-callbacks.js';

/** Whether any arguments of the command can be keys, as `doesCommandHaveKeys` (db.c) has it. */
export function hasKeys(command: Command, catalog: Catalog): boolean {
  return methodOf(command, catalog).hasKeys;
}

/**
 * The keys among a command's arguments, as the server finds them before it runs the command. Arguments that make no
 * sense hold no keys, or not all: the command itself will refuse them.
 * @param argv the command's name first; of the right number for its arity
 */
export function keyReferences(command: Command, argv: readonly string[], catalog: Catalog): readonly KeyReference[] {
  return methodOf(command, catalog).find(argv);
}

/** How a release finds the keys of one command. */
interface Method {
  readonly hasKeys: boolean;
  find(argv: readonly string[]): readonly KeyReference[];
}

const methods = new WeakMap<Command, Method>();

/** Every catalogue has command objects of its own, so that a method is made once for each. */
function methodOf(command: Command, catalog: Catalog): Method {
  const known = methods.get(command);
  if (known !== undefined) return known;
  const method = aclBehaviourOf(catalog.target).selectors
    ? methodBySpecs(command, catalog)
    : earlyMethod(command, catalog);
  methods.set(command, method);
  return method;
}

function earlyMethod(command: Command, catalog: Catalog): Method {
  const behaviour = aclBehaviourOf(catalog.target);
  const finder = earlyKeyFinderOf(command.name);
  return {
    hasKeys: finder !== undefined || command.keys[0] !== 0,
    find: (argv) => finder?.(argv, behaviour) ?? keysOfTable(command, argv),
  };
}

/** Specifications where they suffice and fit, else the command's own function (`getKeysFromCommandWithSpecs`). */
function methodBySpecs({ name }: Command, { target }: Catalog): Method {
  const behaviour = aclBehaviourOf(target);
  const finder = keyFinderOf(name);
  const specs = keySpecsOf(name, target.name).filter(({ flags }) => !flags.includes('not_key'));
  const isReliable = specs.length > 0 && !specs.some(hasFlag('variable_flags'));
  // The functions tell what is done with the keys only where a specification cannot.
  const tells = !isReliable || specs.some(hasFlag('incomplete'));
  return {
    hasKeys: finder !== undefined || specs.length > 0,
    find: (argv) => {
      const found = isReliable ? keysOfSpecs(specs, argv) : undefined;
      if (found !== undefined) return found;
      const keys = finder?.(argv, behaviour) ?? [];
      return tells ? keys : keys.map(({ index }) => untold(index));
    },
  };
}

function hasFlag(flag: string): (spec: KeySpec) => boolean {
  return ({ flags, beginSearch }) => flags.includes(flag) || (flag === 'incomplete' && beginSearch.type === 'unknown');
}

function untold(index: number): KeyReference {
  return { index, reads: false, writes: false };
}

/**
 * `getKeysUsingKeySpecs`: undefined as soon as one specification does not fit the arguments. One whose keyword is not
 * there has no keys.
 */
function keysOfSpecs(specs: readonly KeySpec[], argv: readonly string[]): readonly KeyReference[] | undefined {
  const keys: KeyReference[] = [];
  for (const spec of specs) {
    const begin = beginOf(spec.beginSearch, argv);
    if (begin === 'no keyword') continue;
    const range = begin === undefined ? undefined : rangeOf(spec.findKeys, begin, argv);
    if (range === undefined || spec.flags.includes('incomplete')) return undefined;
    const reads = spec.flags.includes('access');
    const writes = spec.flags.some((flag) => flag === 'insert' || flag === 'update' || flag === 'delete');
    for (let index = range.first; index <= range.last; index += range.step) keys.push({ index, reads, writes });
  }
  return keys;
}

interface KeyRange {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

function rangeOf(findKeys: KeySpec['findKeys'], begin: number, argv: readonly string[]): KeyRange | undefined {
  if (findKeys.type === 'unknown') return undefined;
  if (findKeys.type === 'keynum') {
    const count = string2ll(argv[begin + findKeys.keynumidx] ?? '');
    if (count === undefined || count < 0n) return undefined;
    const first = begin + findKeys.firstkey;
    return within(first, first + (Number(count) - 1) * findKeys.keystep, findKeys.keystep, argv);
  }
  const { lastkey, limit, keystep } = findKeys;
  if (lastkey >= 0) return within(begin, begin + lastkey, keystep, argv);
  const last = limit === 0 ? argv.length + lastkey : begin + Math.trunc((argv.length - begin) / limit) + lastkey;
  return within(begin, last, keystep, argv);
}

function within(first: number, last: number, step: number, argv: readonly string[]): KeyRange | undefined {
  return last >= argv.length || last < first || first >= argv.length ? undefined : { first, last, step };
}

/** Index of the first argument to look at: fixed, or behind a keyword, searched forwards or from the end. */
function beginOf(begin: KeySpec['beginSearch'], argv: readonly string[]): number | 'no keyword' | undefined {
  if (begin.type === 'unknown') return undefined;
  if (begin.type === 'index') return begin.index;
  const isForward = begin.startfrom > 0;
  const start = isForward ? begin.startfrom : argv.length + begin.startfrom;
  const end = isForward ? argv.length - 1 : 1;
  const step = start <= end ? 1 : -1;
  for (let i = start; i !== end; i += step) {
    if (i >= argv.length || i < 1) break;
    if (sameIgnoringCase(argv[i] ?? '', begin.keyword)) return i + 1;
  }
  return 'no keyword';
}

/** `getKeysUsingCommandTable` of 6.x: no keys at all where the last one is missing. */
function keysOfTable({ keys: [first, lastKey, step] }: Command, argv: readonly string[]): readonly KeyReference[] {
  if (first === 0) return [];
  const last = lastKey < 0 ? argv.length + lastKey : lastKey;
  const keys: KeyReference[] = [];
  for (let index = first; index <= last; index += step) {
    if (index >= argv.length) return [];
    keys.push(untold(index));
  }
  return keys;
}

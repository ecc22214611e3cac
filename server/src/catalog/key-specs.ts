import { type Availability, at, type Dated, isIn } from './availability.js';
import table from './data/key-specs.json' with { type: 'json' };
import type { TargetName } from './target.js';

/** Where some keys of a command stand among its arguments, and what it does with them, as `COMMAND INFO` tells it. */
export interface KeySpec {
  readonly beginSearch:
    | { readonly type: 'index'; readonly index: number }
    | { readonly type: 'keyword'; readonly keyword: string; readonly startfrom: number }
    | { readonly type: 'unknown' };
  readonly findKeys:
    | { readonly type: 'range'; readonly lastkey: number; readonly keystep: number; readonly limit: number }
    | { readonly type: 'keynum'; readonly keynumidx: number; readonly firstkey: number; readonly keystep: number }
    | { readonly type: 'unknown' };
  readonly flags: readonly string[];
}

/**
 * The key specifications of a command or subcommand, from Redis 7.0 on; empty for one without keys.
 * A release that could not be asked is taken for the nearest one that could.
 * @param name lower case
 */
export function keySpecsOf(name: string, target: TargetName): readonly KeySpec[] {
  const known = specsByTarget.get(target);
  if (known !== undefined) return known.get(name) ?? NONE;
  const specs = new Map(Object.entries(SPECS).map(([command, row]) => [command, specsFor(row, target)]));
  specsByTarget.set(target, specs);
  return specs.get(name) ?? NONE;
}

const NONE: readonly KeySpec[] = [];
const specsByTarget = new Map<TargetName, ReadonlyMap<string, readonly KeySpec[]>>();

function specsFor(row: SpecRow, target: TargetName): readonly KeySpec[] {
  for (const candidate of MEASURED.includes(target) ? [target] : (NEAREST[target] ?? [])) {
    const specs = isIn(row.in, candidate) ? at(row.specs, candidate) : undefined;
    if (specs !== undefined) return specs;
  }
  return NONE;
}

interface SpecRow {
  readonly in: Availability;
  readonly specs: Dated<readonly KeySpec[]>;
}

// Written by build-catalog.mjs in this shape; TypeScript infers one literal type per row.
const SPECS = table.commands as unknown as Readonly<Record<string, SpecRow>>;

const MEASURED: readonly string[] = table.targets;

const NEAREST: Readonly<Partial<Record<TargetName, readonly TargetName[]>>> = {
  'redis-7.2': ['redis-7.0', 'redis-8.0'],
  'redis-7.4': ['redis-7.0', 'redis-8.0'],
  'valkey-7.2': ['valkey-8.0', 'redis-7.0'],
};

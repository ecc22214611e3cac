import { targetsIn } from '../../src/catalog/availability.js';
import { availabilityOf } from './availability.js';

/** What is known of one name: field → value. */
export type Entry = Readonly<Record<string, unknown>>;

/** One target's facts: name → what is known of it. */
export type Entries = Readonly<Record<string, Entry>>;

/** A row of a table: where the name exists, and its fields, each one value or a list of dated ones. */
export type Row = { readonly in: string } & Entry;

interface DatedValue {
  readonly in: string;
  readonly value: unknown;
}

/**
 * Merges the facts of all targets into one table, sorted by name.
 *
 * @param targets in release order
 * @param fieldOrder the order in which fields are written; throws for a field that is not listed
 */
export function compress(
  byTarget: ReadonlyMap<string, Entries>,
  targets: readonly string[],
  fieldOrder: readonly string[],
): Readonly<Record<string, Row>> {
  const names = new Set(targets.flatMap((target) => Object.keys(byTarget.get(target) ?? {})));
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const places = new Map(
        targets.flatMap((target) => {
          const entry = byTarget.get(target)?.[name];
          return entry === undefined ? [] : [[target, entry] as const];
        }),
      );
      const row = {
        in: availabilityOf(new Set(places.keys()), targets),
        ...compressFields(places, targets, fieldOrder),
      };
      return [name, row];
    }),
  );
}

/**
 * The inverse of `compress`.
 *
 * @param targets the targets that the table was written for
 */
export function expand(table: Readonly<Record<string, Row>>, targets: readonly string[]): Map<string, Entries> {
  const byTarget = new Map(targets.map((target) => [target, {} as Record<string, Record<string, unknown>>]));
  for (const [name, { in: availability, ...fields }] of Object.entries(table)) {
    for (const entries of places(availability, byTarget)) entries[name] = {};
    for (const [field, value] of Object.entries(fields)) {
      for (const dated of isDated(value) ? value.dated : [{ in: availability, value }]) {
        for (const entries of places(dated.in, byTarget)) entries[name] = { ...entries[name], [field]: dated.value };
      }
    }
  }
  return byTarget;
}

/** A table may know fewer targets than its texts span: what only live servers tell was not asked of all. */
function places<T>(availability: string, byTarget: ReadonlyMap<string, T>): readonly T[] {
  return targetsIn(availability).flatMap((target) => byTarget.get(target) ?? []);
}

function isDated(value: unknown): value is { readonly dated: readonly DatedValue[] } {
  return typeof value === 'object' && value !== null && 'dated' in value;
}

function compressFields(
  byTarget: ReadonlyMap<string, Entry>,
  targets: readonly string[],
  fieldOrder: readonly string[],
): Entry {
  const used = new Set([...byTarget.values()].flatMap((entry) => Object.keys(entry)));
  for (const field of used) {
    if (!fieldOrder.includes(field)) throw new Error(`${field} is not a field of this table`);
  }
  return Object.fromEntries(
    fieldOrder.filter((field) => used.has(field)).map((field) => [field, compressField(byTarget, targets, field)]),
  );
}

function compressField(byTarget: ReadonlyMap<string, Entry>, targets: readonly string[], field: string): unknown {
  const placesByValue = new Map<string, Set<string>>();
  for (const [target, entry] of byTarget) {
    if (entry[field] === undefined) continue;
    const value = JSON.stringify(entry[field]);
    placesByValue.set(value, (placesByValue.get(value) ?? new Set()).add(target));
  }
  const dated = [...placesByValue].map(([value, where]) => ({
    in: availabilityOf(where, targets),
    value: JSON.parse(value) as unknown,
  }));
  const everywhere = [...placesByValue.values()].some((where) => where.size === byTarget.size);
  return everywhere ? dated[0]?.value : { dated };
}

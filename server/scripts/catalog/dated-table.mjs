import { availabilityOf, targetsIn } from './availability.mjs';

/**
 * @typedef {Record<string, Record<string, unknown>>} Entries one target's facts: name → field → value
 */

/**
 * Merges the facts of all targets into one table in which every name says where it exists, and every field is
 * either one value for all those places or a list of dated values.
 *
 * @param {ReadonlyMap<string, Entries>} byTarget
 * @param {readonly string[]} targets in release order
 * @param {readonly string[]} fieldOrder the order in which fields are written; a field not listed is an error
 * @returns {Record<string, Record<string, unknown>>} sorted by name
 */
export function compress(byTarget, targets, fieldOrder) {
  const names = new Set(targets.flatMap((target) => Object.keys(byTarget.get(target) ?? {})));
  const table = {};
  for (const name of [...names].sort()) {
    const where = targets.filter((target) => byTarget.get(target)?.[name] !== undefined);
    table[name] = {
      in: availabilityOf(new Set(where), targets),
      ...compressFields(new Map(where.map((target) => [target, byTarget.get(target)[name]])), targets, fieldOrder),
    };
  }
  return table;
}

/**
 * The inverse of `compress`.
 *
 * @param {Record<string, Record<string, unknown>>} table
 * @param {readonly string[]} targets the targets the table was written for
 * @returns {Map<string, Entries>}
 */
export function expand(table, targets) {
  const byTarget = new Map(targets.map((target) => [target, {}]));
  for (const [name, { in: availability, ...fields }] of Object.entries(table)) {
    for (const target of targetsIn(availability, targets)) byTarget.get(target)[name] = {};
    for (const [field, value] of Object.entries(fields)) {
      const dated = value?.dated ?? [{ in: availability, value }];
      for (const part of dated) {
        for (const target of targetsIn(part.in, targets)) byTarget.get(target)[name][field] = part.value;
      }
    }
  }
  return byTarget;
}

function compressFields(byTarget, targets, fieldOrder) {
  const fields = {};
  const used = new Set([...byTarget.values()].flatMap((record) => Object.keys(record)));
  for (const field of used) {
    if (!fieldOrder.includes(field)) throw new Error(`${field} is not a field of this table`);
  }
  for (const field of fieldOrder.filter((each) => used.has(each))) {
    fields[field] = datedValue(byTarget, targets, field);
  }
  return fields;
}

function datedValue(byTarget, targets, field) {
  const places = new Map();
  for (const [target, record] of byTarget) {
    if (record[field] === undefined) continue;
    const key = JSON.stringify(record[field]);
    places.set(key, new Set([...(places.get(key) ?? []), target]));
  }
  const [[key, present]] = places;
  if (places.size === 1 && present.size === byTarget.size) return JSON.parse(key);
  return {
    dated: [...places].map(([value, where]) => ({ in: availabilityOf(where, targets), value: JSON.parse(value) })),
  };
}

import { getNodeValue, type Node } from 'jsonc-parser';
import { nearest } from '../rules/nearest.js';
import type { Schema } from './schema.js';

/** Told of a key or value that the schema does not allow. */
export type Complain = (node: Node, message: string) => void;

/**
 * The value of a JSON node without the parts that the schema does not allow, each of which is complained of.
 * Undefined where nothing is left.
 */
export function checkedValue(node: Node, schema: Schema, complain: Complain): unknown {
  if (node.type !== schema.type) {
    complain(node, `${KINDS[schema.type]} has to stand here, not ${KINDS[node.type] ?? `a ${node.type}`}`);
    return undefined;
  }
  if (schema.type === 'object') return checkedObject(node, schema, complain);
  if (schema.type === 'array') return checkedArray(node, schema, complain);

  const value: unknown = getNodeValue(node);
  if (typeof value === 'string' && schema.enum !== undefined && !schema.enum.includes(value)) {
    complain(node, `${JSON.stringify(value)} is not known here${choices(schema.enum) || meant(value, schema.enum)}`);
    return undefined;
  }
  return value;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
};

function checkedArray(node: Node, { items }: Schema, complain: Complain): unknown {
  const values = (node.children ?? []).map((item) =>
    items ? checkedValue(item, items, complain) : getNodeValue(item),
  );
  return values.filter((value) => value !== undefined);
}

function checkedObject(node: Node, schema: Schema, complain: Complain): unknown {
  const result: Record<string, unknown> = {};
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(getNodeValue(key));
    const expected = memberOf(schema, name);
    if (expected === undefined) {
      const keys = Object.keys(schema.properties ?? {});
      complain(key, `${JSON.stringify(name)} is not known here${meant(name, keys) || choices(keys)}`);
      continue;
    }
    const checked = checkedValue(value, expected, complain);
    if (checked !== undefined) result[name] = checked;
  }
  const missing = schema.required?.find((name) => !(name in result));
  if (missing === undefined) return result;
  if (!hasKey(node, missing)) complain(node, `${JSON.stringify(missing)} is missing`);
  return undefined;
}

function memberOf({ properties = {}, additionalProperties }: Schema, name: string): Schema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name];
  return additionalProperties === false ? undefined : additionalProperties;
}

function hasKey(node: Node, name: string): boolean {
  return (node.children ?? []).some(({ children }) => children?.[0]?.value === name);
}

function meant(written: string, names: readonly string[]): string {
  const name = nearest(written, names);
  return name === undefined ? '' : `: write ${JSON.stringify(name)}`;
}

/** All names, where they are few. */
function choices(names: readonly string[]): string {
  return names.length > 0 && names.length <= FEW ? `: write one of ${names.join(', ')}` : '';
}

const FEW = 12;

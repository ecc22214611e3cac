import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { targetOf } from '../../server/src/catalog/target.js';
import type { RefusalCode } from '../../server/src/model/refusal.js';
import { RULES } from '../../server/src/rules/registry.js';

const FOLDER = new URL('../../server/src/rules/', import.meta.url);

const FILES = readdirSync(FOLDER).filter((name) =>
  readFileSync(new URL(name, FOLDER), 'utf8').includes('export default defineRule('),
);

test('every file of a rule is in the registry, in the order of ids', () => {
  expect(RULES.map(({ id }) => `${id}.ts`)).toEqual([...FILES].sort());
});

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  '%s has a file of its name, a test and a sound page',
  (id, rule) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
    expect(readFileSync(new URL(`${id}.ts`, FOLDER), 'utf8')).toContain(`id: '${id}'`);
    expect(readdirSync(new URL('.', import.meta.url))).toContain(`${id}.test.ts`);
    expect(rule.tags).not.toEqual([]);
    expect(rule.summary).toMatch(/^\S.*\.$/s);
    expect(rule.rationale).toMatch(/^\S.*\.$/s);
    for (const address of rule.references) expect(address).toMatch(/^https:\/\/|^CWE-\d+$/);
    if (rule.example.target !== undefined) expect(targetOf(rule.example.target)).toBeDefined();
    for (const other of rule.supersedes ?? []) expect(RULES.map((known) => known.id)).toContain(other);
  },
);

describe('refusals', () => {
  const codes = refusalCodes();

  test.each(codes)('%s is explained by exactly one rule', (code) => {
    const explaining = RULES.filter((rule) => rule.kind === 'load' && rule.explains.includes(code));
    expect(explaining).toHaveLength(1);
  });

  test('no rule explains what is no refusal', () => {
    const explained = RULES.flatMap((rule) => (rule.kind === 'load' ? rule.explains : []));
    expect(explained.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

/** The codes as the type lists them. */
function refusalCodes(): readonly RefusalCode[] {
  const source = readFileSync(new URL('../model/refusal.ts', FOLDER), 'utf8');
  const union = /export type RefusalCode =(.*?)\n\n/s.exec(source)?.[1] ?? '';
  return [...union.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code as RefusalCode);
}

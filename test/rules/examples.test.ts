import { describe, expect, test } from 'vitest';
import { targetOf } from '../../server/src/catalog/target.js';
import type { Rule } from '../../server/src/rules/define.js';
import { RULES } from '../../server/src/rules/registry.js';
import { draw, undraw } from '../support/drawing.js';
import type { FixtureOptions } from '../support/fixtures.js';
import { expectFindings, findingsIn, fixed, project, projectOf } from '../support/fixtures.js';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const { bad, good } = rule.example;
  const options = optionsOf(rule);

  test('reports its bad example as drawn', () => expectFindings(rule, bad, options));

  test('is silent about its good example', () => expectFindings(rule, good, options));

  test('has a bad example that loads, unless it is about loading', async () => {
    const { refusals } = await project(bad, options);
    expect(refusals.length > 0).toBe(rule.kind === 'load');
  });

  test('has a good example that loads', async () => {
    expect((await project(good, options)).refusals).toEqual([]);
  });

  test('turns the bad example into the good one by its first fix', async () => {
    const files = undraw(bad);
    const [fix] = findingsIn(await projectOf(files, options), rule, options).flatMap(({ fixes }) => fixes);
    if (fix !== undefined) expect(draw(fixed(files, fix))).toBe(draw(undraw(good)));
  });
});

function optionsOf(rule: Rule): FixtureOptions {
  const { target, circumstances = {} } = rule.example;
  const name = targetOf(target ?? '')?.name;
  return name === undefined ? { circumstances } : { circumstances, target: name };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expand } from '../../server/scripts/catalog/dated-table.js';
import { DATA } from '../../server/scripts/catalog/tables.js';
import { bindingsOf } from '../../server/src/catalog/bindings.js';
import { TARGETS, target } from '../../server/src/catalog/target.js';

const { targets, directives } = JSON.parse(readFileSync(join(DATA, 'directives.json'), 'utf8'));
const measured = expand(directives, targets);

/** Lines that do something when they are read instead of setting a value. */
const CARRIED_OUT = ['dir', 'include', 'loadmodule', 'logfile', 'rename-command', 'sentinel', 'user'];

/** Of these arguments every directive that is more than a text refuses some. */
const ARGUMENTS = ['', 'qqq', 'a/b', '1%', '-1', '9999999', 'a b']
  .map((text) => [text])
  .concat([['x', 'x'], Array(17).fill('x')]);

test.each(TARGETS)('what probing cannot tell of a directive of %s is bound by hand', (name) => {
  const open = Object.entries(measured.get(name) ?? {})
    .filter(([, { type, validated }]) => type === 'special' || validated === true)
    .map(([directive]) => directive)
    .filter((directive) => !CARRIED_OUT.includes(directive) && !refusesSomething(name, directive));
  expect(open).toEqual([]);
});

function refusesSomething(name: (typeof TARGETS)[number], directive: string): boolean {
  const binding = bindingsOf(target(name)).get(directive);
  return ARGUMENTS.some((args) => binding?.read(args).kind === 'refused');
}

import { expect, test } from 'vitest';
import { allowingFix } from '../../server/src/rules/allow.js';
import decimalSizeUnit from '../../server/src/rules/decimal-size-unit.js';
import type { Rule } from '../../server/src/rules/define.js';
import emptyAclPattern from '../../server/src/rules/empty-acl-pattern.js';
import { draw, undraw } from '../support/drawing.js';
import { expectFindings, findingsIn, fixed, project } from '../support/fixtures.js';

test('a finding is allowed by a comment above its line', async () => {
  const drawn = `
    -- redis.conf --
    port 6379
    maxmemory 4g
  `;
  expect(await allowed(decimalSizeUnit, drawn)).toBe(
    draw(
      undraw(`
        -- redis.conf --
        port 6379
        # redis-hardening: allow decimal-size-unit (why this is fine here)
        maxmemory 4g
      `),
    ),
  );
});

test('an ACL file has no comments, so that none is offered', async () => {
  const drawn = `
    -- users.acl --
    user app on nopass ~ +@read
  `;
  expect(await allowed(emptyAclPattern, drawn)).toBeUndefined();
});

test('an allowance speaks for its own line and the next directive', () =>
  expectFindings(
    decimalSizeUnit,
    `
      maxmemory 4g
    #           ^^ 4g counts in thousands: write 4gb to count in steps of 1024
      # redis-hardening: allow decimal-size-unit (as the manual says)
      repl-backlog-size 1m
      maxmemory 4g
    #           ^^ 4g counts in thousands: write 4gb to count in steps of 1024
    `,
  ));

test('an allowance is for one rule', () =>
  expectFindings(
    decimalSizeUnit,
    `
      # redis-hardening: allow size-without-unit (small on purpose)
      maxmemory 4g
    #           ^^ 4g counts in thousands: write 4gb to count in steps of 1024
    `,
  ));

test('blanks in the comment do not matter', () =>
  expectFindings(
    decimalSizeUnit,
    `
      #redis-hardening:allow   decimal-size-unit
      maxmemory 4g
    `,
  ));

/** The files after the first finding was allowed. */
async function allowed(rule: Rule, drawn: string): Promise<string | undefined> {
  const read = await project(drawn);
  const [finding] = findingsIn(read, rule);
  const fix = finding && allowingFix(read, finding);
  return fix && draw(fixed(undraw(drawn), fix));
}

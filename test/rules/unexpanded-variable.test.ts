import { expect, test } from 'vitest';
import rule from '../../server/src/rules/unexpanded-variable.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('in braces', () =>
  expectFindings(
    rule,
    `
      masterauth \${PRIMARY_PASSWORD}
    #            ^^^^^^^^^^^^^^^^^^^ servers expand no variables: include a file that sets the value
      bind $POD_IP
    #      ^^^^^^^ servers expand no variables: write the value
  `,
  ));

test('a password of an ACL user', () =>
  expectFindings(
    rule,
    `
      user app on >$APP_PASSWORD ~app:* +@read
    #             ^^^^^^^^^^^^^^ servers expand no variables: write the value
  `,
  ));

test('a dollar sign somewhere in a password is a character', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW$9sQ2
  `,
  ));

test('keyspace events have a dollar sign among their letters', () =>
  expectFindings(
    rule,
    `
      notify-keyspace-events Kg$
  `,
  ));

test('a file that says by its name that it is filled in first', () =>
  expectFindings(
    rule,
    `
      -- redis.conf.tmpl --
      requirepass \${REDIS_PASSWORD}
  `,
  ));

test('a password that everybody can read is an error, another value a warning', async () => {
  expect(await severitiesOf(rule, 'requirepass $REDIS_PASS\n')).toEqual(['error']);
  expect(await severitiesOf(rule, 'requirepass $REDIS_PASS\n', { profile: 'development' })).toEqual(['warning']);
  expect(await severitiesOf(rule, 'dbfilename $DB_FILE\n')).toEqual(['warning']);
});

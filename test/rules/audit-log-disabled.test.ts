import { test } from 'vitest';
import rule from '../../server/src/rules/audit-log-disabled.js';
import { expectFindings } from '../support/fixtures.js';

test('the defaults record', () =>
  expectFindings(
    rule,
    `
      port 6379
  `,
  ));

test('another length is a matter of taste', () =>
  expectFindings(
    rule,
    `
      acllog-max-len 16
      slowlog-log-slower-than 500000
  `,
  ));

test('the slow log by its name in Valkey', () =>
  expectFindings(
    rule,
    `
      commandlog-execution-slower-than -1
    #                                  ^^ commands that keep the server busy leave no trace: write 10000
  `,
    { target: 'valkey-8.1' },
  ));

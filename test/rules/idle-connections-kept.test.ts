import { test } from 'vitest';
import rule from '../../server/src/rules/idle-connections-kept.js';
import { expectFindings } from '../support/fixtures.js';

test('the default asks', () =>
  expectFindings(
    rule,
    `
      port 6379
  `,
  ));

test('a timeout ends them too', () =>
  expectFindings(
    rule,
    `
      tcp-keepalive 0
      timeout 600
  `,
  ));

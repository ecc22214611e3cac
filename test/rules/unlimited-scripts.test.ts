import { test } from 'vitest';
import rule from '../../server/src/rules/unlimited-scripts.js';
import { expectFindings } from '../support/fixtures.js';

test('between a second and a minute', () =>
  expectFindings(
    rule,
    `
      busy-reply-threshold 30000
  `,
  ));

test('nobody may run scripts', () =>
  expectFindings(
    rule,
    `
      user default off
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
      busy-reply-threshold 0
  `,
  ));

test('the old name is the same setting', () =>
  expectFindings(
    rule,
    `
      lua-time-limit 0
    #                ^ a script that does not end can never be stopped: delete the line for 5 seconds
  `,
  ));

test('minutes of freezing', () =>
  expectFindings(
    rule,
    `
      lua-time-limit 600000
    #                ^^^^^^ a script may freeze the server for over a minute: delete the line for 5 seconds
  `,
  ));

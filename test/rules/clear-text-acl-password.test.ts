import { test } from 'vitest';
import rule from '../../server/src/rules/clear-text-acl-password.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a digest can be read by whoever likes to', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('what a program will fill in is no password yet', () =>
  expectFindings(
    rule,
    `
      user app on ">\${APP_PASSWORD}" ~app:* +@read
      user other on ">{{ .password }}" ~app:* +@read
  `,
  ));

test('user lines of a configuration file are read with their quotes', () =>
  expectFix(
    rule,
    `
      user app on ">with a blank" ~app:* +@read
  `,
    `
      user app on #22b434044d0a142070d249637276675712d623bea87259e57f9dfb3fa1d233d0 ~app:* +@read
  `,
  ));

import { test } from 'vitest';
import rule from '../../server/src/rules/log-discarded.js';
import { expectFindings } from '../support/fixtures.js';

test('in the foreground somebody reads it', () =>
  expectFindings(
    rule,
    `
      logfile ""
  `,
  ));

test('syslog takes it', () =>
  expectFindings(
    rule,
    `
      daemonize yes
      syslog-enabled yes
  `,
  ));

test('a file takes it', () =>
  expectFindings(
    rule,
    `
      daemonize yes
      logfile /var/log/redis.log
  `,
  ));

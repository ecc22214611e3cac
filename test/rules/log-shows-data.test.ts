import { test } from 'vitest';
import rule from '../../server/src/rules/log-shows-data.js';
import { expectFindings } from '../support/fixtures.js';

test('notice is what servers are meant to run with', () =>
  expectFindings(
    rule,
    `
      loglevel notice
      hide-user-data-from-log yes
  `,
  ));

test('too little is wrong as well', () =>
  expectFindings(
    rule,
    `
      loglevel warning
    #          ^^^^^^^ the log leaves out connections and replication: write notice
  `,
  ));

test('nothing at all is worse', () =>
  expectFindings(
    rule,
    `
      loglevel nothing
    #          ^^^^^^^ the log stays empty, even where the server refuses to start: write notice
  `,
    { target: 'redis-8.0' },
  ));

test('while developing every detail is welcome', () =>
  expectFindings(
    rule,
    `
      loglevel debug
  `,
    { profile: 'development' },
  ));

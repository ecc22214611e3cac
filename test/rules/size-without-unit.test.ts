import { test } from 'vitest';
import rule from '../../server/src/rules/size-without-unit.js';
import { expectFindings } from '../support/fixtures.js';

test('no limit', () =>
  expectFindings(
    rule,
    `
      maxmemory 0
  `,
  ));

test('a million bytes may be meant', () =>
  expectFindings(
    rule,
    `
      maxmemory 1000000
  `,
  ));

test('fewer cannot', () =>
  expectFindings(
    rule,
    `
      maxmemory 999999
    #           ^^^^^^ maxmemory counts bytes: write 999999mb
  `,
  ));

test('other sizes may be small', () =>
  expectFindings(
    rule,
    `
      hash-max-listpack-value 64
      repl-backlog-size 16384
  `,
  ));

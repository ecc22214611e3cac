import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-bind-address.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('addresses, names and stars', () =>
  expectFindings(
    rule,
    `
      bind * -::*
  `,
  ));

test('this machine by names and numbers', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 ::1 localhost redis.example.org
  `,
  ));

test('6.0 knows no addresses that may be missing', () =>
  expectFix(
    rule,
    `
      bind 127.0.0.1 -::1
  `,
    `
      bind 127.0.0.1 ::1
  `,
    { target: 'redis-6.0' },
  ));

test('an address that another one covers', () =>
  expectFix(
    rule,
    `
      bind 0.0.0.0 127.0.0.1
  `,
    `
      bind 0.0.0.0
  `,
  ));

test('a range', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.0/8
    #      ^^^^^^^^^^ bind takes addresses of this machine and no ranges: write one of them
  `,
  ));

import { test } from 'vitest';
import rule from '../../server/src/rules/comment-as-value.js';
import { expectFindings } from '../support/fixtures.js';

test('a value that begins with a hash sign', () =>
  expectFindings(
    rule,
    `
      requirepass #k3vW9sQ2x7
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('a quoted hash sign', () =>
  expectFindings(
    rule,
    `
      loadmodule /usr/lib/redis/modules/search.so "#"
  `,
  ));

test('before 7.0 a save line with a comment is ignored', () =>
  expectFindings(
    rule,
    `
      save 900 1 # often enough
    #            ^^^^^^^^^^^^^^ comments stand on lines of their own: this one is why the line is ignored
  `,
    { target: 'redis-6.2' },
  ));

test('a line that the server refuses for it is another matter', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb # half
  `,
  ));

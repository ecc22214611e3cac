import { test } from 'vitest';
import rule from '../../server/src/rules/include-loop.js';
import { expectFindings } from '../support/fixtures.js';

test('a file may be included twice', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/tls.conf
      include /etc/redis/tls.conf
      -- tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('two files may not include each other', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/tls.conf
      -- tls.conf --
      include /etc/redis/redis.conf
    #         ^^^^^^^^^^^^^^^^^^^^^ this file is being read already, and the server reads in circles until it crashes: delete the line
  `,
  ));

test('a pattern that matches its own file is a loop', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/*.conf
    #         ^^^^^^^^^^^^^^^^^ this file is being read already, and the server reads in circles until it crashes: delete the line
  `,
  ));

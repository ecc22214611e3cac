import { test } from 'vitest';
import rule from '../../server/src/rules/include-without-match.js';
import { expectFindings } from '../support/fixtures.js';

test('a pattern that matches', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/conf.d/*.conf
      -- conf.d/tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('hidden files match only a pattern with a dot', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/conf.d/*.conf
    #         ^^^^^^^^^^^^^^^^^^^^^^^^ no file matches, and the server starts without any: mend the pattern
      -- conf.d/.tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

import { test } from 'vitest';
import rule from '../../server/src/rules/secret-in-clear.js';
import { expectFindings } from '../support/fixtures.js';

test('a variable is none', () =>
  expectFindings(
    rule,
    `
      masterauth $SECRET
  `,
  ));

test('an empty one is none', () =>
  expectFindings(
    rule,
    `
      requirepass ""
  `,
  ));

test('a file under /run/secrets is where it belongs', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      include /run/secrets/auth.conf
      -- /run/secrets/auth.conf --
      masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));

test('the passphrase of a key', () =>
  expectFindings(
    rule,
    `
      tls-key-file-pass kV8#2mQz
    #                   ^^^^^^^^ whoever reads this file has the secret: include the line from a file that only the server may read
  `,
  ));

test('a line that was commented out still tells', () =>
  expectFindings(
    rule,
    `
      # requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the line is commented out, and whoever reads this file has the secret: delete it
      port 6379
  `,
  ));

test('comments of the files that servers are delivered with, and prose', () =>
  expectFindings(
    rule,
    `
      # requirepass foobared
      # masterauth <master-password>
      # tls-key-file-pass secret
      # sentinel auth-pass mymaster MySUPER--secret-0123passw0rd
      # requirepass is not compatible with aclfile since 6.0.0
      # requirepass your-redis-password1
      port 6379
  `,
  ));

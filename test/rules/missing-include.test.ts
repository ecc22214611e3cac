import { test } from 'vitest';
import rule from '../../server/src/rules/missing-include.js';
import { expectFindings } from '../support/fixtures.js';

test('a relative path is looked up in the working directory', () =>
  expectFindings(
    rule,
    `
      include tls.conf
    #         ^^^^^^^^ no such file in the server's working directory: write an absolute path
  `,
  ));

test('a line dir before it moves the working directory', () =>
  expectFindings(
    rule,
    `
      dir /var/lib/redis
      include tls.conf
    #         ^^^^^^^^ no such file in the server's working directory: write an absolute path
      -- tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('a path may lead through no file', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      include tls.conf/
    #         ^^^^^^^^^ the path leads through a file as if that were a folder: correct it or delete the line
      -- tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('a pattern that matches nothing is accepted', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/conf.d/*.conf
  `,
  ));

test('before 7.0 a pattern is the name of a file', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/conf.d/*.conf
    #         ^^^^^^^^^^^^^^^^^^^^^^^^ Redis 6.2 takes a pattern for a file name: include each file by its name
      -- conf.d/tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
    { target: 'redis-6.2' },
  ));

test('a file that was not looked at may be there', () =>
  expectFindings(
    rule,
    `
      include /run/secrets/redis.conf
      -- /run/secrets/redis.conf (withheld) --
  `,
  ));

test('a folder is an empty file', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/conf.d
      -- conf.d/tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('no path is no file', () =>
  expectFindings(
    rule,
    `
      include ""
    #         ^^ include needs a path: name a file or delete the line
  `,
  ));

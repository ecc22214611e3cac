import { test } from 'vitest';
import rule from '../../server/src/rules/sentinel-scripts-changeable.js';
import { expectFindings } from '../support/fixtures.js';

test('scripts that the file names are fine', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
      sentinel notification-script m /usr/local/bin/notify
  `,
  ));

test('any letter case is read', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      SENTINEL Deny-Scripts-Reconfig NO
    #                                ^^ whoever may talk to this Sentinel may run programs here: write yes
  `,
  ));

test('a program where everybody may put another one', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
      sentinel notification-script m /tmp/notify.sh
    #                                ^^^^^^^^^^^^^^ every user of the machine may put another program there: keep it elsewhere
      sentinel client-reconfig-script m /usr/local/bin/reconfigure.sh
  `,
  ));

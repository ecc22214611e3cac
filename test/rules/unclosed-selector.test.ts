import { test } from 'vitest';
import rule from '../../server/src/rules/unclosed-selector.js';
import { expectFindings } from '../support/fixtures.js';

test('a selector ends at the first word that ends in a parenthesis', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read (~tmp:* +@write) (~log:* +append)
  `,
  ));

test('a parenthesis inside a word closes nothing', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass (~tmp:)* +@write
    #                    ^^^^^^^^ this selector is not closed: write ) at its end
  `,
  ));

test('in a configuration file too', () =>
  expectFindings(
    rule,
    `
      user app on nopass (~tmp:* +@write
    #                    ^^^^^^^ this selector is not closed: write ) at its end
  `,
  ));

test('before 7.0 there are none', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass (~tmp:*
  `,
    { target: 'redis-6.2' },
  ));

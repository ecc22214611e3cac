import { test } from 'vitest';
import rule from '../../server/src/rules/defragmentation-needs-bundled-allocator.js';
import { expectFindings } from '../support/fixtures.js';

test('every line that turns it on stops such a server, also one that a later line overrides', () =>
  expectFindings(
    rule,
    `
      activedefrag YES
    #              ^^^ only builds with the bundled allocator take this: those of Debian stop here
      activedefrag no
  `,
  ));

test('its thresholds alone stop none', () =>
  expectFindings(
    rule,
    `
      activedefrag no
      active-defrag-ignore-bytes 100mb
  `,
  ));

import { expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry.js';
import rule from '../../server/src/rules/unfilled-template.js';
import { expectFindings, findingsIn, project } from '../support/fixtures.js';

test('a file that a program fills in is one finding, and nothing is said of what is missing in it', async () => {
  const drawn = `
      -- redis.conf.j2 --
      bind {{ bind_address }}
    #      ^^^^^^^^^^^^^^^^^^ a program has to fill this in before a server reads the file: check what it has written
      {% if password is defined %}
      requirepass {{ password }}
      {% endif %}
      maxmemory {{ memory }}
  `;
  await expectFindings(RULES, drawn);
});

test('where only values are to be filled in, the rest is judged', async () => {
  const drawn = 'bind 0.0.0.0\nprotected-mode no\nport $PORT\n';
  const ids = findingsIn(await project(drawn), RULES).map(({ rule: id }) => id);
  expect(ids).toContain('unfilled-template');
  expect(ids).toContain('default-user-open');
  expect(ids).not.toContain('invalid-value');
});

test('a name to replace between at signs or underscores', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      maxclients @CLIENTS@
    #            ^^^^^^^^^ a program has to fill this in before a server reads the file: check what it has written
      include more.conf
      -- more.conf --
      timeout __TIMEOUT__
    #         ^^^^^^^^^^^ a program has to fill this in before a server reads the file: check what it has written
  `,
  ));

test('a brace that nobody fills in is a value', () =>
  expectFindings(
    rule,
    `
      proc-title-template "{title} {listen-addr}"
      requirepass k3vW9sQ2x7{not-filled}k3vW9sQ2x7
      timeout soon
  `,
  ));

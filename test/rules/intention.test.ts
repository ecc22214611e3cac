import { describe, expect, test } from 'vitest';
import defaultUserOpen from '../../server/src/rules/default-user-open.js';
import memoryUnlimited from '../../server/src/rules/memory-unlimited.js';
import protectedModeOff from '../../server/src/rules/protected-mode-off.js';
import { findingsOf } from '../../server/src/rules/run.js';
import tlsNotEnabled from '../../server/src/rules/tls-not-enabled.js';
import { expectFindings, project } from '../support/fixtures.js';

describe('a line that is refused for the comment behind it is judged without the comment', () => {
  test('what it sets is set', () =>
    expectFindings(
      memoryUnlimited,
      `
        maxmemory 1gb # half of the machine
    `,
    ));

  test('what it opens is open', () =>
    expectFindings(
      protectedModeOff,
      `
        bind 10.0.0.5
        protected-mode no # for the load balancer
      #                ^^ with this off, clients of other machines need no password: write yes
    `,
    ));

  test('in included files', () =>
    expectFindings(
      memoryUnlimited,
      `
        -- redis.conf --
        include memory.conf
        -- memory.conf --
        maxmemory 1gb # half of the machine
    `,
    ));

  test('in lines of users', () =>
    expectFindings(
      defaultUserOpen,
      `
        bind 10.0.0.5
        user default off # nobody
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get # one
    `,
    ));

  test('in lines whose words no directive takes', async () => {
    const { refusals, intended } = await project('rename-command FLUSHALL "" # gone');
    expect(refusals.map(({ code }) => code)).toEqual(['trailing-comment']);
    expect(intended?.refusals).toEqual([]);
  });

  test('and the comment stays when the line is mended', async () => {
    const loaded = await project('bind 10.0.0.5\nprotected-mode no # off\n');
    const request = { profile: 'production', now: 0, randomBytes: (count: number) => new Uint8Array(count) } as const;
    const findings = findingsOf(loaded, { ...request, rules: [protectedModeOff] });
    const [edit] = findings[0]?.fixes[0]?.edits ?? [];
    const line = 'protected-mode no # off';
    const { start, end } = edit?.range ?? { start: { column: 0 }, end: { column: line.length } };
    expect(line.slice(0, start.column) + edit?.newText + line.slice(end.column)).toBe('protected-mode yes # off');
  });
});

test('nothing is missing that a refused line was to say', async () => {
  await expectFindings(memoryUnlimited, 'maxmemory 2 gb');
  await expectFindings(defaultUserOpen, 'bind 10.0.0.5\nrequirepass two words');
  await expectFindings(tlsNotEnabled, 'bind 10.0.0.5\ntls-port many');
});

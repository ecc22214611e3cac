import { describe, expect, test } from 'vitest';
import { type Statement, wholePlace } from '../../server/src/model/statement.js';
import decimalSizeUnit from '../../server/src/rules/decimal-size-unit.js';
import type { Finding, JudgingRule, Report, Rule } from '../../server/src/rules/define.js';
import { findingsOf, type Request } from '../../server/src/rules/run.js';
import trailingComment from '../../server/src/rules/trailing-comment.js';
import { project } from '../support/fixtures.js';

const EVERY_LINE = judging('every-line', (statement, report) => report(wholePlace(statement), 'a line'));

test('what every file of a project has to say comes in the order of its files and lines', async () => {
  const drawn = `
    -- redis.conf --
    port 6379
    include /etc/redis/more.conf
    -- more.conf --
    timeout 0
  `;
  const findings = await found(drawn, [EVERY_LINE]);
  expect(findings.map(({ at }) => `${at.uri.slice('file:///etc/redis/'.length)} ${at.line}`)).toEqual([
    'redis.conf 0',
    'redis.conf 1',
    'more.conf 0',
  ]);
});

test('a file that is included twice says everything once', async () => {
  const drawn = `
    -- redis.conf --
    include /etc/redis/more.conf
    include /etc/redis/more.conf
    -- more.conf --
    timeout 0
  `;
  expect(await found(drawn, [EVERY_LINE])).toHaveLength(3);
});

test('a line that the server refuses is not judged', async () => {
  expect(await found('timeout soon\nport 6379', [EVERY_LINE])).toHaveLength(1);
});

test('a rule that fails costs its own findings and nothing else', async () => {
  const failed: string[] = [];
  const failing = judging('failing', (statement, report) => {
    report(wholePlace(statement), 'half a truth');
    throw new Error('a defect');
  });
  const findings = await found('port 6379', [failing, EVERY_LINE], { onRuleError: (rule) => failed.push(rule) });
  expect(findings.map(({ rule }) => rule)).toEqual(['every-line']);
  expect(failed).toEqual(['failing']);
});

test('a refusal keeps the words of the server', async () => {
  const [finding] = await found('maxmemory 1gb # half', [trailingComment]);
  expect(finding).toMatchObject({ kind: 'load', severity: 'error', serverSays: 'wrong number of arguments' });
});

describe('severities', () => {
  test('a rule has one for each profile', async () => {
    const rule = { ...EVERY_LINE, severity: { production: 'error', development: 'hint' } } as const;
    expect((await found('port 1', [rule], { profile: 'production' }))[0]?.severity).toBe('error');
    expect((await found('port 1', [rule], { profile: 'development' }))[0]?.severity).toBe('hint');
  });

  test('what somebody has chosen stands above the rule and its finding', async () => {
    const rule = judging('every-line', (statement, report) =>
      report(wholePlace(statement), 'a line', { severity: 'error' }),
    );
    expect((await found('port 1', [rule]))[0]?.severity).toBe('error');
    expect((await found('port 1', [rule], { severities: { 'every-line': 'info' } }))[0]?.severity).toBe('info');
  });

  test('a rule can be switched off', async () => {
    expect(await found('port 1', [EVERY_LINE], { severities: { 'every-line': 'off' } })).toEqual([]);
    expect(await found('port 1 # one', [trailingComment], { severities: { 'trailing-comment': 'off' } })).toEqual([]);
  });
});

test('a rule that supersedes another one silences it on the same line only', async () => {
  const first = judging('first-line', (statement, report) => {
    if (statement.line === 0) report(wholePlace(statement), 'the first line');
  });
  const findings = await found('port 6379\ntimeout 0', [{ ...first, supersedes: ['every-line'] }, EVERY_LINE]);
  expect(findings.map(({ rule, at }) => `${rule} ${at.line}`)).toEqual(['first-line 0', 'every-line 1']);
});

describe('allowances of the configuration file', () => {
  const at = { uri: 'file:///etc/redis/.redis-hardening.json', line: 0, start: 0, end: 1 };
  const allowance = { rule: 'decimal-size-unit', reason: 'as the manual says', at };

  test('hide what a rule finds in a file', async () => {
    const listed = { ...allowance, uri: 'file:///etc/redis/redis.conf' };
    expect(await found('maxmemory 4g', [decimalSizeUnit], { allowances: [listed] })).toEqual([]);
  });

  test('and nothing in another one', async () => {
    const listed = { ...allowance, uri: 'file:///etc/redis/more.conf' };
    expect(await found('maxmemory 4g', [decimalSizeUnit], { allowances: [listed] })).toHaveLength(1);
  });

  test('in an ACL file for one user alone', async () => {
    const rule: JudgingRule = {
      ...EVERY_LINE,
      user: ({ definedAt, name }, _context, report) => definedAt && report(definedAt, name),
    };
    const drawn = `
      -- users.acl --
      user one on
      user two on
    `;
    const listed = { ...allowance, rule: 'every-line', uri: 'file:///etc/redis/users.acl', user: 'one' };
    const findings = await found(drawn, [rule], { allowances: [listed] });
    expect(findings.map(({ message }) => message)).toEqual(['two']);
  });
});

async function found(
  drawn: string,
  rules: readonly Rule[],
  request: Partial<Request> = {},
): Promise<readonly Finding[]> {
  const randomBytes = (count: number): Uint8Array => new Uint8Array(count);
  return findingsOf(await project(drawn), { profile: 'production', now: 0, rules, randomBytes, ...request });
}

function judging(id: string, statement: (statement: Statement, report: Report) => void): JudgingRule {
  return {
    id,
    kind: 'clarity',
    tags: ['syntax'],
    severity: 'warning',
    summary: '',
    rationale: '',
    references: [],
    example: { bad: '', good: '' },
    statement: (accepted, _context, report) => statement(accepted, report),
  };
}

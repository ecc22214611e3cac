import { expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const CHECK = 'check redis.conf --rule trailing-comment --target redis-7.2 --format';
const MESSAGE = 'comments stand on lines of their own: Redis 7.2 takes this one for values';
const machine = { files: { 'redis.conf': '\nmaxmemory 1gb # half\n' } };

test('JSON, version 1', async () => {
  const { status, stdout } = await run(`${CHECK} json`, machine);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    target: 'redis-7.2',
    profile: 'production',
    files: [
      {
        path: 'redis.conf',
        kind: 'config',
        loads: false,
        findings: [
          {
            rule: 'trailing-comment',
            kind: 'load',
            severity: 'error',
            message: MESSAGE,
            serverSays: 'wrong number of arguments',
            path: 'redis.conf',
            range: { start: { line: 2, column: 15 }, end: { line: 2, column: 21 } },
            related: [],
            fixes: [
              {
                title: 'Move the comment to its own line',
                safety: 'safe',
                edits: [
                  {
                    path: 'redis.conf',
                    range: { start: { line: 2, column: 1 }, end: { line: 2, column: 1 } },
                    newText: '# half\n',
                  },
                  {
                    path: 'redis.conf',
                    range: { start: { line: 2, column: 14 }, end: { line: 2, column: 21 } },
                    newText: '',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    summary: { files: 1, error: 1, warning: 0, info: 0, hint: 0 },
  });
  expect(status).toBe(1);
});

test('JSON for several targets: a report for each, in their order', async () => {
  const { stdout } = await run(`${CHECK} json --target valkey-8.0`, machine);
  expect(JSON.parse(stdout)).toMatchObject([
    { version: 1, target: 'redis-7.2' },
    { version: 1, target: 'valkey-8.0' },
  ]);
});

test('SARIF 2.1.0', async () => {
  const { stdout } = await run(`${CHECK} sarif`, machine);
  const region = { startLine: 2, startColumn: 15, endLine: 2, endColumn: 21 };
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'redis-hardening',
            version: '1.2.3',
            rules: [
              {
                id: 'trailing-comment',
                shortDescription: { text: 'A comment stands behind a directive.' },
                properties: { tags: ['load', 'syntax'] },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'trailing-comment',
            ruleIndex: 0,
            level: 'error',
            message: { text: MESSAGE },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'redis.conf' }, region } }],
            fixes: [
              {
                description: { text: 'Move the comment to its own line' },
                artifactChanges: [
                  {
                    artifactLocation: { uri: 'redis.conf' },
                    replacements: [
                      { deletedRegion: { startLine: 2, startColumn: 1 }, insertedContent: { text: '# half\n' } },
                      { deletedRegion: { startLine: 2, startColumn: 14 }, insertedContent: { text: '' } },
                    ],
                  },
                ],
              },
            ],
            properties: { serverSays: 'wrong number of arguments' },
          },
        ],
      },
    ],
  });
});

test('annotations of GitHub, with everything escaped that would end them', async () => {
  const { stdout } = await run(
    'check a,b:c%.conf --rule trailing-comment --target redis-7.2 --format github --kind config',
    { files: { 'a,b:c%.conf': 'maxmemory 1gb # half\n' } },
  );
  expect(stdout).toBe(
    `::error file=a%2Cb%3Ac%25.conf,line=1,col=15,endLine=1,endColumn=21,title=trailing-comment::${MESSAGE}\n`,
  );
});

test('JUnit: a suite a file, a failure a finding', async () => {
  const { stdout } = await run(`${CHECK} junit`, machine);
  expect(stdout).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="redis-hardening">
  <testsuite name="redis.conf (Redis 7.2)" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="redis.conf" name="trailing-comment at redis.conf:2:15">
      <failure type="error" message="${MESSAGE}">redis.conf:2:15&#10;${MESSAGE}&#10;the server says: wrong number of arguments</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('JUnit of a clean file: one case that passes', async () => {
  const { stdout } = await run(`${CHECK} junit`, { files: { 'redis.conf': '' } });
  expect(stdout).toContain('tests="1" failures="0"');
  expect(stdout).toContain('<testcase classname="redis.conf" name="no findings"/>');
});

test.each(['text', 'json', 'sarif', 'github', 'junit'])('%s shows no password and no hash', async (format) => {
  const { stdout } = await run(`check redis.conf sentinel.conf --format ${format}`, {
    files: {
      'redis.conf': `\
requirepass top-secret-1 # comment
masterauth top-secret-2 more
tls-key-file-pass top-secret-3 more
requirepas top-secret-4
user app on >top-secret-5 #${'ab'.repeat(32)} <top-secret-6 +nosuch
user app on > top-secret-7
user other "on >top-secret-8
`,
      'sentinel.conf': `\
sentinel auth-pass gone top-secret-1
sentinel sentinel-pass top-secret-2 more
`,
    },
  });
  expect(stdout).not.toContain('top-secret');
  expect(stdout).not.toContain('abab');
});

import { describe, expect, test } from 'vitest';
import { TARGETS } from '../../server/src/catalog/target.js';
import { type Configuration, readConfiguration } from '../../server/src/configuration/configuration.js';
import { localPath, mappedFiles, serverPath } from '../../server/src/configuration/mapped-files.js';
import { configurationSchema } from '../../server/src/configuration/schema.js';
import { draw, markAt, undraw } from '../support/drawing.js';
import { memoryFiles } from '../support/memory-files.js';

const RULES = [
  { id: 'trailing-comment', summary: 'A comment stands behind a directive.' },
  { id: 'weak-password', summary: 'A password is easy to guess.' },
];

const NAME = '.redis-hardening.json';

function read(text: string) {
  return readConfiguration(
    { uri: `file:///project/${NAME}`, text, resolve: (path) => `file:///project/${path}` },
    RULES,
  );
}

function configuration(text: string): Configuration {
  const { configuration, problems } = read(text);
  expect(problems).toEqual([]);
  return configuration;
}

/** Compares the problems of a file with the marks drawn under its text. */
function expectProblems(drawn: string): void {
  const [file] = undraw(`-- ${NAME} --\n${drawn}`);
  if (file === undefined) throw new Error('nothing drawn');
  const marks = read(file.text).problems.map(({ at, message }) => markAt(at, message));
  expect(draw([{ ...file, marks }])).toBe(draw([file]));
}

describe('what the file says', () => {
  test('everything at once', () => {
    const text = `{
      "$schema": "https://example.org/schema.json",
      "target": "redis-7.2", // what we run
      "profile": "development",
      "release": "7.2.4",
      "role": "cache",
      "administrators": ["root"],
      "rules": { "trailing-comment": "warning", "weak-password": "off" },
      "workingDirectory": "/var/lib/redis",
      "paths": { "/etc/redis/": "deploy/redis/" },
      "roots": ["redis.conf"],
      "baseline": "baseline.json",
    }`;
    expect(configuration(text)).toEqual({
      target: 'redis-7.2',
      profile: 'development',
      circumstances: { release: '7.2.4', role: 'cache', administrators: ['root'] },
      severities: { 'trailing-comment': 'warning', 'weak-password': 'off' },
      allowances: [],
      workingDirectory: '/var/lib/redis',
      paths: [{ server: '/etc/redis', uri: 'file:///project/deploy/redis' }],
      roots: ['file:///project/redis.conf'],
      baseline: 'file:///project/baseline.json',
    });
  });

  test('an allowance knows its file and where it stands', () => {
    const { allowances } = configuration(
      '{ "allow": [{ "rule": "weak-password", "path": "users.acl", "user": "app", "reason": "a test" }] }',
    );
    expect(allowances).toMatchObject([
      { rule: 'weak-password', uri: 'file:///project/users.acl', user: 'app', reason: 'a test' },
    ]);
  });
});

describe('what is wrong with it is said at its place, and the rest counts', () => {
  test('keys that are none', () => {
    expectProblems(`
        {
          "targe": "redis-7.2",
      #   ^^^^^^^ "targe" is not known here: write "target"
          "rules": { "trailing-coment": "off" },
      #              ^^^^^^^^^^^^^^^^^ "trailing-coment" is not known here: write "trailing-comment"
          "allow": [{ "rule": "weak-password", "path": "users.acl", "line": "3" }]
      #                                                             ^^^^^^ "line" is not known here: write one of rule, path, user, reason
        }
    `);
  });

  test('values that are none', () => {
    expectProblems(`
        {
          "target": "redis-9.9",
      #             ^^^^^^^^^^^ "redis-9.9" is not known here: write one of ${TARGETS.join(', ')}
          "profile": "strict",
      #              ^^^^^^^^ "strict" is not known here: write one of production, development
          "rules": { "weak-password": "fatal" }
      #                               ^^^^^^^ "fatal" is not known here: write one of error, warning, info, hint, off
        }
    `);
  });

  test('values of another type', () => {
    expectProblems(`
        {
          "target": 7.2,
      #             ^^^ a string has to stand here, not a number
          "roots": "redis.conf",
      #            ^^^^^^^^^^^^ a list has to stand here, not a string
          "rules": ["weak-password"],
      #            ^^^^^^^^^^^^^^^^^ an object has to stand here, not a list
          "administrators": ["root", null]
      #                              ^^^^ a string has to stand here, not a null
        }
    `);
  });

  test('what is missing', () => {
    expectProblems(`
        {
          "allow": [{ "rule": "weak-password" }]
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "path" is missing
        }
    `);
  });

  test('JSON that is none', () => {
    expectProblems(`
        {
          "target" "redis-7.2"
      #            ^^^^^^^^^^^ this is not JSON: a colon has to stand here
        }
    `);
  });

  test('a good key beside a bad one', () => {
    expect(read('{ "target": "redis-7.2", "profil": "development" }').configuration.target).toBe('redis-7.2');
  });

  test.each(['', 'null', '[]', '{', '{"a"', '\0', '"text"'])('and %j does no harm', (text) => {
    expect(read(text).problems).not.toEqual([]);
  });
});

test('the schema for editors has every rule with its summary', () => {
  expect(configurationSchema(RULES).properties?.['rules']?.properties).toEqual({
    'trailing-comment': {
      type: 'string',
      enum: ['error', 'warning', 'info', 'hint', 'off'],
      description: 'A comment stands behind a directive.',
    },
    'weak-password': {
      type: 'string',
      enum: ['error', 'warning', 'info', 'hint', 'off'],
      description: 'A password is easy to guess.',
    },
  });
});

describe('folders of the server that are found elsewhere', () => {
  const mappings = [
    { server: '/etc/redis', local: '/project/deploy' },
    { server: '/etc/redis/secrets', local: '/project/[secret]' },
  ];

  test('the longest folder decides, both ways', () => {
    expect(localPath('/etc/redis/redis.conf', mappings)).toBe('/project/deploy/redis.conf');
    expect(localPath('/etc/redis/secrets/a.conf', mappings)).toBe('/project/[secret]/a.conf');
    expect(localPath('/etc/redis-old/a.conf', mappings)).toBe('/etc/redis-old/a.conf');
    expect(serverPath('/project/deploy/redis.conf', mappings)).toBe('/etc/redis/redis.conf');
  });

  test('files and patterns are looked up there, and keep the names that the server knows', async () => {
    const files = mappedFiles(memoryFiles(new Map([['/project/[secret]/a.conf', { text: 'port 0\n' }]])), mappings);
    expect(await files.read('/etc/redis/secrets/a.conf')).toMatchObject({ kind: 'text', text: 'port 0\n' });
    expect(await files.glob('/etc/redis/secrets/*.conf')).toEqual(['/etc/redis/secrets/a.conf']);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type LanguageMarks, languageIdOf, languageNamedBy } from '../../server/src/syntax/language-id.js';

const manifest: { contributes: { languages: readonly LanguageMarks[] } } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

describe('names that speak for themselves', () => {
  test.each([
    ['/etc/redis/redis.conf', 'redis-conf'],
    ['C:\\Redis\\redis.conf', 'redis-conf'],
    ['valkey.conf', 'redis-conf'],
    ['deploy/Redis.Conf', 'redis-conf'],
    ['redis-6379.conf', 'redis-conf'],
    ['redis6379.conf', 'redis-conf'],
    ['redis.dev.conf', 'redis-conf'],
    ['redis_master.conf', 'redis-conf'],
    ['/etc/redis/6379.conf', 'redis-conf'],
    ['redis-cluster/nodes/17000.conf', 'redis-conf'],
    ['redis.conf.example', 'redis-conf'],
    ['sentinel.conf', 'redis-sentinel'],
    ['sentinel-26379.conf', 'redis-sentinel'],
    ['sentinel.1.conf', 'redis-sentinel'],
    ['redis-sentinel.conf', 'redis-sentinel'],
    ['redis-sentinel-2.conf', 'redis-sentinel'],
    ['users.acl', 'redis-acl'],
    ['redis.acl', 'redis-acl'],
    ['users-production.acl', 'redis-acl'],
    ['redis/acl/application.acl', 'redis-acl'],
  ])('%s is %s', (path, language) => {
    expect(languageNamedBy(path)).toBe(language);
    expect(languageIdOf(path, '')).toBe(language);
  });

  test.each([
    '6379.conf',
    'nginx.conf',
    'squid/blocked.acl',
    'mosquitto.acl',
    'acl.conf',
    'redis.conf.j2',
    'templates/redis.conf.tmpl',
    'redis.yaml',
    'redis.confidential',
    'predis.conf',
    'redis/nodes.conf',
    'redis/dump.rdb',
  ])('%s says nothing', (path) => {
    expect(languageNamedBy(path)).toBeUndefined();
    expect(languageIdOf(path, '')).toBeUndefined();
  });
});

describe('what stands in the file', () => {
  test('a sentinel line makes it Sentinel, whatever the name', () => {
    expect(languageIdOf('redis.conf', 'port 26379\nsentinel monitor mymaster 127.0.0.1 6379 2\n')).toBe(
      'redis-sentinel',
    );
    expect(languageIdOf('redis/26379.conf', 'Sentinel Resolve-Hostnames yes\n')).toBe('redis-sentinel');
    expect(languageIdOf('ha.conf', 'dir /tmp\nsentinel auth-pass mymaster secret\n')).toBe('redis-sentinel');
  });

  test('a word about Sentinel does not', () => {
    expect(languageIdOf('redis.conf', '# sentinel monitor mymaster 127.0.0.1 6379 2\nport 6379\n')).toBe('redis-conf');
    expect(languageIdOf('redis.conf', 'user sentinel-client on +ping\n')).toBe('redis-conf');
  });

  test('two directives that only such servers have are enough for any .conf', () => {
    expect(languageIdOf('cluster-7000.conf', 'port 7000\r\ncluster-enabled yes\r\nappendonly yes\r\n')).toBe(
      'redis-conf',
    );
    expect(languageIdOf('conf.d/memory', 'maxmemory 1gb\nmaxmemory-policy noeviction\n')).toBe('redis-conf');
  });

  test('one of them is not, nor is the same one twice', () => {
    expect(languageIdOf('cache.conf', 'port 7000\nmaxmemory 1gb\nmaxmemory 2gb\n')).toBeUndefined();
  });

  test('a file of users is an ACL file, and in a .conf it is there to be included', () => {
    const users = 'user default off\nuser app on ~app:* +@read\n';
    expect(languageIdOf('team.acl', users)).toBe('redis-acl');
    expect(languageIdOf('acl.conf', users)).toBe('redis-acl');
    expect(languageIdOf('conf.d/users.conf', users)).toBe('redis-conf');
  });

  test('an ACL file with the comments that servers refuse is an ACL file all the same', () => {
    expect(languageIdOf('team.acl', '# the application\n\nuser app on ~app:* +@read\n')).toBe('redis-acl');
    expect(languageIdOf('users.acl', '# nobody yet\n')).toBe('redis-acl');
  });

  test('the first line of a shipped file and that of a script tell', () => {
    expect(languageIdOf('shipped.conf', '# Valkey configuration file example.\n#\n')).toBe('redis-conf');
    expect(languageIdOf('start-cache', '#!/usr/bin/env redis-server\nport 7000\n')).toBe('redis-conf');
    expect(languageIdOf('ha.conf', '# Example sentinel.conf\n\n')).toBe('redis-sentinel');
  });
});

describe('files of other programs', () => {
  test.each([
    ['supervisor/redis.conf', '[program:redis]\ncommand=redis-server /etc/redis.conf\n'],
    ['telegraf.d/redis.conf', '[[inputs.redis]]\n  servers = ["tcp://localhost:6379"]\n'],
    ['nginx/redis.conf', 'upstream redis {\n  server 127.0.0.1:6379;\n}\n'],
    ['logrotate.d/redis.conf', '/var/log/redis/*.log {\n  weekly\n}\n'],
    ['apache/redis.conf', '<Directory /srv>\n</Directory>\n'],
    ['collectd/redis.conf', 'LoadPlugin redis\n<Plugin redis>\n</Plugin>\n'],
    ['sentinel.conf', '[sentinel]\nport=1\n'],
    ['kvrocks.conf', 'requirepass foobared\nslowlog-max-len 128\nrocksdb.compression no\n'],
    ['keydb.conf', 'maxmemory 1gb\nappendonly yes\nserver-threads 2\n'],
    ['pika.conf', 'requirepass : x\nslowlog-max-len : 128\nmaxmemory : 1\n'],
    ['users.acl', 'topic readwrite sensors/#\npattern read $SYS/#\n'],
    ['squid.acl', 'user www-data www-data\n'],
    ['notes.md', 'maxmemory 1gb\nmaxmemory-policy noeviction\n'],
    ['redis.conf.j2', 'port {{ port }}\nmaxmemory 1gb\nappendonly yes\n'],
  ])('%s is left alone', (path, text) => {
    expect(languageIdOf(path, text)).toBeUndefined();
  });

  test('what beginners write is no other program', () => {
    expect(languageIdOf('redis.conf', '; comment\nport = 6379\nmaxmemory: 1gb\n')).toBe('redis-conf');
    expect(languageIdOf('users.acl', 'app on >secret ~* +@all\n')).toBe('redis-acl');
  });
});

test('only the beginning of a long file is looked at', () => {
  const blanks = ' '.repeat(200_000);
  expect(languageIdOf('x.conf', `a${blanks}{\nmaxmemory 1\nappendonly no\n`)).toBeUndefined();
});

test('the manifest has the same names, patterns and first lines', () => {
  const contributed = manifest.contributes.languages.map(({ id, filenames, filenamePatterns, firstLine }) => ({
    id,
    filenames,
    filenamePatterns,
    firstLine,
  }));
  expect(contributed).toEqual(LANGUAGES);
});

test('the manifest claims no extension', () => {
  for (const language of manifest.contributes.languages) expect(language).not.toHaveProperty('extensions');
});

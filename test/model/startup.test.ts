import { expect, test } from 'vitest';
import { type TargetName, target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import { project } from '../support/fixtures.js';
import { memoryFiles } from '../support/memory-files.js';

test('a file without refusals loads', async () => {
  expect(await refusals('redis-7.2', 'port 6379\nsave ""')).toEqual([]);
});

test('every error is told, in the order in which the server meets them as each is mended', async () => {
  const drawn = `
    port 99999
    nosuch 1
    replicaof h x
    maxmemory 1gb # plenty
    port 0
  `;
  expect(await refusals('redis-7.2', drawn)).toEqual([
    '1 argument must be between 0 and 65535 inclusive',
    '2 Bad directive or wrong number of arguments',
    '3 Invalid master port',
    '4 wrong number of arguments',
    'Configured to not listen anywhere, exiting.',
  ]);
});

test('a server that logs nothing speaks only of what it refuses while it reads', async () => {
  expect(await refusals('redis-7.2', 'loglevel nothing\nport 0')).toEqual(['']);
  expect(await refusals('redis-7.2', 'loglevel nothing\nport 0\ncluster-enabled yes\nreplicaof h 1')).toEqual([
    'replicaof directive not allowed in cluster mode',
    '',
  ]);
  expect(await refusals('redis-7.2', 'loglevel warning\nport 0')).toEqual([
    'Configured to not listen anywhere, exiting.',
  ]);
});

test('a server that logs nothing does not say either which file it cannot include', async () => {
  expect(await refusals('redis-8.0', 'loglevel nothing\ninclude absent.conf')).toEqual(['']);
  expect(await refusals('redis-8.0', 'include absent.conf\nloglevel nothing')).toEqual([
    "Fatal error, can't open config file 'absent.conf': No such file or directory",
  ]);
});

test('a user who cannot be loaded, of a file that is included twice, is told of once', async () => {
  const drawn = `
    -- redis.conf --
    include a.conf
    include a.conf
    -- a.conf --
    user bob on +nosuch
  `;
  expect(await codes('redis-6.0', drawn)).toEqual(['acl-unknown-command']);
});

test('of words that a NUL byte leaves standing in one line, each is told of, though they have one place', async () => {
  const drawn = '-- redis.conf --\naclfile u.acl\n-- u.acl --\nuser i on\0 +@all\nuser i on\0 +@all\nuser';
  expect(await codes('redis-6.0', drawn)).toEqual(Array(3).fill('acl-rule-syntax'));
});

test('an announced address may be as long as one can be, in Valkey 9.1 no longer than that', async () => {
  expect(await codes('valkey-9.1', `cluster-announce-ip ${'1'.repeat(45)}`)).toEqual([]);
  expect(await refusals('valkey-9.1', `cluster-announce-ip ${'1'.repeat(46)}`)).toEqual([
    '1 cluster-announce-ip is too long',
  ]);
});

test('a name that nobody knows is put by for a module in Redis 8, and told of in the end', async () => {
  expect(await codes('redis-8.0', 'nosuch 1\nport x')).toEqual(['invalid-value', 'unknown-directive']);
  expect(await codes('redis-7.4', 'nosuch 1\nport x')).toEqual(['unknown-directive', 'invalid-value']);
});

test('with a module at hand, nobody can say that a name is unknown', async () => {
  expect(await codes('redis-8.0', 'search-timeout 5\nloadmodule /x.so')).toEqual([]);
  expect(await codes('redis-7.2', 'search.timeout 5\nloadmodule /x.so')).toEqual([]);
});

test('a line that a comment behind it spoils is told so', async () => {
  expect(await codes('redis-7.2', 'port 0 # off\nunixsocket /s\nrename-command CONFIG "" # no')).toEqual([
    'trailing-comment',
    'trailing-comment',
  ]);
  expect(await codes('redis-7.2', 'port a # b')).toEqual(['argument-count']);
});

test('what a server says of a user line ends where it has no more room', async () => {
  const rule = '~'.repeat(1500);
  const [said] = await refusals('redis-6.0', `user bob on ~* ${rule}`);
  expect(said).toBe(`1 ${`Error in user declaration '${rule}`.slice(0, 1023)}`);
  const [logged] = await refusals('redis-8.6', `user bob on +${'n'.repeat(1500)}`);
  expect(logged).toBe(`Error loading ACL rule '+${'n'.repeat(1500)}`.slice(0, 1023));
});

test('a timer that runs never, or more than a thousand times a second, crashes 6.0 at once', async () => {
  for (const frequency of [0, 1001]) {
    expect(await refusals('redis-6.0', `hz ${frequency}`)).toEqual(['']);
    expect(await refusals('redis-6.2', `hz ${frequency}`)).toEqual([]);
  }
  expect(await refusals('redis-6.0', 'hz 1000\nhz 1')).toEqual([]);
});

test('an include acts where it stands', async () => {
  const drawn = `
    -- redis.conf --
    include a.conf
    maxclients x
    -- a.conf --

    timeout x
  `;
  expect(await refusals('redis-7.2', drawn)).toEqual([
    "2 argument couldn't be parsed into an integer",
    "2 argument couldn't be parsed into an integer",
  ]);
});

test('an include is relative to the working directory, which dir changes', async () => {
  const drawn = `
    -- redis.conf --
    dir sub
    include a.conf
    -- sub/a.conf --
    timeout x
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['invalid-value']);
  expect(await codes('redis-7.2', drawn.replace('dir sub', ''))).toEqual(['include-missing']);
});

test('patterns are expanded from 7.0 on, and may match nothing', async () => {
  expect(await codes('redis-7.0', 'include *.acl')).toEqual([]);
  expect(await codes('redis-6.2', 'include *.acl')).toEqual(['include-missing']);
});

test('files of one pattern are one text, in which lines run on and numbers too', async () => {
  const drawn = `
    -- redis.conf --
    include c*.inc
    -- c1.inc --
    timeout 5
    loglevel notice
    -- c2.inc --
    hz x
  `;
  // drawn files end in a newline
  expect(await refusals('redis-7.2', drawn)).toEqual(["3 argument couldn't be parsed into an integer"]);
});

test('a document of a pattern keeps nothing of the files that it was joined with', async () => {
  const files = new Map([
    ['/etc/redis/c1.inc', { text: 'loglevel notice' }],
    ['/etc/redis/c2.inc', { text: 'hz 10\n' }],
  ]);
  const root = {
    uri: 'file:///etc/redis/redis.conf',
    path: '/etc/redis/redis.conf',
    text: 'include c*.inc\n',
    kind: 'config',
    workingDirectory: '/etc/redis',
  } as const;
  const joined = await loadProject(root, target('redis-7.2'), memoryFiles(files));
  expect(joined.refusals.map(({ code }) => code)).toEqual(['argument-count']);

  files.set('/etc/redis/c1.inc', { text: 'loglevel notice\n' });
  const mended = await loadProject({ ...root, previous: joined }, target('redis-7.2'), memoryFiles(files));
  expect(mended.refusals).toEqual([]);
});

test('a file that includes itself crashes the server, whatever stands below', async () => {
  const drawn = `
    -- redis.conf --
    include a.conf
    -- a.conf --
    include redis.conf
    timeout 5
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['include-loop']);
});

test('but not before what it reads a second time is refused', async () => {
  const drawn = `
    -- redis.conf --
    rename-command GET g
    include redis.conf
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['rename-unknown-command', 'include-loop']);
});

test('however many turns that takes', async () => {
  const drawn = `
    -- redis.conf --
    include *.inc
    -- a.inc --
    include b.inc
    -- b.inc --
    user bob on
    include b.inc
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['acl-duplicate-user', 'include-loop']);
  // names that change places with each turn
  const swapping = `
    -- redis.conf --
    rename-command GET g
    include a.inc
    rename-command g GET
    include redis.conf
    -- a.inc --
    rename-command SET s
    rename-command s SET
  `;
  expect(await codes('redis-7.2', swapping)).toEqual(['include-loop']);
});

test('of a circle the line is blamed that includes what is being read already', async () => {
  const drawn = `
    -- redis.conf --
    timeout 5
    include a.conf
    -- a.conf --
    include b.conf
    -- b.conf --
    include redis.conf
  `;
  const all = (await project(drawn, { target: 'redis-7.2' })).refusals;
  expect(all.map(({ at }) => at.uri)).toEqual(['file:///etc/redis/b.conf']);
});

test('a circle in which dir goes down has an end too', async () => {
  const drawn = `
    -- redis.conf --
    dir sub
    include /etc/redis/redis.conf
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['include-loop']);
});

test('files stay known that no line includes any more once a circle is mended', async () => {
  const drawn = `
    -- redis.conf --
    include *.conf
    -- a.conf --
    timeout x
  `;
  const { refusals: all, documents } = await project(drawn, { target: 'redis-7.2' });
  expect(all.map(({ code, at }) => [code, documents.get(at.uri)?.lines[at.line]?.text])).toEqual([
    ['invalid-value', 'timeout x'],
    ['include-loop', 'include *.conf'],
  ]);
});

test('a file that is included twice is carried out twice', async () => {
  const drawn = `
    -- redis.conf --
    include a.conf
    include a.conf
    rename-command g h
    -- a.conf --
    rename-command GET g
  `;
  // once the line in a.conf is gone, there is no g to rename either
  expect(await refusals('redis-7.2', drawn)).toEqual([
    '1 No such command in rename-command',
    '3 No such command in rename-command',
  ]);
});

test('replicaof in a cluster is told at the end of the file in which both are known', async () => {
  const drawn = `
    -- redis.conf --
    replicaof h 1
    include a.conf
    timeout x
    -- a.conf --
    cluster-enabled yes
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['cluster-with-replicaof', 'invalid-value']);
});

test('and at the end of a folder, which is read as an empty file', async () => {
  const drawn = `
    -- redis.conf --
    replicaof h 1
    cluster-enabled yes
    include conf.d
    timeout x
    -- conf.d/a.conf --
    port x
  `;
  expect(await codes('redis-7.2', drawn)).toEqual(['cluster-with-replicaof', 'invalid-value']);
});

test('6.x names the last replicaof of the file at whose end it finds a cluster, another than the one in force too', async () => {
  const drawn = `
    -- redis.conf --
    replicaof a 1
    include /etc/redis/b.conf
    cluster-enabled yes
    -- b.conf --
    port 6380
    replicaof b 2
  `;
  const says = 'replicaof directive not allowed in cluster mode';
  expect((await refusals('redis-6.0', drawn))[0]).toBe(`1 ${says}`);
  expect((await refusals('redis-6.2', drawn))[0]).toBe(`1 ${says}`);
  expect((await refusals('redis-7.0', drawn))[0]).toBe(says);
});

test('users are loaded before sockets are opened from 7.2 on, and after them before', async () => {
  const drawn = 'port 0\nuser bob +nosuch';
  expect(await codes('redis-7.2', drawn)).toEqual(['acl-unknown-command', 'nothing-to-listen-on']);
  expect(await codes('redis-7.0', drawn)).toEqual(['nothing-to-listen-on', 'acl-unknown-command']);
});

test('while lines are read, the commands of vector sets are not there yet', async () => {
  expect(await refusals('redis-8.0', 'user bob on +vadd|\nuser eve (+vsim foo)')).toEqual([
    "Error loading ACL rule '+vadd|' for the user named 'bob': Syntax error",
    "Error loading ACL rule '(+vsim foo)' for the user named 'eve': Syntax error",
  ]);
  expect(await refusals('redis-8.0', 'user bob on +get|')).toEqual(["1 Error in user declaration 'bob': Syntax error"]);
});

test('of an unclosed selector a server says what went wrong before, which a list of databases makes it forget', async () => {
  const said = async (line: string) => (await refusals('valkey-9.1', `${line}\nuser eve (+get`))[0];
  expect(await said('user bob on')).toBe("2 Error in user declaration 'user': Wrong format");
  expect(await said('user bob db=1 +nosuch')).toBe(
    "2 Error in user declaration 'user': Unknown command or category name in ACL",
  );
  expect(await said('user bob +nosuch (db=1 +get)')).toBe("2 Error in user declaration 'user': Wrong format");
});

test('and which a number makes it forget, but neither an empty list nor a share in percent', async () => {
  const said = async (line: string) => (await refusals('redis-7.0', `${line}\nuser eve (+get`))[0];
  expect(await said('maxmemory-clients 1gb')).toBe("2 Error in user declaration 'user': Wrong format");
  for (const line of ['maxmemory-clients 10%', 'latency-tracking-info-percentiles ""', 'hz 10']) {
    expect(await said(line)).toBe("2 Error in user declaration 'user': Unknown command or category name in ACL");
  }
});

test('of an unclosed selector behind a folder that is included, a server names the error of reading the folder', async () => {
  const drawn = `
    -- redis.conf --
    include conf.d
    user eve (+get
    -- conf.d/a.conf --
  `;
  const said = async (text: string) => (await refusals('valkey-8.0', text))[0];
  expect(await said(drawn)).toMatch(/^2 Error in user declaration 'user': Adding a pattern after the \* pattern/);
  expect(await said(drawn.replace('user eve', 'maxmemory 0\n    user eve'))).toMatch(/: Wrong format$/);
  expect(await said(drawn.replace('conf.d\n', 'conf.d/*\n'))).toMatch(/: Wrong format$/);
});

test('users come from lines or from a file, not from both', async () => {
  const drawn = `
    -- redis.conf --
    aclfile users.acl
    user bob on
    -- users.acl --
    user eve on
  `;
  expect(await codes('valkey-8.0', drawn)).toEqual(['acl-file-beside-user-lines']);
});

test('an ACL file is looked for where the last dir line leaves the server', async () => {
  expect(await codes('redis-7.2', 'aclfile users.acl\ndir /elsewhere')).toEqual(['acl-file-missing']);
});

test('TLS on any port wants its material named, one after the other', async () => {
  expect(await refusals('redis-7.2', 'tls-port 6380')).toEqual(['No tls-cert-file configured!']);
  expect(await codes('redis-7.2', 'tls-port 6380\ntls-cert-file c\ntls-key-file k')).toEqual(['tls-material-missing']);
  expect(await codes('redis-7.2', 'tls-port 6380\ntls-cert-file c\ntls-key-file k\ntls-auth-clients no')).toEqual([]);
});

test('addresses that none can have, and one twice, cannot be listened on', async () => {
  expect(await codes('redis-7.2', 'bind 127.0.0.1,::1')).toEqual(['bind-address']);
  expect(await codes('redis-7.2', 'bind 127.0.0.1 # local')).toEqual(['trailing-comment']);
  expect(await codes('redis-7.2', 'bind 0.0.0.0 127.0.0.1')).toEqual(['bind-address']);
  expect(await codes('redis-7.2', 'bind 127.0.0.1 ::1 -10.0.0.1 myhost')).toEqual([]);
  expect(await codes('redis-6.0', 'bind -127.0.0.1')).toEqual(['bind-address']);
});

test('one port is not for two listeners', async () => {
  const tls = 'tls-cert-file c\ntls-key-file k\ntls-auth-clients no\n';
  expect(await codes('redis-7.2', `${tls}tls-port 6379`)).toEqual(['port-used-twice']);
  expect(await codes('redis-7.2', `${tls}cluster-enabled yes\ntls-port 16379`)).toEqual(['port-used-twice']);
});

test('a line that comes into force once another is mended can stop a start earlier', async () => {
  const drawn = 'port 6379\nunixsocket s.sock\nbind ""\nbind 127.0.0.1 #\ncluster-enabled yes';
  expect(await codes('redis-8.6', drawn)).toEqual(['trailing-comment', 'bind-address']);
});

test('the cluster bus wants a port above the other', async () => {
  expect(await codes('valkey-8.1', 'cluster-enabled yes\nport 60000')).toEqual(['cluster-bus-port']);
  expect(await codes('valkey-8.1', 'cluster-enabled yes\nport 60000\ncluster-port 5000')).toEqual([]);
});

test('a path leads only through folders that are there', async () => {
  const files = '\n-- extra.conf --\ntimeout 5\n-- conf.d/a.conf --\ntimeout 6\n-- users.acl --\n';
  const said = (line: string) => refusals('redis-7.2', `-- redis.conf --\n${line}${files}`);
  const include = (path: string, reason: string) => [`Fatal error, can't open config file '${path}': ${reason}`];
  for (const path of ['extra.conf/', 'extra.conf/x', 'extra.conf/../extra.conf', 'extra.conf/.']) {
    expect(await said(`include ${path}`)).toEqual(include(path, 'Not a directory'));
  }
  for (const path of ['absent/../extra.conf', 'absent/', 'conf.d/absent/x']) {
    expect(await said(`include ${path}`)).toEqual(include(path, 'No such file or directory'));
  }
  const long = 'x'.repeat(256);
  expect(await said(`include ${long}`)).toEqual(include(long, 'File name too long'));
  for (const path of ['conf.d/', 'conf.d/../extra.conf', './conf.d/./a.conf', '../redis/extra.conf']) {
    expect(await said(`include ${path}`)).toEqual([]);
  }
  expect(await said('aclfile users.acl/')).toEqual(["Error loading ACLs, opening file 'users.acl/': Not a directory"]);
  expect(await said('aclfile conf.d/../users.acl')).toEqual([]);
});

test('a pattern may have dots in it, and a slash at its end', async () => {
  const set = async (pattern: string) => {
    const drawn = `-- redis.conf --\ninclude ${pattern}\n-- a.conf --\ntimeout 5\n-- conf.d/b.conf --\ntimeout 6`;
    return (await project(drawn, { target: 'redis-7.2' })).settings.text('timeout');
  };
  expect(await set('conf.d/./*.conf')).toBe('6');
  expect(await set('conf.d/../a.con[f]')).toBe('5');
  expect(await set('*/../a.conf')).toBe('5');
  expect(await set('absent/../*.conf')).toBe('0');
  expect(await set('a.con[f]/')).toBe('0');
});

test('what is logged ends where the server has no more room', async () => {
  const name = 'x'.repeat(1100);
  expect(await refusals('valkey-8.1', `a.${name} 1`)).toEqual([`Unused Module Configuration: a.${'x'.repeat(992)}`]);
  expect(await refusals('valkey-9.1', `locale-collate ${name}`)).toEqual([
    `Failed to configure LOCALE for invalid locale name: '${'x'.repeat(970)}`,
  ]);
});

test('the seed of hashes may be as long as 256 bytes', async () => {
  expect(await refusals('valkey-9.1', `hash-seed ${'x'.repeat(256)}`)).toEqual([]);
  expect(await refusals('valkey-9.1', `hash-seed ${'x'.repeat(257)}`)).toEqual([
    '1 hash-seed must be less than or equal to 256 characters',
  ]);
});

test('no machine has names of more than 255 bytes', async () => {
  const long = 'x'.repeat(256);
  expect(await refusals('redis-7.2', `dir ${long}`)).toEqual(['1 File name too long']);
  expect(await refusals('redis-6.2', `dir ${long}`)).toEqual([`Can't chdir to '${long}': File name too long`]);
  expect(await refusals('redis-6.2', `logfile ${long}\nport x`)).toEqual([
    "1 Can't open the log file: File name too long",
    "2 argument couldn't be parsed into an integer",
  ]);
  expect(await refusals('redis-7.0', `logfile ${long}\nport x`)).toEqual([
    "2 argument couldn't be parsed into an integer",
    "Can't open the log file: File name too long",
  ]);
  expect(await refusals('redis-7.0', `logfile ${long}\nlogfile ""`)).toEqual([]);
  expect(await refusals('redis-7.0', `dbfilename ${long}`)).toEqual([
    'Fatal error loading the DB: File name too long. Exiting.',
  ]);
  expect(await refusals('redis-7.2', `dbfilename ${long}`)).toEqual([
    `Fatal error: can't open the RDB file ${long} for reading: File name too long`,
  ]);
  expect(await refusals('redis-7.2', `dbfilename ${long}\nappendonly yes`)).toEqual([]);
  expect(await refusals('redis-7.2', `appendfilename ${'x'.repeat(242)}\nappendonly yes`)).toEqual([
    `Can't open the AOF manifest file temp-${'x'.repeat(242)}.manifest: File name too long`,
  ]);
  expect(await refusals('redis-7.2', `appendfilename ${'x'.repeat(241)}\nappendonly yes`)).toEqual([]);
  expect(await codes('redis-7.2', `locale-collate ${long}\nlocale-collate ..`)).toEqual(['locale', 'locale']);
});

test('a name that a NUL byte ends is found where names are compared, and not where they are hashed', async () => {
  expect(await codes('redis-6.2', '"port\\x00x" 0\n"include\\x00" absent.conf')).toEqual([
    'include-missing',
    'nothing-to-listen-on',
  ]);
  expect(await refusals('redis-7.2', '"port\\x00x" 0\n"list-max-ziplist-value\\x00" 1\n"user\\x00" bob foo')).toEqual([
    '1 Bad directive or wrong number of arguments',
    "3 Error in user declaration 'user': Syntax error",
  ]);
});

test('the words of a setting of a module are joined before a NUL byte ends them', async () => {
  const codesOf = (words: string) => codes('redis-8.6', `vset-force-single-threaded-execution ${words}`);
  expect(await codesOf('"yes\\x00x" # why')).toEqual([]);
  expect(await codesOf('yes # why')).toEqual(['invalid-value']);
});

test('what a selector and a list of databases hold ends at a NUL byte', async () => {
  expect(await codes('valkey-9.1', 'user bob "(+get\\x00 foo)" "(\\x00)" "db=0\\x00,x"')).toEqual([]);
});

async function refusals(target: TargetName, drawn: string): Promise<readonly string[]> {
  const { refusals: found } = await project(drawn, { target });
  return found.map(({ serverLine, serverSays }) =>
    serverLine === undefined ? serverSays : `${serverLine} ${serverSays}`,
  );
}

async function codes(target: TargetName, drawn: string): Promise<readonly string[]> {
  return (await project(drawn, { target })).refusals.map(({ code }) => code);
}

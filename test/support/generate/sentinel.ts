import fc from 'fast-check';

/** Random Sentinel files: lines of every keyword, right and wrong, in any order, among a few ordinary directives. */
export function sentinelFiles(): fc.Arbitrary<string> {
  const line = fc.oneof(
    { weight: 8, arbitrary: sentinelLine() },
    { weight: 1, arbitrary: fc.constantFrom(...ORDINARY) },
  );
  return fc
    .tuple(fc.constantFrom('', '', '', REPLICAS), fc.array(line, { minLength: 1, maxLength: 12 }))
    .map(([start, lines]) => `${start}${lines.join('\n')}\n`);
}

/** What makes the same replica depends on `announce-hostnames` and `resolve-hostnames`. */
const REPLICAS = [
  'sentinel monitor m ::1 6379 1',
  'sentinel known-replica m 127.0.0.1 1',
  'sentinel known-replica m 127.1 1',
  'sentinel known-replica m [::1] 1',
  'sentinel known-replica m 1.2.3.4.5 1',
  '',
].join('\n');

const ORDINARY = [
  'port 26379',
  'maxclients x',
  'daemonize no',
  '# a comment',
  'loglevel notice',
  'requirepass secret',
  'protected-mode maybe',
  'sentinel',
  'dir .',
  'rename-command PING p',
  'rename-command GET g',
  'user app on nopass +ping',
  'user app on +nosuch',
  'user reader on +get',
  'aclfile absent.acl',
  'locale-collate no/locale',
  'tls-replication yes',
  'tls-cluster yes',
  'loadmodule ""',
  'nosuch 1',
  'cluster-enabled yes\nreplicaof 127.0.0.1 1',
];

const ID = '2bd806c97f0e00af1a1fc3328fa763a9269723c8';
const OTHER_ID = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

const MASTERS = ['m', 'm', 'm', 'other', 'M', '"a b"', '"m\\x00x"'];
const TIMES = ['1000', '0', '-1', 'abc', '1.5', '99999999999999999999', '4294967296', '2147483648', '" 5"', '+7', '""'];
/** Addresses, and what can be neither an address nor a name: names are the machine's business. */
const HOSTS = [
  ...['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1', '::1', '127.1', '0x7f000001'],
  ...['0:0:0:0:0:0:0:1', '"127.0.0.1\\x00x"', '10.0.0.256', '1.2.3.4.5', '""', '[::1]', '127.0.0.1:6379'],
  ...['08.1.1.1', '::01.2.3.4', '00001::1'],
];
const PORTS = ['6379', '6380', '0', '70000', '-1', 'abc', '65535', '65536'];
const ANYTHING = ['x', '""', '0', '-1', 'yes', '"two words"', '"x\\x00y"'];
const ANSWERS = ['yes', 'no', 'YES', 'maybe', '1', '""', '"yes\\x00"'];

const LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  monitor: [MASTERS, HOSTS, PORTS, ['1', '2', '0', '-1', 'abc', '2x']],
  'down-after-milliseconds': [MASTERS, TIMES],
  'failover-timeout': [MASTERS, TIMES],
  'parallel-syncs': [MASTERS, TIMES],
  'notification-script': [MASTERS, ['/bin/true', '""', 'x'.repeat(256)]],
  'client-reconfig-script': [MASTERS, ['/bin/true', '""']],
  'auth-pass': [MASTERS, ANYTHING],
  'auth-user': [MASTERS, ANYTHING],
  'current-epoch': [ANYTHING],
  myid: [[ID, OTHER_ID, 'short', '""', `${ID}0`, `"${ID.slice(1)}\\x00"`]],
  'config-epoch': [MASTERS, ANYTHING],
  'leader-epoch': [MASTERS, ANYTHING],
  'known-slave': [MASTERS, HOSTS, PORTS],
  'known-replica': [MASTERS, HOSTS, PORTS],
  'known-sentinel': [MASTERS, HOSTS, PORTS, [ID, OTHER_ID, 'short', `"${ID}\\x00x"`]],
  'rename-command': [MASTERS, ['CONFIG', 'config', 'SLAVEOF', 'NOSUCH', '""'], ANYTHING],
  'announce-ip': [['1.2.3.4', 'host', '""']],
  'announce-port': [PORTS],
  'deny-scripts-reconfig': [ANSWERS],
  'sentinel-user': [ANYTHING],
  'sentinel-pass': [ANYTHING],
  'resolve-hostnames': [ANSWERS],
  'announce-hostnames': [ANSWERS],
  'master-reboot-down-after-period': [MASTERS, TIMES],
  'primary-reboot-down-after-period': [MASTERS, TIMES],
  nosuch: [ANYTHING],
};

function sentinelLine(): fc.Arbitrary<string> {
  const keyword = fc.oneof(
    { weight: 4, arbitrary: fc.constant('monitor') },
    { weight: 1, arbitrary: fc.constantFrom('announce-hostnames', 'resolve-hostnames', 'known-replica') },
    { weight: 6, arbitrary: fc.constantFrom(...Object.keys(LINES)) },
  );
  return keyword.chain((name) => {
    const choices = LINES[name] ?? [];
    const args = fc.tuple(...choices.map((words) => fc.constantFrom(...words)));
    return fc
      .tuple(
        fc.constantFrom('sentinel', 'sentinel', 'sentinel', 'SENTINEL'),
        spelling(name),
        args,
        fc.integer({ min: 0, max: 19 }),
      )
      .map(([directive, word, words, chance]) => [directive, word, ...withWrongCount(words, chance)].join(' '));
  });
}

function spelling(name: string): fc.Arbitrary<string> {
  return fc.constantFrom(name, name, name, name, name.toUpperCase(), `"${name}"`, `"${name}\\x00x"`);
}

/** One line in ten has an argument too few or too many. */
function withWrongCount(words: readonly string[], chance: number): readonly string[] {
  if (chance === 0) return words.slice(0, -1);
  if (chance === 1) return [...words, 'extra'];
  return words;
}

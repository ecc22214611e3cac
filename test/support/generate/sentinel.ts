import fc from 'fast-check';

/**
 * Random Sentinel files: lines of every keyword, right and wrong, in any order, among a few ordinary directives.
 * @param hosts `any` of them, or only `numeric` ones, where names are the machine's business
 */
export function sentinelFiles(hosts: 'any' | 'numeric'): fc.Arbitrary<string> {
  const choices = { any: [...NUMERIC_HOSTS, ...OTHER_HOSTS], numeric: NUMERIC_HOSTS }[hosts];
  return fc
    .array(
      fc.oneof({ weight: 8, arbitrary: sentinelLine(choices) }, { weight: 1, arbitrary: fc.constantFrom(...ORDINARY) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((lines) => `${lines.join('\n')}\n`);
}

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
];

const ID = '2bd806c97f0e00af1a1fc3328fa763a9269723c8';
const OTHER_ID = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

const MASTERS = ['m', 'm', 'm', 'other', 'M', '"a b"'];
const TIMES = ['1000', '0', '-1', 'abc', '1.5', '99999999999999999999', '4294967296', '2147483648', '" 5"', '+7', '""'];
const NUMERIC_HOSTS = ['127.0.0.1', '127.0.0.1', '127.0.0.1', '::1', '127.1', '0x7f000001', '0:0:0:0:0:0:0:1'];
const OTHER_HOSTS = ['10.0.0.256', '1.2.3.4.5', '""'];
/** Stands for one of the hosts that are asked for. */
const HOSTS: readonly string[] = [];
const PORTS = ['6379', '6380', '0', '70000', '-1', 'abc', '65535', '65536'];
const ANYTHING = ['x', '""', '0', '-1', 'yes', '"two words"'];
const ANSWERS = ['yes', 'no', 'YES', 'maybe', '1', '""'];

const LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  monitor: [MASTERS, HOSTS, PORTS, ['1', '2', '0', '-1', 'abc', '2x']],
  'down-after-milliseconds': [MASTERS, TIMES],
  'failover-timeout': [MASTERS, TIMES],
  'parallel-syncs': [MASTERS, TIMES],
  'notification-script': [MASTERS, ['/bin/true', '""']],
  'client-reconfig-script': [MASTERS, ['/bin/true', '""']],
  'auth-pass': [MASTERS, ANYTHING],
  'auth-user': [MASTERS, ANYTHING],
  'current-epoch': [ANYTHING],
  myid: [[ID, OTHER_ID, 'short', '""', `${ID}0`]],
  'config-epoch': [MASTERS, ANYTHING],
  'leader-epoch': [MASTERS, ANYTHING],
  'known-slave': [MASTERS, HOSTS, PORTS],
  'known-replica': [MASTERS, HOSTS, PORTS],
  'known-sentinel': [MASTERS, HOSTS, PORTS, [ID, OTHER_ID, 'short']],
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

function sentinelLine(hosts: readonly string[]): fc.Arbitrary<string> {
  const keyword = fc.oneof(
    { weight: 4, arbitrary: fc.constant('monitor') },
    { weight: 6, arbitrary: fc.constantFrom(...Object.keys(LINES)) },
  );
  return keyword.chain((name) => {
    const choices = LINES[name] ?? [];
    const args = fc.tuple(...choices.map((words) => fc.constantFrom(...(words === HOSTS ? hosts : words))));
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
  return fc.constantFrom(name, name, name, name.toUpperCase(), `"${name}"`);
}

/** One line in ten has an argument too few or too many. */
function withWrongCount(words: readonly string[], chance: number): readonly string[] {
  if (chance === 0) return words.slice(0, -1);
  if (chance === 1) return [...words, 'extra'];
  return words;
}

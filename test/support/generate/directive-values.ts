import fc from 'fast-check';
import type { Directive } from '../../../server/src/catalog/directive.js';

/**
 * Arguments for a directive, right and wrong ones: each an argument as the server is to read it, not yet quoted.
 * None makes the outcome depend on the machine (ports, folders, certificates, locales, limits).
 */
export function argumentsOf(directive: Directive): fc.Arbitrary<readonly string[]> {
  const own = OWN[directive.canonical];
  if (directive.name === 'loadmodule' && own !== undefined) return own;
  const values = own === undefined ? fc.constantFrom(...valuesOf(directive)).map((value) => [value]) : own;
  return fc.oneof(
    { weight: 14, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom<readonly string[]>(...COUNTS) },
  );
}

const COUNTS: readonly (readonly string[])[] = [[], ['a', 'b'], ['1', '2'], ['yes', 'no'], ['a', 'b', 'c', 'd']];

const BOOLEANS = ['yes', 'no', 'YES', 'No', 'true', '1', '', 'on', 'yes ', 'yes\0x'];
const TEXTS = [
  '',
  'x',
  'a b',
  'a/b',
  'a\\b',
  '#x',
  'a#b',
  'é',
  'a\0b',
  'X'.repeat(300),
  '127.0.0.1',
  '::1',
  '"',
  "it's",
];
const INTEGERS = [
  '0',
  '1',
  '-1',
  '2',
  '10',
  '100',
  '+1',
  '01',
  '1x',
  '',
  ' 1',
  '1 ',
  '0x10',
  '1kb',
  '-0',
  '1.5',
  '99999999999999999999',
];
const SIZES = [
  '0',
  '1',
  '100',
  '1k',
  '1kb',
  '1m',
  '1MB',
  '1g',
  '1Gb',
  '010',
  '',
  'mb',
  'k',
  '5b',
  '-1',
  '+1',
  '1t',
  '1.5gb',
  '10%',
  '1 kb',
];
const HUGE_SIZES = [
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551615',
  '18446744073709551616',
  '17179869184gb',
  '20000000000gb',
];
const PERCENTAGES = ['0%', '50%', '100%', '101%', '05%', '+5%', '-1%', '5 %', '%', '1mb', '', '18446744073709551615'];

/** Longer by a byte than a name of a file may be. */
const LONG_NAME = 'X'.repeat(256);

/** More than these take the machine's memory, or its time. */
const MODERATE: Readonly<Record<string, readonly string[]>> = {
  databases: ['1', '16', '100', '0', '-1', 'x'],
  'cluster-databases': ['1', '16', '0', 'x'],
  'io-threads': ['1', '2', '0', '129', '257', 'x'],
  'tracking-table-max-keys': ['0', '1000', '-1', 'x'],
  port: ['0', '6379', '65535', '65536', '-1', 'x'],
  'tls-port': ['0', '0', '65536', '-1', 'x', '6380'],
  'rdma-port': ['0', '-1', '65536'],
  activedefrag: ['no', 'NO', 'maybe', '1'],
  'locale-collate': ['', 'C', 'POSIX', 'a/b', '..', LONG_NAME],
  logfile: ['', '', LONG_NAME],
  unixsocket: ['', '/tmp/never-opened.sock', 'x'],
  unixsocketgroup: ['', 'root'],
  aclfile: ['', '', 'users.acl', 'absent.acl', 'users.acl/', 'users.acl/x', 'conf.d/../users.acl', LONG_NAME],
  'cluster-config-file': ['', 'nodes.conf', 'other.conf'],
  'cluster-enabled': ['no', 'maybe', 'NO'],
  // no other file may be created under these names
  dbfilename: [LONG_NAME, '', 'dump.rdb', 'data base', 'a/b', 'a\\b', 'dätä', 'data\0b'],
  appendfilename: ['X'.repeat(243), LONG_NAME, '', 'log.aof', 'log aof', 'a/b', 'a\\b', 'lög', 'log\0b'],
  appenddirname: [LONG_NAME, '', 'logs', 'a b c', 'a/b', 'a\\b'],
  pidfile: ['', 'redis.pid', 'the pid', '/nonexistent/x.pid'],
  'hash-seed': ['X'.repeat(257), '', 'x', 'a b', '0123456789abcdef'],
  // 0, and more than 1000, make 6.0 divide by zero a moment after the start
  hz: ['1', '10', '500', '501', '-1', 'x', ''],
  loglevel: ['debug', 'verbose', 'notice', 'warning', 'nothing', 'NOTICE', 'loud', ''],
  'tls-cert-file': ['', 'x'],
  'tls-key-file': [''],
  'watchdog-period': ['0', '-1', 'x'],
};

function valuesOf(directive: Directive): readonly string[] {
  // In 6.0 anything else is 0, and a server with that closes every connection.
  if (directive.name === 'client-query-buffer-limit' && directive.type === 'string')
    return ['1mb', '1gb', '2g', '20000000000gb'];
  const moderate = MODERATE[directive.canonical];
  if (moderate !== undefined) return moderate;
  const { min, max } = directive;
  const edges = [min, max].flatMap((edge) => (edge === undefined ? [] : [edge - 1n, edge, edge + 1n])).map(String);
  switch (directive.type) {
    case 'bool':
      return BOOLEANS;
    case 'enum':
      return [...directive.values, ...directive.values.map((word) => word.toUpperCase()), '', 'nothing-of-it', '0'];
    case 'integer':
      return [...INTEGERS, ...edges, ...(directive.default === undefined ? [] : [directive.default])];
    case 'memory':
      return [...SIZES, ...HUGE_SIZES, ...edges];
    case 'percent-or-memory':
      return [...PERCENTAGES, ...SIZES, ...HUGE_SIZES];
    case 'octal':
      return ['0', '700', '0770', '777', '1000', '888', '-1', '', 'rwx', ' 7', '+7', '7x', '99999999999999999999999'];
    default:
      return TEXTS;
  }
}

function words(pool: readonly string[], least: number, most: number): fc.Arbitrary<readonly string[]> {
  return fc.array(fc.constantFrom(...pool), { minLength: least, maxLength: most });
}

const NUMBERS = ['0', '1', '60', '900', '-1', '+5', ' 7', '', 'x', '9x', '1.5', '4294967297', '99999999999999999999'];
const COMMANDS = ['GET', 'get', 'SET', 'CONFIG', 'FLUSHALL', 'NOSUCH', 'VADD', 'config get', '', 'GET\0x'];

/** Directives that take several arguments or have rules of their own. */
const OWN: Readonly<Record<string, fc.Arbitrary<readonly string[]>>> = {
  bind: words(['127.0.0.1', '*', '-::*', '::1', '#', '', 'a b', '10.0.0.1', 'name', "o'x"], 0, 18),
  'rdma-bind': words(['127.0.0.1', '*', '', 'x'], 0, 17),
  save: fc.oneof(words(NUMBERS, 0, 5), fc.constantFrom([''], ['900 1'], ['900 1 300 10'], ['900'], [" 60 1 '"])),
  'client-output-buffer-limit': fc.oneof(
    words(['normal', 'replica', 'slave', 'pubsub', 'master', 'NORMAL', ...SIZES, ...NUMBERS], 0, 9),
    fc
      .array(
        fc.tuple(
          fc.constantFrom('normal', 'replica', 'SLAVE', 'pubsub'),
          fc.constantFrom(...SIZES, ...HUGE_SIZES),
          fc.constantFrom(...SIZES),
          fc.constantFrom(...NUMBERS),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((groups) => groups.flat()),
    fc.constantFrom(['normal 1 2 3'], ['']),
  ),
  'oom-score-adj-values': fc.oneof(
    words([...NUMBERS, '2000', '-2000', '2001'], 3, 3),
    fc.constantFrom(['0 200 800'], ['1', '2']),
  ),
  'latency-tracking-info-percentiles': fc.oneof(
    words(
      [
        '50',
        '99.9',
        '0',
        '100',
        '100.1',
        '-0',
        '-1',
        '0x10',
        '1e1',
        '.5',
        '5.',
        'nan',
        'inf',
        '',
        ' 1',
        '1e-400',
        '99.99999951',
      ],
      0,
      4,
    ),
    fc.constantFrom(['50 99'], ['']),
  ),
  'notify-keyspace-events': fc
    .array(fc.constantFrom(...'KEg$lshzxetdmnAocB '), { maxLength: 12 })
    .map((letters) => [letters.join('')]),
  replicaof: fc.oneof(
    fc.tuple(
      fc.constantFrom('127.0.0.1', 'no', 'NO', '', 'h'),
      fc.constantFrom('1', 'one', 'ONE', '', ' 5', '65536', '-1', 'x', '4294967297'),
    ),
    fc.constantFrom(['127.0.0.1 1'], ['no one'], ['h']),
  ),
  'shutdown-on-sigint': words(['default', 'save', 'nosave', 'now', 'FORCE', 'safe', 'failover', 'x', ''], 0, 3),
  'shutdown-on-sigterm': words(['default', 'SAVE', 'nosave', 'now', 'force', 'save now'], 0, 2),
  'cluster-slot-stats-enabled': words(['yes', 'no', 'cpu', 'NET', 'mem', 'x', 'cpu net'], 0, 3),
  'rename-command': fc.tuple(fc.constantFrom(...COMMANDS), fc.constantFrom('', 'X', 'x', 'SET', 'GET', 'a b')),
  include: fc.constantFrom(
    ['extra.conf'],
    ['absent.conf'],
    ['conf.d/*.conf'],
    ['conf.d/*.nope'],
    ['conf.d'],
    [''],
    ['./extra.conf'],
    ['extra.conf/'],
    ['extra.conf/x'],
    ['absent/../extra.conf'],
    ['conf.d/../extra.conf'],
    ['conf.d/./*.conf'],
    [LONG_NAME],
    ['a', 'b'],
  ),
  loadmodule: fc.constantFrom([], ['']),
  dir: fc.constantFrom(['.'], [''], [LONG_NAME], ['conf.d/..'], ['./conf.d/.././'], ['.', '.']),
  sentinel: fc.constantFrom([], ['monitor', 'm', '127.0.0.1', '6379', '2'], ['x']),
  'proc-title-template': fc.constantFrom(
    ['{title}'],
    ['{port}'],
    ['x'],
    ['{{'],
    ['{'],
    ['{nosuch}'],
    [' '],
    ['{unixsocket}'],
    ['{title} {server-mode}'],
    ['a}b'],
  ),
  'tls-protocols': fc.constantFrom([''], ['TLSv1.2'], ['tlsv1.2 tlsv1.3'], ['SSLv3'], ['TLSv1.2', 'TLSv1.3']),
  user: fc
    .tuple(
      fc.constantFrom('bob', 'bob', 'eve', 'default', '', 'a b'),
      words(
        [
          'on',
          'off',
          'nopass',
          '>pw',
          '~*',
          '~a',
          '+@all',
          '+get',
          '+nosuch',
          '-@dangerous',
          'foo',
          '#x',
          '&*',
          '(+get',
          '~b)',
          '(\0)',
          '(+get\0 foo)',
          'db=0\0,1',
          '+config|get',
        ],
        0,
        4,
      ),
    )
    .map(([name, rules]) => [name, ...rules]),
};

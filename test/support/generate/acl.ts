import fc from 'fast-check';
import type { Catalog } from '../../../server/src/catalog/catalog.js';
import type { Command } from '../../../server/src/catalog/command.js';

/**
 * Random ACL rules as they stand in a file, one word each but for selectors, which are several: all forms, most of
 * them right, for the commands of a server.
 */
export function aclWords(catalog: Catalog): fc.Arbitrary<readonly string[]> {
  return fc
    .array(fc.oneof({ weight: 12, arbitrary: single(catalog) }, { weight: 2, arbitrary: selector(catalog) }), {
      maxLength: 9,
    })
    .map((rules) => rules.flat());
}

/** The same, with malformed rules among them. */
export function anyAclWords(catalog: Catalog): fc.Arbitrary<readonly string[]> {
  const rule = fc.oneof(
    { weight: 12, arbitrary: single(catalog) },
    { weight: 2, arbitrary: selector(catalog) },
    { weight: 3, arbitrary: fc.constantFrom(...MALFORMED).map((word) => word.split(' ')) },
  );
  return fc.array(rule, { maxLength: 7 }).map((rules) => rules.flat());
}

/** A command of the server with random arguments: mostly as many as it takes, of a few words that mean something to many. */
export function commandLine(command: Command): fc.Arbitrary<readonly string[]> {
  const least = Math.abs(command.arity) - command.name.split('|').length;
  const most = command.arity > 0 ? least : least + 5;
  return fc
    .array(fc.constantFrom(...ARGUMENTS), { minLength: Math.max(0, least), maxLength: Math.max(0, most) })
    .map((args) => [...command.name.split('|'), ...args]);
}

export const SECRET_HASH = '2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b';

const WORDS = [
  ...[
    'on',
    'off',
    'nopass',
    'resetpass',
    'allkeys',
    'resetkeys',
    'allcommands',
    'nocommands',
    'reset',
    'ON',
    'AllKeys',
  ],
  ...[
    'allchannels',
    'resetchannels',
    'sanitize-payload',
    'skip-sanitize-payload',
    'clearselectors',
    '+@all',
    '+@all',
    '+@all',
    '-@all',
  ],
  ...[
    '>secret',
    '>other',
    `#${SECRET_HASH}`,
    '<secret',
    `!${SECRET_HASH}`,
    '>',
    'alldbs',
    'resetdbs',
    'db=0',
    'db=1,2',
  ],
];

const PATTERNS = [
  ...[
    '*',
    'k',
    'a*',
    'app:*',
    'app:[0-9]*',
    '[^a]*',
    '?',
    '\\*',
    'a\\',
    '[a-',
    '[]',
    '',
    'x*y*z',
    'é*',
    'K',
    '**',
    '[b-a]',
  ],
  ...['[\\]]', '[a', 'app:?', '*1', '[^', '\\a*'],
];

const ARGUMENTS = [
  ...['k', 'a', 'app:1', 'app:x', 'ax', 'K', '', '*', 'xaybz', 'é', 'b', ']', '\\', 'a*', 'app:*', '?', '[a'],
  ...['0', '1', '2', '3', '1', '2', 'GET', 'SET', 'STORE', 'STREAMS', 'KEYS', 'DB', 'REPLACE', 'BY', 'LIMIT', 'usage'],
];

const FIRST_ARGUMENTS = ['0', 'k', 'GET', 'x', 'app:1', 'Set'];

const MALFORMED = [
  ...[
    'foo',
    '+',
    '-',
    '+@',
    '+nosuch',
    '-nosuch',
    '+@nosuch',
    '+nosuch|x',
    '+config|nosuch',
    '-config|nosuch',
    '-get|x',
  ],
  ...[
    '+get|',
    '+vadd|',
    '(+vsim foo)',
    '+config|',
    '-config|',
    '+config|get|x',
    '+get|a|b',
    '@read',
    'get',
    '#abc',
    '#',
    '!abc',
    '<absent',
    '~a',
    '&a',
  ],
  ...[
    '%',
    '%~',
    '%X~a',
    '%RR~a',
    '%Rfoo',
    '%R',
    '%w~a',
    '(',
    ')',
    '(+get',
    '+get)',
    '(foo)',
    '(on)',
    '( (+get) )',
    '(>pw)',
  ],
  ...[
    '(~a',
    '(+nosuch +get)',
    '(~* ~a)',
    '()',
    '( )',
    '("+get ~a)',
    '(\'+get\' "~a b")',
    'db=',
    'db=x',
    'db=-1',
    'db=\v+1,\t2',
    'db=1\v',
    'db=0,',
    'db=99999999999',
  ],
  ...[
    '++get',
    '+get,+set',
    'reset on',
    '"',
    '>"',
    'user',
    '+@all|x',
    '~*',
    '&*',
    '(&*',
    '(%R~a)',
    '(db=1 +get)',
    '(+select|0)',
  ],
];

function single(catalog: Catalog): fc.Arbitrary<readonly string[]> {
  return fc
    .oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, { weight: 9, arbitrary: permission(catalog) })
    .map((word) => [word]);
}

/** What may stand inside of a selector as well as outside. */
function permission(catalog: Catalog): fc.Arbitrary<string> {
  const commands = [...catalog.commands.values()];
  const names = commands.map(({ name }) => name);
  const plain = commands.filter(({ container, subcommands }) => container === undefined && subcommands.length === 0);
  const pattern = fc.constantFrom(...PATTERNS);
  const sign = fc.constantFrom('+', '-');
  return fc.oneof(
    { weight: 4, arbitrary: joined(sign, fc.constantFrom(...names)) },
    { weight: 4, arbitrary: joined(sign, fc.constantFrom(...catalog.categories.map((category) => `@${category}`))) },
    { weight: 1, arbitrary: joined(fc.constant('+'), fc.constantFrom(...names.map((name) => name.toUpperCase()))) },
    {
      weight: 1,
      arbitrary: joined(
        fc.constantFrom(...plain.map(({ name }) => `+${name}|`), '+select|', '+debug|', '+get|'),
        fc.constantFrom(...FIRST_ARGUMENTS),
      ),
    },
    { weight: 3, arbitrary: joined(fc.constantFrom('~', '~', '%R~', '%W~', '%RW~', '%rw~'), pattern) },
    { weight: 2, arbitrary: joined(fc.constant('&'), pattern) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'allkeys',
        'resetkeys',
        'resetchannels',
        'nocommands',
        '+@all',
        '+@all',
        '+@all',
        'db=0',
        'db=1',
      ),
    },
  );
}

function selector(catalog: Catalog): fc.Arbitrary<readonly string[]> {
  return fc.array(permission(catalog), { maxLength: 5 }).map((words) => `(${words.join(' ')})`.split(' '));
}

function joined(first: fc.Arbitrary<string>, second: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(first, second).map(([a, b]) => a + b);
}

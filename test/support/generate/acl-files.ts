import fc from 'fast-check';
import type { Catalog } from '../../../server/src/catalog/catalog.js';
import { aclWords, anyAclWords } from './acl.js';

/** Random ACL files: users right and wrong, twice the same, and lines that are no users. */
export function aclFiles(catalog: Catalog): fc.Arbitrary<string> {
  const line = fc.oneof(
    { weight: 6, arbitrary: userLine(anyAclWords(catalog)) },
    { weight: 2, arbitrary: fc.constantFrom(...OTHER_LINES) },
  );
  return fileOf(line);
}

/** The same, with hardly anything that a server would refuse. */
export function soundAclFiles(catalog: Catalog): fc.Arbitrary<string> {
  return fileOf(userLine(aclWords(catalog)), 3);
}

/** Random `user` lines of a configuration file, quoted here and there. */
export function userDirectives(catalog: Catalog): fc.Arbitrary<string> {
  const rules = fc.tuple(anyAclWords(catalog), fc.oneof({ weight: 20, arbitrary: fc.constant([]) }, LONG_WORD));
  const words = fc.tuple(
    fc.constantFrom(...DIRECTIVE_NAMES),
    rules.map(([some, more]) => [...some, ...more]),
  );
  const line = words.chain(([name, rules]) =>
    fc.tuple(...rules.map(written)).map((texts) => ['user', name, ...texts].join(' ')),
  );
  return fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `${lines.join('\n')}\n`);
}

const NAMES = ['a', 'b', 'c', 'default', 'app', 'é', 'on', '+x', "it's", '"q"'];
const BAD_NAMES = ['a\tb', 'a\vb', '', 'a\x01'];
const DIRECTIVE_NAMES = [...NAMES.slice(0, 8), '"a b"', '""', "'q'", '"a\\x00b"', 'long'.repeat(300)];

/** Longer than what a server has room for when it complains of it. */
const LONG_WORD = fc.constantFrom('+', '~', '>', '!', 'é', '+@').map((start) => [start + 'é~x'.repeat(400)]);

const OTHER_LINES = [
  ...[
    '',
    '   ',
    '\t',
    '# a comment',
    '#',
    'users a on',
    'USER a on',
    'user',
    'user ',
    ' user b on',
    'a on',
    'user\tb on',
  ],
  ...[
    'user c on # why',
    'user c on #',
    'user d on\r',
    'user  e on',
    'user f  on',
    'user f on ',
    'user g on\tnopass',
    '\ufeffuser h on',
  ],
  ...[
    'user i on\x00 +@all',
    '\x00',
    'user j on (+get',
    'user k (+get',
    'user l (+get) (+set',
    'requirepass x',
    'user m on \t~a\t',
    'user n on (+nosuch\t \t~a )\t',
    'user o \t(+get ~a) (~b\t)\t +x)\t (+get)\t',
  ],
];

function userLine(words: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...NAMES) },
    { weight: 1, arbitrary: fc.constantFrom(...BAD_NAMES) },
  );
  return fc.tuple(name, words).map(([user, rules]) => ['user', user, ...rules].join(' '));
}

function fileOf(line: fc.Arbitrary<string>, maxLength = 5): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(line, { maxLength }), fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.constantFrom('\n', ''))
    .map(([lines, newline, last]) => lines.join(newline) + (lines.length === 0 ? '' : last));
}

/** A word as somebody might write it in a configuration file: bare, or in quotes that change nothing. */
function written(word: string): fc.Arbitrary<string> {
  const escaped = word.replace(/["\\]/g, '\\$&');
  const isPlain = /^[^\s"'\\]+$/.test(word);
  return fc.constantFrom(...(isPlain ? [word, word, word] : []), `"${escaped}"`);
}

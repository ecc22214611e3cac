import fc from 'fast-check';
import type { Catalog } from '../../../server/src/catalog/catalog.js';
import type { Directive } from '../../../server/src/catalog/directive.js';
import { argumentsOf } from './directive-values.js';

/** Files by path relative to the working directory; the root is `redis.conf`. */
export type FileSet = Readonly<Record<string, string>>;

/** A random configuration of a few lines up to some dozens, with the files that it includes. */
export function configurations(catalog: Catalog): fc.Arbitrary<FileSet> {
  const lines = (most: number) => textOf(fc.array(line(catalog), { maxLength: most }));
  return fc
    .record({
      root: fc.oneof({ weight: 3, arbitrary: lines(6) }, { weight: 1, arbitrary: lines(30) }),
      extra: lines(5),
      first: lines(3),
      second: lines(3),
      acl: fc.constantFrom('', 'user bob on nopass\n', 'user bob +nosuch\nuser eve on\n'),
    })
    .map(({ root, extra, first, second, acl }) => ({
      'redis.conf': root,
      'extra.conf': extra,
      'conf.d/a.conf': first,
      'conf.d/b.conf': second,
      'users.acl': acl,
    }));
}

/** A file with one line for each directive that the server knows, in random order. */
export function sweeps(catalog: Catalog): fc.Arbitrary<FileSet> {
  const directives = [...catalog.directives.values()];
  return fc
    .shuffledSubarray(directives, { minLength: directives.length })
    .chain((shuffled) => fc.tuple(...shuffled.map(directiveLine)))
    .map((lines) => ({ 'redis.conf': `${lines.join('\n')}\n`, ...INCLUDED }));
}

const INCLUDED: FileSet = {
  'extra.conf': 'timeout 7\n',
  'conf.d/a.conf': 'tcp-keepalive 60\n',
  'users.acl': 'user bob on nopass\n',
};

/** One line that sets a directive, in any spelling. */
export function directiveLine(directive: Directive): fc.Arbitrary<string> {
  return fc
    .tuple(
      spelledName(directive.name),
      argumentsOf(directive),
      fc.constantFrom(...SEPARATORS),
      fc.constantFrom(...QUOTINGS),
    )
    .map(([name, args, separator, quoting]) => [name, ...args.map((arg) => quoted(arg, quoting))].join(separator));
}

/** Lines make a text: with newlines of one kind or mixed, with one at the end or none. */
function textOf(lines: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(lines, fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.boolean())
    .map(([all, newline, isEnded]) => all.join(newline) + (isEnded && all.length > 0 ? newline : ''));
}

function line(catalog: Catalog): fc.Arbitrary<string> {
  const directives = [...catalog.directives.values()];
  const special = directives.filter(({ type }) => type === 'special');
  const withDefault = directives.filter(({ name, default: value }) => name !== 'dir' && value !== undefined);
  return fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...directives).chain(directiveLine) },
    { weight: 8, arbitrary: fc.constantFrom(...special).chain(directiveLine) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...withDefault)
        .map(({ name, default: value }) => `${name} ${value === '' ? '""' : value}`),
    },
    { weight: 2, arbitrary: fc.constantFrom(...COMMENTS) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...directives.filter(({ name }) => name !== 'loadmodule'))
        .chain(directiveLine)
        .map((text) => `${text} # why`),
    },
    { weight: 1, arbitrary: fc.constantFrom(...MALFORMED) },
  );
}

const COMMENTS = ['', '# a comment', '  # indented "', '\t', '#', ' \v', '\f'];

const MALFORMED = [
  'nosuch 1',
  'NoSuch "a  b"',
  'nosuch',
  'x.y 1',
  'X.y 2 3',
  'x.y',
  'port=0',
  'timeout: 5',
  '; timeout 5',
  'timeout "5',
  "timeout '5",
  'timeout "5"6',
  'timeout 5""',
  '\ufefftimeout 5',
  'timeout\v5',
  'timeout 5\v',
  '\v timeout 5',
  'max\udcffclients 100',
  'timeout\u00a05',
  'timeout 5\0 6',
  '# a\0b',
  'list-max-ziplist-entries 5',
  'list-max-ziplist-value a b',
  'user',
  'maxmemory-policy allkeys-lru\0\0',
];

/**
 * What servers look for by comparing names, which end at a NUL byte. Of others the byte changes the hash, by which they are
 * found all the same as often as chance has it.
 */
const COMPARED: ReadonlySet<string> = new Set([
  'include',
  'list-max-ziplist-value',
  'rename-command',
  'sentinel',
  'user',
]);

function spelledName(name: string): fc.Arbitrary<string> {
  return fc.constantFrom(
    name,
    name,
    name,
    name,
    name.toUpperCase(),
    `"${name}"`,
    `"${name}${COMPARED.has(name) ? '\\x00x' : ''}"`,
    ` ${name}`,
    `\t${name[0]?.toUpperCase()}${name.slice(1)}`,
  );
}

const SEPARATORS = [' ', ' ', ' ', '  ', '\t', ' \t '];

const QUOTINGS = ['where-needed', 'where-needed', 'where-needed', 'double', 'single', 'hexadecimal'] as const;

function quoted(text: string, quoting: (typeof QUOTINGS)[number]): string {
  const isPlain = /^[^\s"'\0]+$/.test(text);
  if (quoting === 'where-needed' && isPlain) return text;
  if (quoting === 'single' && !/['\0\\]/.test(text)) return `'${text}'`;
  if (quoting === 'hexadecimal' && /^[ -~]+$/.test(text)) {
    return `"${[...text].map((c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}"`;
  }
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\0', '\\x00')}"`;
}

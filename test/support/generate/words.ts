import fc from 'fast-check';

/** A random line as it stands in a file: words of quotes, escapes, stray bytes and plain text, in any mixture. */
export function anyLine(): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(' ', ' ', ' ', '\t', '  ', '\r', ' \v', '\f '), anyWord()), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.flat().join(''));
}

/** A random word as it stands in a file, often one that breaks its line. */
function anyWord(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: text(PLAIN) },
    { weight: 3, arbitrary: text(QUOTED).map((inner) => `"${inner}"`) },
    { weight: 2, arbitrary: text(PLAIN).map((inner) => `'${inner.replaceAll('"', '')}'`) },
    { weight: 1, arbitrary: fc.tuple(text(PLAIN), text(QUOTED)).map(([before, inner]) => `${before}"${inner}"`) },
    { weight: 1, arbitrary: text([...PLAIN, '"', "'"]) },
  );
}

function text(pool: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
}

const PLAIN = [
  'a',
  'B',
  '7',
  '#',
  '\\',
  '\\n',
  '\\x41',
  '\v',
  '\f',
  'é',
  '\udcff',
  '\udc80',
  '-',
  '=',
  '\u00a0',
  '{',
  '*',
];

const QUOTED = [
  ...[
    'a',
    'B',
    '7',
    '#',
    'é',
    '\udcff',
    "'",
    '\\"',
    '\\\\',
    '\\x41',
    '\\xff',
    '\\xC3\\xa9',
    '\\x4',
    '\\xg1',
    '\\X41',
    '\\q',
  ],
  ...['\\a', '\\b', '\\\udcff', '\\0'],
];

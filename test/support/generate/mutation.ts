import fc from 'fast-check';

/** Changes a text as people and tools break files: lines lost, repeated, swapped, cut, commented; characters changed. */
export function mutationsOf(text: string): fc.Arbitrary<string> {
  const lines = text.split('\n');
  const meant = lines.flatMap((line, index) => (/^\s*(?:#|$)/.test(line) ? [] : [index]));
  const at = meant.length === 0 ? fc.constant(0) : fc.constantFrom(...meant);
  return fc
    .array(fc.tuple(at, fc.nat(), fc.constantFrom(...CHANGES)), { minLength: 1, maxLength: 6 })
    .map((changes) => {
      const changed = [...lines];
      for (const [index, number, change] of changes) changed[index] = change(changed[index] ?? '', number, changed);
      return changed.join('\n');
    });
}

type Change = (line: string, number: number, lines: readonly string[]) => string;

const CHARACTERS = ['"', "'", '#', ' ', '\t', '\\', '0', '-', 'x', '\r', '\v', '\0', 'é', '\udcff', '\ufeff', '%', '*'];

const CHANGES: readonly Change[] = [
  () => '',
  (line) => `${line} # why`,
  (line) => `#${line}`,
  (line) => line.replace(/^\s*#\s?/, ''),
  (line) => `${line}\n${line}`,
  (line) => line.toUpperCase(),
  (line) => line.replace(/\s+/, '='),
  (line) => line.replace(/\s+\S+$/, ''),
  (line) => line.replace(/\S+$/, (last) => `"${last}"`),
  (line) => line.replace(/\S+$/, (last) => `'${last}`),
  (line, number) => line.slice(0, number % (line.length + 1)),
  (line, number, lines) => lines[number % lines.length] ?? line,
  (line, number) => inserted(line, number, CHARACTERS[number % CHARACTERS.length] ?? ''),
  (line, number) => inserted(line, Math.floor(number / 7), CHARACTERS[number % CHARACTERS.length] ?? ''),
  (line, number) => without(line, number),
  (line, number) => line.replace(/\d+/, String(number % 100_000)),
  (line) => line.replace(/\byes\b|\bno\b/, (answer) => (answer === 'yes' ? 'true' : 'yes')),
  (line, number, lines) => `${line} ${lines[number % lines.length] ?? ''}`,
  (line, number, lines) => line + (lines[number % lines.length] ?? ''),
  (line) => line.replace(/(\S+\s+)(.*)/, (_, name: string, rest: string) => name + rest.split(' ').reverse().join(' ')),
  (line, number) =>
    line.replace(/(\S+)$/, (last) =>
      Array(1 + (number % 900))
        .fill(last)
        .join(''),
    ),
  (line, number) => line.replace(/(\S+)$/, (last) => quotedFrom(last, number)),
  (line) => line.replace(/(\S+)$/, '$1 $1'),
  (line, number) => line.replace(/\s+/g, () => BLANKS[number % BLANKS.length] ?? ' '),
  (line, number) => line + (CHARACTERS[number % CHARACTERS.length] ?? ''),
  (line, number) => (MEMORY_IS_CHEAP.test(line) ? line.replace(/-?\d+/, NUMBERS[number % NUMBERS.length] ?? '') : line),
];

const BLANKS = ['\t', '  ', ' \v', '\f ', '\r', '\u00a0', ' = ', ', ', ': '];

const NUMBERS = [
  ...['-1', '00', '007', '+3', '0x1F', '1e3', '.5', '1K', '1kB', '5%', '101%', 'NaN', '""', '" 5"', '"\\x35"', '$N'],
  ...['2147483648', '4294967296', '9223372036854775807', '9223372036854775808', '18446744073709551616'],
];

/** Lines that no number makes take all of the machine's memory, or shut us out. */
const MEMORY_IS_CHEAP = /^(?!.*(?:databases|threads|query-buffer|hz|table-max-keys|maxclients|port))/i;

/** A word of which a part is in quotes, its first letter as an escape. */
function quotedFrom(word: string, number: number): string {
  const at = number % word.length;
  const code = word.charCodeAt(at).toString(16).padStart(2, '0');
  return /^[!-~]+$/.test(word) ? `${word.slice(0, at)}"\\x${code}${word.slice(at + 1)}"` : word;
}

function inserted(line: string, number: number, character: string): string {
  const at = number % (line.length + 1);
  return line.slice(0, at) + character + line.slice(at);
}

function without(line: string, number: number): string {
  const at = number % (line.length + 1);
  return line.slice(0, at) + line.slice(at + 1);
}

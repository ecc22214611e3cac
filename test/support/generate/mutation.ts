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
];

function inserted(line: string, number: number, character: string): string {
  const at = number % (line.length + 1);
  return line.slice(0, at) + character + line.slice(at);
}

function without(line: string, number: number): string {
  const at = number % (line.length + 1);
  return line.slice(0, at) + line.slice(at + 1);
}

import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Rows as lines with columns of one width, two blanks between them, none at the end.
 * @param widest columns are padded up to this width, longer cells push the rest to the right
 */
export function table(rows: readonly (readonly string[])[], widest = 40): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, Math.min(widest, widthOf(cell)));
  }
  const padded = (cell: string, i: number): string => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell)));
  return rows.map((row) => `${row.map(padded).join('  ').trimEnd()}\n`).join('');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** A field of a snippet, with what stands in it at first. */
export function field(number: number, initial: string): string {
  return `\${${number}:${initial}}`;
}

/** A field to choose for from words. */
export function choice(number: number, words: readonly string[]): string {
  return `\${${number}|${words.map((word) => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** A text in which nothing means a field. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** What a snippet says where nobody fills in its fields. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}

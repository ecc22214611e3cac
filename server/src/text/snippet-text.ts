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

/** The same snippet with what stands in variables at first, since few editors know other variables than those of files. */
export function withoutVariables(snippet: string): string {
  return snippet.replace(/\$\{[A-Z_]+:((?:\\.|[^\\}])*)\}/g, '$1');
}

/** What a snippet says where nobody fills in its fields; a field that stands in several places has its text in all. */
export function plainText(snippet: string): string {
  const initial = new Map<string, string>();
  const remember = (_: string, number: string, text: string): string => {
    initial.set(number, text);
    return text;
  };
  return withoutVariables(snippet)
    .replace(/\$\{(\d+)\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}/g, remember)
    .replace(/\$\{(\d+):((?:\\.|[^\\}])*)\}/g, remember)
    .replace(/(?<!\\)\$(?:(\d+)|\{(\d+)\})/g, (_, bare: string, braced: string) => initial.get(bare ?? braced) ?? '')
    .replace(/\\([\\$},|])/g, '$1');
}

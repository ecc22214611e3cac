/**
 * Whether a word waits to be filled in by a program that writes the file: `$VAR`, `${VAR}`, `{{ .value }}`, `%VAR%`.
 * A server expands nothing and would take it as it stands.
 */
export function isPlaceholder(text: string): boolean {
  return /^\$\w+$|\$\{|\{\{|^%\w+%$|<%|\{%/.test(text);
}

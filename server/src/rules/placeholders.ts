/**
 * Whether a word waits to be filled in by a program that writes the file: `$VAR`, `${VAR}`, `{{ .value }}`, `%VAR%`.
 * A server expands nothing and would take it as it stands.
 */
export function isPlaceholder(text: string): boolean {
  return /^\$\w+$|\$\{|\{\{|^%\w+%$|<%|\{%/.test(text);
}

/** Whether a digest stands where one has yet to be put: no password is known to have only zeros. */
export function isNobodysDigest(digest: string): boolean {
  return /^0{64}$/.test(digest);
}

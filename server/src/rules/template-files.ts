/** Whether a file says by its path, or its URI, that something is filled in before a server reads it. */
export function isTemplate(path: string): boolean {
  return /\.(?:tpl|tmpl|template|j2|erb|in|example|sample|dist)$|\/templates?\//i.test(path);
}

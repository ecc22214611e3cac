import type { Refusal } from '../../server/src/model/refusal.js';

/**
 * The one sentence in which a server says everything that is wrong with an ACL file, as our refusals of it come to.
 * @param name the file as the server was given it
 */
export function aclFileMessage(refusals: readonly Refusal[], name: string): string {
  const items = refusals.map((refusal) => item(refusal, name));
  return `${items.join('')}WARNING: ACL errors detected, no change to the previously active ACL rules was performed`;
}

/** Whether the server ends without a word at the file. */
export function isCrash(refusals: readonly Refusal[]): boolean {
  return refusals.some(({ serverSays }) => serverSays === '');
}

function item({ code, serverSays, serverLine }: Refusal, name: string): string {
  if (serverSays.startsWith('should start with')) return `${name}:${serverLine} ${serverSays}. `;
  if (code === 'acl-user-name') return `'${name}:${serverLine}: ${serverSays}. `;
  if (code === 'acl-duplicate-user') return `WARNING: ${serverSays}. `;
  if (code === 'acl-selector-unclosed') return `${name}:${serverLine}: ${serverSays}`;
  return `${name}:${serverLine}: ${serverSays}. `;
}

/** What a server says of a `user` line, with passwords and digests left out as we leave them out. */
export function withoutSecrets(text: string): string {
  return text.replace(/(declaration|rule) '([#!])[0-9a-f]{64}'/gi, "$1 '$2***'");
}

import type { Project } from '../model/project.js';

/** Whether a host is this machine itself, by address or by its usual name. */
export function isLoopback(host: string): boolean {
  return /^(?:127(?:\.[0-9]+){3}|::1|localhost)$/i.test(host);
}

/** Whether only programs of the server's own machine get to it; of an ACL file alone that is not known. */
export function isLocal({ kind, reach: { exposure } }: Project): boolean {
  return kind !== 'acl' && (exposure === 'none' || exposure === 'loopback');
}

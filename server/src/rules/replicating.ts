import type { Project } from '../model/project.js';

/** Whether a server is a replica, or a Sentinel beside its file makes it one when the roles change. */
export function replicates({ kind, settings, beside }: Project): boolean {
  return kind === 'config' && (settings.text('replicaof') !== '' || beside.projects.length > 0);
}

import { everything, freeName, newAdministrator } from './administering.js';
import type { Context, Fix } from './define.js';
import { insertLine, replaceLine } from './fixing.js';
import { digestOf, newSecret } from './new-secret.js';
import { isPlaceholder } from './placeholders.js';

/** What an application does without. */
export const HARMLESS = '-@dangerous -@scripting';

/**
 * Ways to have more than the one password of `requirepass`: for a file without users, whose password is known.
 *
 * The password stays with the applications, which lose what is dangerous, and the administrator gets a new one. Where
 * servers log in to each other with it, or an append-only file is read back as the default user, it stays with them, and
 * applications get a user of their own.
 */
export function separatingFixes(context: Context): readonly Fix[] {
  const { project } = context;
  const { settings, userSource } = project;
  const password = settings.text('requirepass');
  if (settings.get('requirepass')?.winner === undefined || password === '' || isPlaceholder(password)) return [];
  if (userSource.kind !== 'none' || project.kind !== 'config') return [];
  const isShared =
    settings.text('masterauth') !== '' || settings.text('replicaof') !== '' || settings.isOn('cluster-enabled');
  return isShared || settings.isOn('appendonly') ? applicationUser(context) : split(password, context);
}

function split(password: string, context: Context): readonly Fix[] {
  const { project } = context;
  const line = project.settings.get('requirepass')?.winner;
  if (line === undefined) return [];
  const keys = everything(project.target);
  const { line: administrator, secret } = newAdministrator(context);
  const users = [`user default on ${digestOf(password)} ${keys} +@all ${HARMLESS}`, administrator];
  return [
    {
      title: 'Keep the password for applications, without what is dangerous, and add an administrator',
      safety: 'review',
      edits: [replaceLine(line.document, line.line, users.join('\n'))],
      secret,
    },
  ];
}

function applicationUser(context: Context): readonly Fix[] {
  const { project } = context;
  const line = project.settings.get('requirepass')?.winner;
  if (line === undefined) return [];
  const { clear, digest } = newSecret(context);
  const name = freeName('app', context);
  const user = `user ${name} on ${digest} ${everything(project.target)} +@all ${HARMLESS}`;
  return [
    {
      title: `Add a user ${name} without what is dangerous, for applications to log in as; the password stays for servers and administrators`,
      safety: 'review',
      edits: [insertLine(line.document, line.line + 1, user)],
      secret: clear,
    },
  ];
}

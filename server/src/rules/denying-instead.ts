import type { Statement } from '../model/statement.js';
import type { Context, Fix } from './define.js';
import { deleteLine } from './fixing.js';
import { isAdministrator } from './principals.js';
import { withdrawal } from './rights-fixes.js';
import { isAllowed } from './sensitive-commands.js';

/**
 * Gives a renamed command its name back, and takes it from all users who are no administrators by ACL rules.
 * @returns none where one of them is not defined by a line, or where words alone cannot do it
 */
export function denyingInstead({ document, line, args }: Statement, context: Context): readonly Fix[] {
  const command = args[0]?.value.toLowerCase() ?? '';
  const { users, catalog } = context.project;
  const forms = [command, ...subcommandsOf(command, context)];
  const reaching = [...users.values()].filter(
    (user) => user.enabled && !isAdministrator(user, context) && forms.some((form) => isAllowed(user, form, catalog)),
  );
  const title = `Deny ${command} by ACL rules instead; it has its name again`;
  const denials = reaching.map((user) => withdrawal(user, [command], title, context)[0]);
  if (denials.some((fix) => fix === undefined)) return [];
  const edits = denials.flatMap((fix) => fix?.edits ?? []);
  return [{ title, safety: 'review', edits: [deleteLine(document, line), ...edits] }];
}

function subcommandsOf(command: string, { project }: Context): readonly string[] {
  return [...project.catalog.commands.keys()].filter((name) => name.startsWith(`${command}|`));
}

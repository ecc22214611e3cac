import type { Circumstances } from './permissions.js';
import type { Project } from './project.js';
import { commandNames } from './renames.js';

/** What commands are called and how many databases there are, as the server of a project has it. */
export function surroundingsOf({ catalog, settings }: Project): Circumstances {
  const names = commandNames(catalog);
  for (const { args } of settings.statements('rename-command'))
    names.rename(args[0]?.value ?? '', args[1]?.value ?? '');
  const databases = settings.number('databases');
  return databases === undefined ? { names } : { names, databases: Number(databases) };
}

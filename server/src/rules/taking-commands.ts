import type { User } from '../model/user.js';
import { keepingAnAdministrator } from './administering.js';
import { closingFixes } from './closing-the-default-user.js';
import type { Context, Fix } from './define.js';
import { appendLine, insertLine } from './fixing.js';
import { isOpenDefault, mayDoEverything } from './principals.js';
import { replicates } from './replicating.js';
import { denial } from './rights-fixes.js';
import { RUNNING_LUA, SENSITIVE } from './sensitive-commands.js';
import { HARMLESS, separatingFixes } from './separating-users.js';

/**
 * Ways to take dangerous commands from a user: by ACL rules where there are users, else with `rename-command` or by
 * making users.
 * @param commands as `rename-command` has them: `FLUSHALL`
 */
export function takingFixes(user: User, commands: readonly string[], context: Context): readonly Fix[] {
  if (user.definedAt !== undefined) return denials(user, commands, context);
  if (context.project.userSource.kind !== 'none') return [];
  const separating = separatingFixes(context);
  const renaming = renames(commands, context);
  const closing = isOpenDefault(user) && renaming.length === 0 ? closingFixes(context).slice(1) : [];
  return [...separating, ...renaming, ...closing];
}

/** At the end of the user's line and of its selectors, where no later ACL rule gives back what they take. */
function denials(user: User, commands: readonly string[], context: Context): readonly Fix[] {
  const title = `Deny ${user.name} everything dangerous and all scripts; clients that use them are refused`;
  const broad = denial(user, HARMLESS, SENSITIVE, title, context);
  const others = commands.filter((command) => !SCRIPTS.has(command));
  const hasScripts = others.length < commands.length;
  const words = [...others.map((command) => `-${command.toLowerCase()}`), ...(hasScripts ? ['-@scripting'] : [])];
  // Without these commands, who may do everything still gives itself whatever it likes.
  const narrow = mayDoEverything(user, context.project.catalog)
    ? []
    : denial(
        user,
        words.join(' '),
        SENSITIVE,
        `Deny ${user.name} these commands only${hasScripts ? ', and all scripts' : ''}`,
        context,
      );
  return [...broad, ...narrow].map((fix) => keepingAnAdministrator(fix, user, context));
}

const SCRIPTS: ReadonlySet<string> = new Set(['EVAL', 'SCRIPT']);

/**
 * For a file without users. Not where another server or an append-only file may use the command: a replica would ignore
 * its primary's FLUSHALL, and a start ends at an unknown command in the file.
 */
function renames(commands: readonly string[], context: Context): readonly Fix[] {
  const { project } = context;
  const { settings, root } = project;
  const shared = settings.isOn('appendonly') || settings.isOn('cluster-enabled') || replicates(project);
  if (shared || project.kind !== 'config') return [];
  const lines = [...commands, ...otherScripts(commands, context)].map((command) => `rename-command ${command} ""`);
  const last = project.statements.findLast(({ document }) => document === root);
  const edit =
    last === undefined ? appendLine(root, lines.join('\n')) : insertLine(root, last.line + 1, lines.join('\n'));
  return [
    {
      title: 'Take these commands from everyone, the administrator included, with rename-command',
      safety: 'review',
      edits: [edit],
    },
  ];
}

/** Without EVAL, the other ways to run Lua do as well. */
function otherScripts(commands: readonly string[], { project }: Context): readonly string[] {
  if (!commands.some((command) => SCRIPTS.has(command))) return [];
  const gone = new Set(project.settings.statements('rename-command').map(({ args }) => args[0]?.value.toUpperCase()));
  return [...RUNNING_LUA, 'script', 'function']
    .filter((name) => project.catalog.commands.has(name))
    .map((name) => name.toUpperCase())
    .filter((name) => !commands.includes(name) && !gone.has(name));
}

import { targetsWithCommand } from '../catalog/catalog.js';
import { knownIn } from '../catalog/known-in.js';
import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import { defineRule, type Fix } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';
import { nearest } from './nearest.js';

export default defineRule({
  id: 'rename-of-unknown-command',
  aliases: ['cmd-rename-target-invalid'],
  kind: 'load',
  tags: ['commands', 'versions'],
  explains: ['rename-unknown-command', 'rename-subcommand'],
  summary: 'rename-command names a command that the server does not have.',
  rationale:
    'The table of commands differs from release to release, subcommands have no entry of their own in it, commands of ' +
    'modules are not there yet, and one that an earlier line has renamed no longer answers to its old name.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  example: {
    bad: `
        -- redis.conf --
        rename-command FLUSHAL ""
      #                ^^^^^^^ Redis 8.6 has no command flushal: write flushall
    `,
    good: `
        -- redis.conf --
        rename-command flushall ""
    `,
  },

  explain({ at, statement }, { project }) {
    const { document, line, words } = markedBy(project, at);
    const removal = deletion(document, line);
    const name = words[1]?.value.toLowerCase() ?? '';
    if (isSubcommand(name, project)) {
      const message = `subcommands cannot be renamed: deny ${name} by ACL rules`;
      return { message, fixes: [removal] };
    }
    const earlier = statement && earlierRename(name, statement, project);
    if (earlier !== undefined) {
      return { message: `${name} was renamed on line ${earlier.line + 1}: delete one of the lines`, fixes: [removal] };
    }
    const where = knownIn(targetsWithCommand(name), project.target);
    if (where !== '') {
      return { message: `${name} ${where}: delete the line for ${project.target.title}`, fixes: [removal] };
    }
    const meant = nearest(
      name,
      [...project.catalog.commands.keys()].filter((known) => !known.includes('|')),
    );
    const shown = /^[\w.-]{1,40}$/.test(name) ? `command ${name}` : 'such command';
    const message = `${project.target.title} has no ${shown}`;
    if (meant === undefined) return { message: `${message}: delete the line`, fixes: [removal] };
    const fix: Fix = { title: `Change to ${meant}`, safety: 'review', edits: [replacePlace(at, meant)] };
    return { message: `${message}: write ${meant}`, fixes: [fix, removal] };
  },
});

function isSubcommand(name: string, { catalog }: Project): boolean {
  if (catalog.commands.get(name)?.container !== undefined) return true;
  const container = /^(.+)[| ]/.exec(name)?.[1];
  return container !== undefined && catalog.commands.has(container);
}

function earlierRename(name: string, statement: Statement, { statements }: Project): Statement | undefined {
  const before = statements.slice(0, statements.indexOf(statement));
  return before.find(
    (other) => other.directive?.canonical === 'rename-command' && other.args[0]?.value.toLowerCase() === name,
  );
}

import { targetsWithCommand } from '../catalog/catalog.js';
import { knownIn } from '../catalog/known-in.js';
import type { Project } from '../model/project.js';
import type { Place } from '../text/place.js';
import { defineRule, type Fix } from './define.js';
import { aclRuleDeletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';
import { nearest } from './nearest.js';

export default defineRule({
  id: 'unknown-acl-command',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'commands', 'versions'],
  explains: ['acl-unknown-command'],
  summary: 'An ACL rule names a command, subcommand or category that the server does not have.',
  rationale:
    'ACL rules are checked against the commands of the running release, under their original names and not those that ' +
    'rename-command gave them. One unknown name makes the server refuse all users.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    target: 'redis-7.0',
    bad: `
        -- users.acl --
        user app on nopass ~app:* +client|setinfo
      #                           ^^^^^^^^^^^^^^^ client|setinfo exists from Redis 7.2 on: delete the ACL rule for Redis 7.0
        user ops on nopass ~* +@all
    `,
    good: `
        -- users.acl --
        user app on nopass ~app:*
        user ops on nopass ~* +@all
    `,
  },

  explain({ at }, { project }) {
    const { document, word, text } = markedBy(project, at);
    const rule = word?.value ?? text;
    const removal = [aclRuleDeletion(document, at)];
    const sign = /^[+-]/.exec(rule)?.[0] ?? '';
    const named = rule.slice(sign.length).toLowerCase();
    const { reason, meant } = diagnosis(named, sign, project);
    if (meant === undefined || sign === '') {
      return { message: `${reason}: delete the ACL rule for ${project.target.title}`, fixes: removal };
    }
    return { message: `${reason}: write ${sign}${meant}`, fixes: [changing(at, `${sign}${meant}`), ...removal] };
  },
});

interface Diagnosis {
  readonly reason: string;
  readonly meant?: string | undefined;
}

function diagnosis(named: string, sign: string, project: Project): Diagnosis {
  const { catalog, target } = project;
  if (named.startsWith('@')) {
    const category = nearest(named.slice(1), [...catalog.categories, 'all']);
    return { reason: 'no such category', meant: category && `@${category}` };
  }
  if (named.includes(','))
    return {
      reason: 'each command needs a sign of its own',
      meant: named
        .split(',')
        .map((name) => name.replace(/^[+-]/, ''))
        .join(` ${sign}`),
    };
  const where = knownIn(targetsWithCommand(named), target);
  if (where !== '') return { reason: `${named} ${where}` };
  const original = originalName(named, project);
  if (original !== undefined)
    return { reason: 'ACL rules take the original name of a renamed command', meant: original };
  const [container = '', subcommand] = named.split('|');
  const command = catalog.commands.get(container);
  if (command !== undefined && subcommand !== undefined) {
    const deniesArgument = sign === '-' && command.subcommands.length === 0;
    if (deniesArgument) return { reason: `${container} can only be denied as a whole`, meant: container };
    const known = nearest(named, command.subcommands);
    return { reason: `${container} has no such subcommand`, meant: known };
  }
  return { reason: 'no such command', meant: nearest(named, catalog.commands.keys()) };
}

function originalName(named: string, { settings }: Project): string | undefined {
  const renaming = settings.statements('rename-command').find(({ args }) => args[1]?.value.toLowerCase() === named);
  return renaming?.args[0]?.value.toLowerCase();
}

function changing(at: Place, newText: string): Fix {
  return { title: `Change to ${newText}`, safety: 'review', edits: [replacePlace(at, newText)] };
}

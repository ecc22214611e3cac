import type { Statement } from '../model/statement.js';
import { placeOf } from '../model/statement.js';
import type { AclEffect, User } from '../model/user.js';
import { type Context, defineRule, type Fix } from './define.js';
import { insertLine } from './fixing.js';
import { isOrdinary } from './ordinary-users.js';
import { allEffects, denial } from './rights-fixes.js';
import { containerOf, listed, RUNNING_LUA, reachable, SCRIPTING } from './sensitive-commands.js';

export default defineRule({
  id: 'lua-denied-by-halves',
  aliases: ['acl-partial-scripting-deny'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl', 'scripting', 'commands'],
  summary: 'Some commands that run Lua are taken away and others are left.',
  rationale:
    'From 7.0 on there are six ways to run Lua: EVAL, EVALSHA, both again with _RO, FCALL and FCALL_RO. Without EVAL and ' +
    'SCRIPT, EVAL_RO still runs any script, and FUNCTION LOAD with FCALL still writes.',
  silentWhen:
    'All of them are taken away, what is left was granted by name, or the user is named in the setting `scriptUsers`. In 6.x ' +
    'EVAL and EVALSHA are all there is.',
  references: ['https://redis.io/docs/latest/develop/programmability/', 'CWE-184'],
  supersedes: ['lua-left-allowed'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -eval -script
      #                                                                                                        ^^^^^ Lua still runs by EVAL_RO, EVALSHA, EVALSHA_RO, FCALL and FCALL_RO: deny -@scripting as a whole
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -eval -script -@scripting
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || context.circumstances.scriptUsers.includes(user.name)) return;
    const denied = allEffects(user).find((effect) => isPiece(effect));
    const left = leftTo(user, context);
    if (denied === undefined || left.length === 0) return;
    const title = `Deny ${user.name} all scripts; clients that use any are refused`;
    report(denied.rule.at, `Lua still runs by ${listed(left)}: deny -@scripting as a whole`, {
      fixes: denial(user, '-@scripting', SCRIPTING, title, context),
    });
  },

  project(context, report) {
    const renamed = context.project.settings.statements('rename-command').filter(isPieceRenamed);
    const [first] = renamed;
    const word = first?.args[0];
    if (first === undefined || word === undefined) return;
    const users = [...context.project.users.values()].filter(({ enabled }) => enabled);
    const left = RUNNING_LUA.filter((command) =>
      users.some((user) => reachable(user, [command], context.project).length > 0),
    );
    if (left.length === 0) return;
    report(
      placeOf(first, word),
      `Lua still runs by ${listed(left)}: rename them too, or deny -@scripting by ACL rules`,
      {
        fixes: renaming(renamed, left, context),
      },
    );
  },
});

/** A denial of one command out of the six, or of what puts scripts there. */
function isPiece(effect: AclEffect): boolean {
  const word = effect.rule.word.value.toLowerCase();
  if (!word.startsWith('-') || KEEPING.test(word)) return false;
  return PIECES.has(containerOf(word.slice(1))) && effect.outcome === 'applied';
}

/** Taken from users who call functions that somebody else loads. */
const KEEPING = /^-function\|/;

const PIECES: ReadonlySet<string> = new Set([...RUNNING_LUA, 'script', 'function']);

/** What is granted by a category, and so was overlooked. */
function leftTo(user: User, { project }: Context): readonly string[] {
  const named = new Set(allEffects(user).map(({ rule }) => rule.word.value.toLowerCase()));
  return reachable(user, RUNNING_LUA, project).filter((command) => !named.has(`+${command}`));
}

function isPieceRenamed({ args }: Statement): boolean {
  const [command, name] = args;
  return name?.value === '' && PIECES.has(command?.value.toLowerCase() ?? '');
}

/** With FUNCTION and SCRIPT, which the target may not have, and which nobody needs then. */
function renaming(renamed: readonly Statement[], left: readonly string[], { project }: Context): readonly Fix[] {
  const last = renamed.at(-1);
  const gone = new Set(project.settings.statements('rename-command').map(({ args }) => args[0]?.value.toLowerCase()));
  const more = ['function', 'script'].filter((name) => project.catalog.commands.has(name) && !gone.has(name));
  if (last === undefined) return [];
  const lines = [...left, ...more].map((command) => `rename-command ${command.toUpperCase()} ""`);
  return [
    {
      title: 'Take all scripts from everyone, the administrator included',
      safety: 'review',
      edits: [insertLine(last.document, last.line + 1, lines.join('\n'))],
    },
  ];
}

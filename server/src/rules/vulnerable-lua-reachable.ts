import { anchorOf } from './anchor.js';
import { type Context, defineRule, type Fix } from './define.js';
import { LUA, luaUsers, named, openFaults } from './open-faults.js';
import { isAdministrator } from './principals.js';
import { denial } from './rights-fixes.js';

export default defineRule({
  id: 'vulnerable-lua-reachable',
  aliases: ['cve-lua-rce-reachable'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['versions', 'scripting'],
  summary: 'In the declared release a script can break out of its interpreter, and users may run scripts.',
  rationale:
    'By these faults, such as RediShell (CVE-2025-49844), a script reaches past the interpreter and runs code of its own on ' +
    'the machine, with the rights of the server. It takes a login and one command. Until the server is upgraded, denying ' +
    '@scripting to its users is the workaround that the vendors give.',
  silentWhen:
    'No release is declared, it is mended, or no user may run Lua, which known-vulnerable-release mentions. Of a distribution, ' +
    'which mends old releases without changing their number, it is information: compare the changelog of its package.',
  references: [
    'https://redis.io/blog/security-advisory-cve-2025-49844/',
    'https://valkey.io/security/',
    'CWE-416',
    'CWE-1395',
  ],
  example: {
    target: 'redis-7.2',
    circumstances: { release: '7.2.10' },
    bad: `
        -- redis.conf --
        bind 127.0.0.1
      # ^^^^ Redis 7.2.10 has CVE-2026-23631 and CVE-2025-49844, and app may run the script that it takes: upgrade to 7.2.16, and deny @scripting until then
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* -@all +@read +eval
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* -@all +@read +eval -@scripting
    `,
  },

  project(context, report) {
    const faults = openFaults(context);
    if (faults === undefined || faults.inLua.length === 0) return;
    const { release, inLua, advice } = faults;
    const users = luaUsers(context);
    const at = anchorOf(context.project);
    const names = users.map(({ name }) => name);
    const who = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(' and ');
    const message = `${release} has ${named(inLua)}, and ${who} may run the script that it takes: ${advice}, and deny @scripting until then`;
    report(at, message, {
      ...(context.circumstances.flavour === 'distribution' ? { severity: 'info' } : {}),
      fixes: denying(context),
    });
  },
});

/** To all users who are no administrators; none where one of them has no line. */
function denying(context: Context): readonly Fix[] {
  const title = 'Deny scripts to all users; applications that run Lua stop working';
  const users = luaUsers(context).filter((user) => !isAdministrator(user, context));
  const denials = users.map((user) => denial(user, '-@scripting', LUA, title, context)[0]);
  if (users.length === 0 || denials.some((fix) => fix === undefined)) return [];
  return [{ title, safety: 'review', edits: denials.flatMap((fix) => fix?.edits ?? []) }];
}

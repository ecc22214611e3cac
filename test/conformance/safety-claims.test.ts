import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import type { TargetName } from '../../server/src/catalog/target.js';
import { target } from '../../server/src/catalog/target.js';
import defaultOffDropsTransactions from '../../server/src/rules/default-off-drops-transactions.js';
import type { Rule } from '../../server/src/rules/define.js';
import luaDeniedByHalves from '../../server/src/rules/lua-denied-by-halves.js';
import { type Claim, claimsFor, type Trial } from '../support/claims.js';
import type { DrawnFile } from '../support/drawing.js';
import { findingsIn, fixed, projectOf } from '../support/fixtures.js';
import type { Connection } from '../support/servers/connection.js';
import { type RunningServer, startServer, withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';

await describeWithServers('what rules say of users', (servers) => {
  for (const server of servers) {
    describe(server.target, () => {
      let running: RunningServer;
      beforeAll(async () => {
        const started = await startServer(server);
        if ('verdict' in started) throw new Error(JSON.stringify(started));
        running = started;
      });
      afterAll(() => running?.stop());

      test.for(claimsFor(server.target).map((claim) => [claim.says, claim] as const))('%s', async ([, claim]) => {
        const before = fileOf(configurationOf(claim));
        const findings = await findingsOf(claim.rule, before, server.target);
        expect(await tried(claim, before, running)).toBe(findings.length > 0);

        const [fix] = findings.flatMap(({ fixes }) => fixes);
        if (fix === undefined) return;
        const [after] = fixed([before], fix);
        if (after !== undefined) expect(await tried(claim, after, running)).toBe(false);
      });

      test('a default user without rights drops transactions when the append-only file is read back', async () => {
        const enabling = catalogFor(target(server.target)).directives.has('enable-debug-command')
          ? 'enable-debug-command yes\n'
          : '';
        const before = fileOf(`appendonly yes\n${enabling}user default off\nuser admin on nopass ~* +@all\n`);
        const findings = await findingsOf(defaultOffDropsTransactions, before, server.target, server.version);
        const [fix] = findings.flatMap(({ fixes }) => fixes);
        for (const file of fix === undefined ? [before] : [before, ...fixed([before], fix)]) {
          await withServer(server, { files: { 'redis.conf': file.text }, config: 'redis.conf' }, async (_, admin) => {
            await admin.ask('AUTH', 'admin', 'x');
            await admin.askAll([['SET', 'a', '1'], ['MULTI'], ['SET', 'b', '1'], ['SET', 'c', '1'], ['EXEC']]);
            expect(await admin.ask('DEBUG', 'LOADAOF')).toBe('OK');
            expect(await admin.ask('EXISTS', 'a')).toBe(1);
            expect(await admin.ask('EXISTS', 'b', 'c')).toBe(file === before && findings.length > 0 ? 0 : 2);
          });
        }
      });

      test('where EVAL and SCRIPT are renamed, EVAL_RO runs Lua, if there is such a command', async () => {
        const file = fileOf('rename-command EVAL ""\nrename-command EVALSHA ""\nrename-command SCRIPT ""\n');
        const findings = await findingsOf(luaDeniedByHalves, file, server.target);
        await withServer(server, { files: { 'redis.conf': file.text }, config: 'redis.conf' }, async (_, client) => {
          expect((await client.ask('EVAL_RO', 'return 1', '0')) === 1).toBe(findings.length > 0);
        });
      });
    });
  }
});

/** The user whose rights are judged, beside an administrator and perhaps another. */
function configurationOf({ configuration, name = 'app', rights, other }: Claim): string {
  const password = /(?:^| )(?:nopass|>\S*)(?: |$)/.test(rights) ? '' : 'nopass ';
  const lines = ['user default off', `user ${name} on ${password}${rights}`, other, configuration];
  return lines.filter((line) => line !== undefined).join('\n');
}

function fileOf(text: string): DrawnFile {
  return { name: 'redis.conf', text, marks: [], withheld: false };
}

async function findingsOf(rule: Rule, file: DrawnFile, name: TargetName, release?: string) {
  const circumstances = release === undefined ? {} : { release };
  const options = { target: name, circumstances };
  return findingsIn(await projectOf([file], options), rule, options);
}

/** Makes the users of a file on a server, and tries what is claimed. */
async function tried(claim: Claim, { text }: DrawnFile, running: RunningServer): Promise<boolean> {
  const admin = await running.connect();
  const others: Connection[] = [];
  const logIn = async (name: string): Promise<Connection> => {
    const connection = await running.connect();
    others.push(connection);
    await connection.ask('AUTH', name, 'any');
    return connection;
  };
  try {
    await admin.ask('FLUSHALL');
    const users = [...text.matchAll(/^user (\S+) (.*)$/gm)].filter(([, name]) => name !== 'default');
    for (const [, name = '', words = ''] of users) {
      expect(await admin.ask('ACL', 'SETUSER', name, 'reset', ...words.split(/ +/))).toBe('OK');
    }
    const [name = 'app', other = 'app'] = users.map(([, known]) => known);
    const trial: Trial = { admin, user: await logIn(name), ear: await logIn(name), other: await logIn(other) };
    return await claim.tried(trial);
  } finally {
    for (const connection of [admin, ...others]) connection.close();
  }
}

import { expect, test } from 'vitest';
import type { Rule } from '../../server/src/rules/define.js';
import sentinelUserLacksRights from '../../server/src/rules/sentinel-user-lacks-rights.js';
import sentinelUserMayDoMore from '../../server/src/rules/sentinel-user-may-do-more.js';
import unfitCertificate from '../../server/src/rules/unfit-certificate.js';
import { type Certificate, type Certificates, certificates } from '../support/certificates.js';
import { undraw } from '../support/drawing.js';
import { findingsIn, fixed, project, projectOf } from '../support/fixtures.js';
import { isError } from '../support/servers/connection.js';
import { verdictOf, withServer } from '../support/servers/real-server.js';
import { describeWithServers, skipUnlessRequired } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

const TLS =
  'port 0\nunixsocket s\ntls-replication yes\ntls-cert-file node.crt\ntls-key-file node.key\ntls-ca-cert-file ca.crt\n';

await describeWithServers('what rules say of certificates', (servers) => {
  test.for(servers)('$target', async (server, { skip }) => {
    const drawn = await certificates().catch(() =>
      skipUnlessRequired(skip, 'there is no openssl to draw certificates'),
    );
    if (drawn === undefined) return;
    const starts = (pair: Certificate) => startsWith(server, drawn, pair);
    expect(await starts(drawn.node)).toBe('started');
    expect(await said(drawn.node)).toEqual([]);

    expect(await starts(drawn.expired)).toBe('started');
    expect(await said(drawn.expired)).toEqual([expect.stringContaining('whoever checks it turns away')]);

    const mixed = { cert: drawn.node.cert, key: drawn.client.key };
    expect(await starts(mixed)).toBe('refused');
    expect(await said(mixed)).toEqual([expect.stringContaining('the server does not start')]);
  });
});

await describeWithServers('what rules say of the users of Sentinels', (servers) => {
  test.for(servers)('$target: after the fix all that Sentinels do is allowed', async (server) => {
    await withServer(server, {}, async (running, admin) => {
      for (const [rule, rights] of [
        [sentinelUserLacksRights, '+publish +ping'],
        [sentinelUserMayDoMore, '~* +@all -@scripting'],
      ] as const) {
        const words = await rightsAfterFix(rule, rights, server);
        expect(await admin.ask('ACL', 'SETUSER', 'sentinel', 'reset', ...words)).toBe('OK');
        const sentinel = await running.connect();
        await sentinel.ask('AUTH', 'sentinel', 'x');
        for (const command of OF_SENTINEL) {
          const reply = await sentinel.ask(...command);
          expect(isError(reply) && /^NOPERM/.test(reply.error) ? command : 'allowed').toBe('allowed');
        }
        expect(await sentinel.ask('GET', 'k')).toMatchObject({ error: expect.stringMatching(/^NOPERM/) });
        sentinel.close();
      }
    });
  });
});

/** As sentinel.c sends them; the last one leaves the connection deaf to others. */
const OF_SENTINEL: readonly (readonly string[])[] = [
  ['PING'],
  ['INFO'],
  ['ROLE'],
  ['PUBLISH', '__sentinel__:hello', 'x'],
  ['CLIENT', 'SETNAME', 'sentinel-1-cmd'],
  ['SCRIPT', 'KILL'],
  ['MULTI'],
  ['SLAVEOF', 'NO', 'ONE'],
  ['CONFIG', 'REWRITE'],
  ['CLIENT', 'KILL', 'TYPE', 'pubsub'],
  ['EXEC'],
  ['SUBSCRIBE', '__sentinel__:hello'],
];

async function startsWith(server: Server, { authority }: Certificates, { cert, key }: Certificate): Promise<string> {
  const files = { 'c.conf': TLS, 'ca.crt': authority, 'node.crt': cert, 'node.key': key };
  return (await verdictOf(server, { config: 'c.conf', files })).verdict;
}

/** Today, since the certificates are drawn today. */
async function said({ cert, key }: Certificate): Promise<readonly string[]> {
  const drawn = `-- redis.conf --\n${TLS}-- node.crt --\n${cert}-- node.key --\n${key}`;
  const findings = findingsIn(await project(drawn), unfitCertificate, { today: new Date().toISOString() });
  return findings.map(({ message }) => message).filter((message) => !message.includes('renew it before'));
}

async function rightsAfterFix(rule: Rule, rights: string, { target }: Server): Promise<readonly string[]> {
  const files = undraw(`-- redis.conf --\nuser default on nopass ~* +@all\nuser sentinel on >x ${rights}\n`);
  const [fix] = findingsIn(await projectOf(files, { target }), rule, { target }).flatMap(({ fixes }) => fixes);
  const [after] = fix === undefined ? [] : fixed(files, fix);
  const [, words = ''] = /^user sentinel (.*)$/m.exec(after?.text ?? '') ?? [];
  expect(words).not.toBe('');
  return words.split(' ');
}

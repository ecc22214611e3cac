import { expect, test } from 'vitest';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import type { TargetName } from '../../server/src/catalog/target.js';
import { grammar } from '../support/drawn-scopes.js';
import { type StartRequest, verdictOf } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

const CONFIG_LINES = [
  'tcp-keepalive 60',
  'tcp-keepalive 60 # seconds',
  '\t # seconds',
  'save 900 1 #often',
  'requirepass #9f',
  'requirepass a#9f',
  "requirepass don't",
  'requirepass "a\\"',
  'requirepass "a\\"b\\x41"',
  "requirepass 'it\\'s'",
  '"maxclients" 100',
  'loglevel no"tice"',
  'rename-command DEBUG #x',
  'rename-command DEBUG "" # x',
  'user app on +@read',
  'user app on +@read # reads',
  'user app on +@read #reads',
  'user app on ">two words" ~"a:b" +get',
  'user app on get',
  'user app on (+get ~a) %R~b',
  'user app on (on +get)',
];

const ACL_LINES = [
  'user app on +@read ~app:*',
  '# the application',
  ' user app on ',
  'USER app on',
  'user',
  'user  app on',
  'user app on +@read # reads',
  'user app on +@read #reads',
  'user app on\t+get',
  'user app on \t+get',
  'user app >a\tb on',
  'user a\tpp on',
  'user app get',
  'user app +get,+set',
  'user app "on"',
  'user "app" ~"a',
  'user app ~a)',
  'user app +get)',
  'user app (~a)b +get)',
  'user app (on +get)',
  'user app on (+get ~a',
  'user app %R~a %rw~b resetchannels &c',
  'user app %~x',
  'user app #9DCA666EB54730714630D1519264A7BF1EEAAD00B8F2EDC90D3ECBFAD928D163',
  'user app #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163',
  'user app -@all +client|list +config|get',
  'user app ON NoPass +@ALL',
];

const [conf, acl] = await Promise.all([grammar('redis-conf'), grammar('redis-acl')]);

await describeWithServers('what is coloured as illegal is what real servers refuse', (servers) => {
  for (const server of servers.filter(({ target }) => WITH_SELECTORS.includes(target))) {
    test(`redis.conf, ${server.target}`, async () => {
      const request = (line: string): StartRequest => ({ files: { 'redis.conf': `${line}\n` }, config: 'redis.conf' });
      await expectAgreement(server, conf, CONFIG_LINES, request);
    });

    test(`an ACL file, ${server.target}`, async () => {
      const request = (line: string): StartRequest => ({
        files: { 'redis.conf': 'aclfile users.acl\n', 'users.acl': `${line}\n` },
        config: 'redis.conf',
      });
      await expectAgreement(server, acl, ACL_LINES, request);
    });
  }
});

async function expectAgreement(
  server: Server,
  colours: IGrammar,
  lines: readonly string[],
  request: (line: string) => StartRequest,
): Promise<void> {
  const coloured = lines.map((line) => ({ line, refused: hasIllegal(colours, line) }));
  const said: typeof coloured = [];
  for (const line of lines)
    said.push({ line, refused: (await verdictOf(server, request(line))).verdict !== 'started' });
  expect(coloured).toEqual(said);
}

function hasIllegal(colours: IGrammar, line: string): boolean {
  const { tokens } = colours.tokenizeLine(line, INITIAL);
  return tokens.some(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid.illegal')));
}

/** Colours know no release: they are those of servers with selectors, of which the first and the last ones are asked. */
const WITH_SELECTORS: readonly TargetName[] = ['redis-7.0', 'redis-8.6', 'valkey-9.1'];

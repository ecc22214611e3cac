import { beforeAll, expect, test } from 'vitest';
import { isIn } from '../../server/src/catalog/availability.js';
import type { TargetName } from '../../server/src/catalog/target.js';
import { type Certificates, certificates } from '../support/certificates.js';
import { filesBeside, freePort, placed, snippetFor } from '../support/hardened-files.js';
import { type StartRequest, verdictOf } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { expand, SNIPPETS, type Snippet } from '../support/snippets.js';

await describeWithServers('every snippet starts the servers that it is offered for', (servers) => {
  let drawn: Certificates;
  beforeAll(async () => {
    drawn = await certificates();
  });

  for (const server of servers) {
    const offered = SNIPPETS.filter(({ availability }) => isIn(availability ?? '', server.target));

    test.each(offered.filter(isForServers))(`${server.target}: $name`, async (snippet) => {
      const verdict = await verdictOf(server, request(snippet, server.target, drawn, await freePort()));
      expect(verdict).toMatchObject({ verdict: 'started' });
    });

    const roles = offered.filter(({ name, file }) => file === 'redis-conf' && isMeantToFollow(name));
    test.each(roles)(`${server.target}: $name, after the baseline`, async ({ body }) => {
      const text = `${expand(snippetFor(server.target, 'Hardened baseline').body)}\n${expand(body)}\n`;
      const files = { ...filesAround(server.target, drawn), 'redis.conf': placed(text, { port: await freePort() }) };
      expect(await verdictOf(server, { files, config: 'redis.conf' })).toMatchObject({ verdict: 'started' });
    });
  }
});

function isForServers({ file }: Snippet): boolean {
  return file.startsWith('redis-');
}

/** Lockdown brings users of its own, which no server takes beside an ACL file; the baseline does not follow itself. */
function isMeantToFollow(name: string): boolean {
  return !name.startsWith('Command lockdown') && !name.startsWith('Hardened baseline');
}

function request({ file, body }: Snippet, target: TargetName, drawn: Certificates, port: number): StartRequest {
  const text = placed(expand(body), { port });
  if (file === 'redis-acl') {
    return { files: { 'redis.conf': 'aclfile users.acl\n', 'users.acl': text }, config: 'redis.conf' };
  }
  const beside = filesAround(target, drawn);
  if (file === 'redis-sentinel') {
    return { files: { ...beside, 'sentinel.conf': text }, config: 'sentinel.conf', role: 'sentinel' };
  }
  return { files: { ...beside, 'redis.conf': text }, config: 'redis.conf' };
}

function filesAround(target: TargetName, drawn: Certificates): Record<string, string> {
  return { ...filesBeside(drawn), 'users.acl': expand(snippetFor(target, 'Hardened users').body) };
}

import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { project } from '../support/fixtures.js';

test('a port that the cluster bus cannot have is named, by 6.2 the one of clients', async () => {
  const drawn = `
    tls-cert-file c
    tls-key-file k
    tls-auth-clients no
    cluster-enabled yes
    port 7000
    tls-port 17000
  `;
  expect(await said('redis-6.2', drawn)).toEqual(['Failed listening on port 7000 (cluster), aborting.']);
  expect(await said('redis-7.0', drawn)).toEqual(['Failed listening on port 17000 (cluster), aborting.']);
  expect(await said('redis-7.2', drawn)).toEqual(['Failed listening on port 17000 (cluster), aborting.']);
});

async function said(target: TargetName, drawn: string): Promise<readonly string[]> {
  return (await project(drawn, { target })).refusals.map(({ serverSays }) => serverSays);
}

import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { project } from '../support/fixtures.js';

test('a user of a Sentinel may name its own commands only, from 7.2 on CLIENT SETINFO too', async () => {
  const drawn = `
    -- sentinel.conf --
    user app on nopass +client|setinfo
  `;
  expect(await codes('redis-7.0', drawn)).toEqual(['acl-unknown-command']);
  for (const name of ['redis-7.2', 'redis-7.4', 'redis-8.0', 'valkey-7.2', 'valkey-8.0'] as const) {
    expect(await codes(name, drawn)).toEqual([]);
    expect(await codes(name, drawn.replace('setinfo', 'no-touch'))).toEqual(['acl-unknown-command']);
  }
});

async function codes(target: TargetName, drawn: string): Promise<readonly string[]> {
  return (await project(drawn, { target })).refusals.map(({ code }) => code);
}

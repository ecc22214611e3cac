import fc from 'fast-check';
import { aclBehaviourOf } from '../../../server/src/catalog/acl-behaviour.js';
import type { Catalog } from '../../../server/src/catalog/catalog.js';
import { aclGround } from '../../../server/src/model/acl-ground.js';
import { ourAnswer } from '../acl-server.js';
import { aclWords } from './acl.js';

/** Random configurations of servers whose users can do this and that; each starts. */
export function endangeredServers(catalog: Catalog): fc.Arbitrary<string> {
  const ground = aclGround(catalog, undefined);
  const rules = fc
    .tuple(fc.constantFrom('on nopass', 'on >secret', 'on', ''), fc.constantFrom('', ...POWERS), aclWords(catalog))
    .map(([login, power, words]) => [...`${login} ${power}`.split(' ').filter((word) => word !== ''), ...words])
    .filter((words) => ourAnswer(words, ground) === 'OK' && !words.includes('%'));
  const user = fc.tuple(fc.constantFrom('default', 'app', 'worker'), rules).map(([name, words]) => ({ name, words }));
  const users = fc.uniqueArray(user, { selector: ({ name }) => name, maxLength: 2 });
  const settings = fc.subarray(aclBehaviourOf(catalog.target).selectors ? [...SETTINGS, ...LATER_SETTINGS] : SETTINGS);
  return fc
    .tuple(users, settings)
    .map(([named, lines]) => [...lines, ...named.map(({ name, words }) => `user ${name} ${quoted(words)}`)].join('\n'));
}

const POWERS = [
  '+@all ~*',
  '+@all ~* -@dangerous',
  '+@read ~*',
  '+@all ~app:*',
  '+@admin',
  '+@scripting',
  '+@write ~*',
];

const SETTINGS = [
  'requirepass secret',
  'rename-command FLUSHALL ""',
  'rename-command DEBUG ""',
  'rename-command SHUTDOWN STOP-IT',
  'replicaof 127.0.0.1 1',
];

const LATER_SETTINGS = [
  'enable-debug-command yes',
  'enable-debug-command local',
  'enable-module-command yes',
  'enable-module-command local',
  'enable-protected-configs yes',
  'enable-protected-configs local',
];

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' ');
}

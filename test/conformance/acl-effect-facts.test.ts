import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { TARGETS, type TargetName, target } from '../../server/src/catalog/target.js';
import { aclGround } from '../../server/src/model/acl-ground.js';
import { decide } from '../../server/src/model/permissions.js';
import { ourAnswer, userOf } from '../support/acl-server.js';
import { project } from '../support/fixtures.js';
import { describeWithFacts } from '../support/servers/requirements.js';

type Servers = 'all' | readonly string[];

interface Effects {
  readonly commands_tried: readonly string[];
  readonly rules: Readonly<
    Record<
      string,
      readonly { readonly servers: Servers; readonly allowed?: readonly string[]; readonly rejected?: string }[]
    >
  >;
}

interface Greetings {
  readonly configurations: Readonly<
    Record<string, readonly { readonly servers: Servers; readonly external: string; readonly loopback: string }[]>
  >;
}

/** The configurations of `protected-mode.json`; 192.0.2.1 stands for an address of the machine that is not loopback. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  nothing: '',
  'bind-all': 'bind 0.0.0.0',
  'bind-star': 'bind *',
  'bind-both': 'bind 127.0.0.1 192.0.2.1',
  'bind-addr': 'bind 192.0.2.1',
  'bob-only': 'user bob on >pw ~* +@all',
  'default-nopass-restricted': 'user default on nopass +ping',
  'default-off': 'user default off',
  'pm-no': 'protected-mode no',
  requirepass: 'requirepass pw',
  'requirepass+bindall': 'requirepass pw\nbind 0.0.0.0',
  'aclfile-default-pass': '-- redis.conf --\naclfile u.acl\n-- u.acl --\nuser default on >pw ~* +@all',
};

await describeWithFacts('what was measured on all servers', (folder) => {
  test('commands that users with a few ACL rules could run', async () => {
    const { rules, commands_tried: commands } = await read<Effects>(join(folder, 'acl-effect.json'));
    for (const [text, outcomes] of Object.entries(rules)) {
      for (const { servers, allowed, rejected } of outcomes) {
        for (const name of targetsOf(servers)) {
          const ours = effectOf(text, commands, name);
          expect({ name, text, ours }).toEqual({ name, text, ours: allowed ?? rejected?.replace(/^ERR /, '') });
        }
      }
    }
  });

  test('whom protected mode turned away', async () => {
    const { configurations } = await read<Greetings>(join(folder, 'protected-mode.json'));
    for (const [id, outcomes] of Object.entries(configurations)) {
      for (const { servers, external, loopback } of outcomes) {
        for (const name of targetsOf(servers)) {
          const ours = await greetingsOf(CONFIGURATIONS[id] ?? '', name);
          expect({ name, id, ...ours }).toEqual({ name, id, external, loopback });
        }
      }
    }
  });
});

async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function targetsOf(servers: Servers): readonly TargetName[] {
  return TARGETS.filter((name) => servers === 'all' || servers.includes(name));
}

/** The commands that may run, or the words in which the ACL rules are refused. */
function effectOf(text: string, commands: readonly string[], name: TargetName): readonly string[] | string {
  const catalog = catalogFor(target(name));
  const ground = aclGround(catalog, undefined);
  // Given last, so that `reset` did not take them away.
  const rest = ground.behaviour.channels ? 'on nopass ~* allchannels' : 'on nopass ~*';
  const words = `${text} ${rest}`.trim().split(' ');
  const answer = ourAnswer(words, ground);
  if (answer !== 'OK') return answer;
  const user = userOf('u', words, ground);
  return commands.filter((command) => decide(user, argvOf(command), catalog).allowed);
}

/** `EVAL return 1 0` was sent with its script as one argument. */
function argvOf(command: string): readonly string[] {
  return command.startsWith('EVAL ') ? ['EVAL', 'return 1', '0'] : command.split(' ');
}

async function greetingsOf(drawn: string, name: TargetName): Promise<{ external: string; loopback: string }> {
  const { reach } = await project(drawn === '' ? 'port 6379' : drawn, { target: name });
  const answer = reach.strangerIsDefaultUser ? 'ok' : 'NOAUTH';
  const turnedAway = reach.protectedMode === 'refuses-remote-clients';
  return {
    external: reach.exposure === 'loopback' ? 'refused' : turnedAway ? 'denied (protected mode)' : answer,
    loopback: reach.onLoopback ? answer : 'refused',
  };
}

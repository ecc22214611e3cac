import { isIn } from '../../server/src/catalog/availability.js';
import type { TargetName } from '../../server/src/catalog/target.js';
import allChannelsGranted from '../../server/src/rules/all-channels-granted.js';
import configGetShowsSecrets from '../../server/src/rules/config-get-shows-secrets.js';
import type { Rule } from '../../server/src/rules/define.js';
import digestAsPassword from '../../server/src/rules/digest-as-password.js';
import flushallIgnoresKeyPatterns from '../../server/src/rules/flushall-ignores-key-patterns.js';
import functionsRewritten from '../../server/src/rules/functions-rewritten-by-weaker-user.js';
import keyNamesVisible from '../../server/src/rules/key-names-visible.js';
import laterGrantUndoesDenial from '../../server/src/rules/later-grant-undoes-denial.js';
import luaDeniedByHalves from '../../server/src/rules/lua-denied-by-halves.js';
import luaLeftAllowed from '../../server/src/rules/lua-left-allowed.js';
import monitoringUserSeesNothing from '../../server/src/rules/monitoring-user-sees-nothing.js';
import overlappingKeyPatterns from '../../server/src/rules/overlapping-key-patterns.js';
import readOnlyUserMayWrite from '../../server/src/rules/read-only-user-may-write.js';
import selectorGrantsWhatIsDenied from '../../server/src/rules/selector-grants-what-is-denied.js';
import sortIgnoresKeyPatterns from '../../server/src/rules/sort-ignores-key-patterns.js';
import untrustedPayloadsAccepted from '../../server/src/rules/untrusted-payloads-accepted.js';
import userMayCopyEverything from '../../server/src/rules/user-may-copy-everything.js';
import userMayMakeItselfSuperuser from '../../server/src/rules/user-may-make-itself-superuser.js';
import userMayRedirectReplication from '../../server/src/rules/user-may-redirect-replication.js';
import userWithoutPassword from '../../server/src/rules/user-without-password.js';
import type { Connection, Reply } from './servers/connection.js';
import { isError } from './servers/connection.js';

/** Who takes part in a trial. */
export interface Trial {
  /** Logged in as the user whose rights are judged; not logged in where logging in is what is tried. */
  readonly user: Connection;
  /** A second connection of the same user. */
  readonly ear: Connection;
  readonly admin: Connection;
  /** Logged in as the other user, where there is one. */
  readonly other: Connection;
}

/** What a rule says of servers: with these rights, this can be done. */
export interface Claim {
  readonly says: string;
  readonly rule: Rule;
  /** Lines of the configuration that the rule needs to know of. */
  readonly configuration?: string;
  readonly name?: string;
  /** The ACL rules of the user behind `on`; without a password it is `nopass`. */
  readonly rights: string;
  /** The line of another user. */
  readonly other?: string;
  /** Does it, and says whether that worked. */
  tried(trial: Trial): Promise<boolean>;
}

const SELECTORS = 'redis 7.0+ valkey 7.2+';
const CHANNELS = 'redis 6.2+ valkey 7.2+';

/** What can be asked of a server of that target. */
export function claimsFor(target: TargetName): readonly Claim[] {
  return [
    ...CLAIMS,
    ...(isIn(SELECTORS, target) ? CLAIMS_WITH_SELECTORS : []),
    ...(isIn(CHANNELS, target) ? CLAIMS_WITH_CHANNELS : []),
  ];
}

const CLAIMS: readonly Claim[] = [
  {
    says: 'ACL SETUSER alone leads to every right',
    rule: userMayMakeItselfSuperuser,
    rights: '-@all +acl|setuser',
    tried: async ({ user }) =>
      succeeds(await user.ask('ACL', 'SETUSER', 'app', '+@all', '~*')) && succeeds(await user.ask('SET', 'k', 'v')),
  },
  {
    says: 'a category further on gives back what was denied',
    rule: laterGrantUndoesDenial,
    rights: '~app:* +@all -@dangerous -@scripting +@keyspace',
    tried: async ({ user }) => succeeds(await user.ask('FLUSHALL')),
  },
  {
    says: '-@dangerous leaves Lua',
    rule: luaLeftAllowed,
    rights: '~app:* +@all -@dangerous',
    tried: async ({ user }) => (await user.ask('EVAL', 'return 1', '0')) === 1,
  },
  {
    says: 'without EVAL, EVALSHA and SCRIPT Lua still runs by EVAL_RO, where there is such a command',
    rule: luaDeniedByHalves,
    rights: '~app:* +@all -@dangerous -eval -evalsha -script',
    tried: async ({ user }) => (await user.ask('EVAL_RO', 'return 1', '0')) === 1,
  },
  {
    says: 'key patterns keep no key from FLUSHALL',
    rule: flushallIgnoresKeyPatterns,
    rights: '~app:* +@read +@write',
    tried: async ({ user, admin }) => {
      await admin.ask('SET', 'other:k', 'v');
      await user.ask('FLUSHALL');
      return (await admin.ask('EXISTS', 'other:k')) === 0;
    },
  },
  {
    says: 'who is denied @write gives it back to itself',
    rule: readOnlyUserMayWrite,
    rights: '~* +@all -@write',
    tried: async ({ user }) =>
      succeeds(await user.ask('ACL', 'SETUSER', 'app', '+@write')) && succeeds(await user.ask('SET', 'k', 'v')),
  },
  {
    says: 'SORT reads keys that the key patterns keep from the user, before 7.0',
    rule: sortIgnoresKeyPatterns,
    rights: '~app:* +@list +sort',
    tried: async ({ user, admin }) => {
      await admin.askAll([
        ['DEL', 'app:l'],
        ['LPUSH', 'app:l', '1'],
        ['SET', 'secret:1', 'hidden'],
      ]);
      return includes(await user.ask('SORT', 'app:l', 'BY', 'nosort', 'GET', 'secret:*'), 'hidden');
    },
  },
  {
    says: 'SCAN shows the names of all keys',
    rule: keyNamesVisible,
    rights: '~app:* +get +scan',
    other: 'user other on nopass ~other:* +get',
    tried: async ({ user, admin }) => {
      await admin.askAll([['FLUSHALL'], ['SET', 'other:k', 'v']]);
      return includes(await user.ask('SCAN', '0'), 'other:k');
    },
  },
  {
    says: 'a pattern without a delimiter matches keys of others',
    rule: overlappingKeyPatterns,
    rights: '~app* +set',
    other: 'user application2 on nopass ~application2:* +set',
    tried: async ({ user }) => succeeds(await user.ask('SET', 'application2:1', 'v')),
  },
  {
    says: 'PSYNC copies the dataset without any key',
    rule: userMayCopyEverything,
    rights: '-@all +psync',
    tried: async ({ user }) => /^(?:FULLRESYNC|CONTINUE)/.test(String(await user.ask('PSYNC', '?', '-1'))),
  },
  {
    says: 'MONITOR needs no key',
    rule: userMayCopyEverything,
    rights: '~app:* +get +monitor',
    tried: async ({ user }) => succeeds(await user.ask('MONITOR')),
  },
  {
    says: 'ACL LIST hands out the digests of all passwords',
    rule: userMayCopyEverything,
    rights: '~app:* +get +acl',
    tried: async ({ user, admin }) => {
      await admin.ask('ACL', 'SETUSER', 'somebody', '>secret');
      return includes(await user.ask('ACL', 'LIST'), DIGEST_OF_SECRET);
    },
  },
  {
    says: 'REPLICAOF needs no key',
    rule: userMayRedirectReplication,
    rights: '-@all +replicaof',
    tried: async ({ user, admin }) => {
      const reply = await user.ask('REPLICAOF', '127.0.0.1', '1');
      await admin.ask('REPLICAOF', 'NO', 'ONE');
      return succeeds(reply);
    },
  },
  {
    says: 'CONFIG GET shows passwords in clear',
    rule: configGetShowsSecrets,
    configuration: 'masterauth a-long-password-for-replication',
    rights: '+info +config|get',
    tried: async ({ user, admin }) => {
      await admin.ask('CONFIG', 'SET', 'masterauth', 'a-long-password-for-replication');
      return includes(await user.ask('CONFIG', 'GET', 'masterauth'), 'a-long-password-for-replication');
    },
  },
  {
    says: 'RESTORE reads what it is given',
    rule: untrustedPayloadsAccepted,
    rights: '~app:* +set +restore',
    tried: async ({ user }) => /payload/.test(textOf(await user.ask('RESTORE', 'app:k', '0', 'junk'))),
  },
  {
    says: '+@read -@dangerous sees neither PING nor INFO',
    rule: monitoringUserSeesNothing,
    name: 'metrics',
    rights: '~* +@read -@dangerous',
    tried: async ({ user }) => isError(await user.ask('INFO')) && isError(await user.ask('PING')),
  },
  {
    says: '64 digits behind > are the password',
    rule: digestAsPassword,
    rights: '>2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b +get',
    tried: async ({ user }) =>
      succeeds(await user.ask('AUTH', 'app', DIGEST_OF_SECRET)) && isError(await user.ask('AUTH', 'app', 'secret')),
  },
  {
    says: 'nopass takes any password',
    rule: userWithoutPassword,
    rights: '>secret nopass ~app:* +get',
    tried: async ({ user }) => succeeds(await user.ask('AUTH', 'app', 'whatever')),
  },
];

const CLAIMS_WITH_SELECTORS: readonly Claim[] = [
  {
    says: 'keys that may only be read do not keep a user from FLUSHALL',
    rule: readOnlyUserMayWrite,
    rights: '%R~* +@all',
    tried: async ({ user, admin }) => {
      await admin.ask('SET', 'k', 'v');
      await user.ask('FLUSHALL');
      return (await admin.ask('EXISTS', 'k')) === 0;
    },
  },
  {
    says: 'a selector allows what the user is denied',
    rule: selectorGrantsWhatIsDenied,
    rights: '~app:* +@all -@dangerous -@scripting (+@all ~tmp:*)',
    tried: async ({ user }) => succeeds(await user.ask('FLUSHALL')) && succeeds(await user.ask('ACL', 'SETUSER', 'x')),
  },
  {
    says: 'a function that a weak user has replaced runs with the rights of its caller',
    rule: functionsRewritten,
    rights: '~app:* +get +function|load',
    other: 'user other on nopass ~* +@read +@write -function +fcall',
    tried: async ({ user, admin, other }) => {
      await admin.askAll([['DEL', 'app:loot'], ['SET', 'other:secret', 'hidden'], load('return 1')]);
      await user.ask(...load("return redis.call('SET', 'app:loot', redis.call('GET', 'other:secret'))"));
      await other.ask('FCALL', 'f', '0');
      return (await user.ask('GET', 'app:loot')) === 'hidden';
    },
  },
  {
    says: 'CLIENT TRACKING tells names of keys that the user may not use',
    rule: keyNamesVisible,
    rights: '~app:* &__redis__:invalidate +client|id +client|reply +client|tracking +subscribe',
    other: 'user other on nopass ~other:* +get',
    tried: async ({ user, ear, admin }) => {
      const id = await ear.ask('CLIENT', 'ID');
      if (isError(await user.ask('CLIENT', 'TRACKING', 'on', 'BCAST', 'REDIRECT', String(id)))) return false;
      const { heard } = await listening(ear, ['SUBSCRIBE', '__redis__:invalidate']);
      await admin.ask('SET', 'other:k', 'v');
      return includes(await heard, 'other:k');
    },
  },
];

const CLAIMS_WITH_CHANNELS: readonly Claim[] = [
  {
    says: 'keyspace notifications tell names of keys that the user may not use',
    rule: allChannelsGranted,
    configuration: 'notify-keyspace-events KEA',
    rights: '~app:* &* +client|reply +psubscribe',
    tried: async ({ user, ear, admin }) => {
      await admin.ask('CONFIG', 'SET', 'notify-keyspace-events', 'KEA');
      if (isError(await user.ask('PSUBSCRIBE', '__keyspace*__:*'))) return false;
      const { heard } = await listening(ear, ['PSUBSCRIBE', '__keyspace*__:*']);
      await admin.ask('SET', 'other:k', 'v');
      return textOf(await heard).includes('other:k');
    },
  },
];

const DIGEST_OF_SECRET = '2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b';

/**
 * The first message that arrives after a subscription. CLIENT REPLY SKIP is not answered, and the subscription is all the
 * same: so one question waits for what comes next.
 */
async function listening(ear: Connection, subscribe: readonly string[]): Promise<{ readonly heard: Promise<Reply> }> {
  const subscribed = ear.ask('CLIENT', 'REPLY', 'SKIP');
  const heard = ear.ask(...subscribe);
  await subscribed;
  return { heard };
}

function load(body: string): readonly string[] {
  return ['FUNCTION', 'LOAD', 'REPLACE', `#!lua name=lib\nredis.register_function('f', function() ${body} end)`];
}

function succeeds(reply: Reply): boolean {
  return !isError(reply);
}

function includes(reply: Reply, text: string): boolean {
  return textOf(reply).includes(text);
}

function textOf(reply: Reply): string {
  return JSON.stringify(reply);
}

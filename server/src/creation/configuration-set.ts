import { alertRules } from '../catalog/snippets.js';
import { isLoopback } from '../rules/loopback.js';
import { newSecret } from '../rules/new-secret.js';
import { plainText } from '../text/snippet-text.js';
import type { Choices, NewRole } from './choices.js';
import { nextSteps } from './next-steps.js';
import { placed } from './places.js';
import { hasUsers, sentinelFile } from './sentinel-file.js';
import { replicaFile, serverFile } from './server-file.js';
import { serverUsers, usersFile } from './users-file.js';

/** A file that does not exist yet. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
  /** Whether nobody but its owner is to read it: passwords in clear or digests stand in it. */
  readonly isPrivate: boolean;
}

/** A password that no file holds, for the user's eyes only. */
export interface NewPassword {
  readonly user: string;
  readonly password: string;
}

/** All files of a new configuration. */
export interface ConfigurationSet {
  readonly files: readonly NewFile[];
  readonly passwords: readonly NewPassword[];
}

/**
 * Writes a hardened configuration out of the snippets.
 * @param randomBytes cryptographically random
 */
export function configurationSet(choices: Choices, randomBytes: (count: number) => Uint8Array): ConfigurationSet {
  const known = new Map<string, string>();
  const passwordOf = (user: string): string => {
    const password = known.get(user) ?? newSecret({ randomBytes }).clear;
    known.set(user, password);
    return password;
  };
  const open = (name: string, text: string): NewFile => ({ name, text: placed(text, choices), isPrivate: false });
  const secret = (name: string, text: string): NewFile => ({ ...open(name, text), isPrivate: true });
  const { replica, sentinel, alerts, role } = choices;
  const files = [
    open('redis.conf', serverFile(choices)),
    ...(replica ? [open('redis-replica.conf', replicaFile(choices))] : []),
    secret('users.acl', usersFile(choices, passwordOf)),
    ...(replica || role === 'cluster'
      ? [secret('redis-replication.conf', replicationFile(passwordOf('replica')))]
      : []),
    ...(sentinel
      ? [
          secret(
            'sentinel.conf',
            sentinelFile(choices, {
              server: passwordOf('sentinel'),
              sentinel: passwordOf('sentinel-admin'),
              client: passwordOf('sentinel-client'),
            }),
          ),
        ]
      : []),
    ...(alerts ? [open('redis-alerts.yml', alertFile(choices))] : []),
    open('.redis-hardening.json', settingsFile(choices)),
    open('NEXT-STEPS.md', nextSteps(choices)),
  ];
  const shown = serverUsers(choices)
    .map(({ name }) => name)
    .filter((name) => !IN_FILES.has(name));
  if (sentinel && hasUsers(choices)) shown.push('sentinel-client');
  return { files, passwords: shown.map((user) => ({ user, password: passwordOf(user) })) };
}

/** Users whose passwords stand in clear in the files, since whoever logs in with them reads them there. */
const IN_FILES: ReadonlySet<string> = new Set(['replica', 'sentinel']);

function replicationFile(password: string): string {
  return `\
# What a node logs in to its primary with. Nobody but the server may read this file; it is the same on all nodes.
# redis-hardening: allow secret-in-clear (servers know no other form of it)
masterauth ${password}
`;
}

function alertFile({ tls }: Choices): string {
  const rules = `${plainText(alertRules()).trimEnd()}\n`;
  return tls === 'none' ? rules.replace(/^ *- alert: RedisCertificateExpiring\n[\s\S]*/m, '') : rules;
}

/** What we have to know of the files when we judge them. */
function settingsFile({ target, role, tls, admin, users, folder, address, replicaAddress }: Choices): string {
  const scriptUsers = users.filter(({ kind }) => kind === 'rate-limiter').map(({ name }) => name);
  const isRemote = ![address, replicaAddress].every(isLoopback);
  const settings = {
    target: target.name,
    role: CIRCUMSTANCE[role],
    ...(tls === 'none' && isRemote ? { transport: 'protected' } : {}),
    administrators: [admin],
    ...(scriptUsers.length > 0 ? { scriptUsers } : {}),
    paths: { [folder]: '.' },
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}

const CIRCUMSTANCE: Readonly<Record<NewRole, string>> = {
  cache: 'cache',
  session: 'session',
  queue: 'queue',
  primary: 'primary',
  cluster: 'primary',
};

import { snippetFor } from '../catalog/snippets.js';
import { digestOf } from '../rules/new-secret.js';
import { plainText } from '../text/snippet-text.js';
import type { Choices } from './choices.js';
import { withValue } from './lines.js';
import { listening, TLS_COMMENT } from './server-file.js';

/** Passwords in clear that a Sentinel holds or checks. */
export interface SentinelPasswords {
  /** Of the user that Sentinels log in to the servers with. */
  readonly server: string;
  /** Of Sentinels among themselves, and of people who administer them. */
  readonly sentinel: string;
  /** Of clients that ask for the primary. */
  readonly client: string;
}

/** The sentinel.conf that all Sentinels start with; they rewrite it. */
export function sentinelFile(choices: Choices, { server, sentinel, client }: SentinelPasswords): string {
  const { target, address, replicaAddress, port } = choices;
  const body = plainText(snippetFor('sentinel', 'Hardened Sentinel', target.name).body).trimEnd();
  let text = listening(`${TLS_COMMENT}\n${body}\n`, choices, SENTINEL_PORT, address, replicaAddress);
  text = withValue(text, 'sentinel monitor mymaster', `${address} ${port} 2`);
  text = withValue(text, 'sentinel auth-pass mymaster', server);
  if (!hasUsers(choices)) return withValue(text, 'requirepass', sentinel);
  return withValue(text, 'sentinel sentinel-pass', sentinel)
    .replace(/^(user sentinel-admin on) #0{64}/m, (_, head) => `${head} ${digestOf(sentinel)}`)
    .replace(/^(user sentinel-client on) #0{64}/m, (_, head) => `${head} ${digestOf(client)}`);
}

/** Whether Sentinels of the target know users, instead of one password for all. */
export function hasUsers({ target }: Choices): boolean {
  return /^user /m.test(snippetFor('sentinel', 'Hardened Sentinel', target.name).body);
}

/** Where Sentinels listen. */
export const SENTINEL_PORT = 26379;

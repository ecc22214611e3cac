import type { Target } from '../catalog/target.js';
import type { Settings } from './settings.js';
import type { Statement } from './statement.js';
import type { User } from './user.js';

/** How far away a client may be: no TCP at all, this machine, named addresses, everywhere. */
export type Exposure = 'none' | 'loopback' | 'specific' | 'all';

/** Who gets to the port, and as whom. */
export interface Reach {
  readonly exposure: Exposure;
  /** Of the plaintext port alone. */
  readonly plaintext: Exposure;
  /** Of the TLS port alone. */
  readonly tls: Exposure;
  /** A client certificate is demanded on the TLS port. */
  readonly clientCertificate: 'required' | 'optional' | 'none';
  readonly unixSocket: boolean;
  /** Whether clients from other machines are turned away by protected mode, as this version does it. */
  readonly protectedMode: 'refuses-remote-clients' | 'off' | 'without-effect';
  /** Whether a client that sends no password is logged in as `default`, and may run anything. */
  readonly strangerIsDefaultUser: boolean;
  /** The lines that decided: `bind`, `port`, `tls-port`, `protected-mode`, `unixsocket`. */
  readonly because: readonly Statement[];
}

/** Who gets to the port with these settings and users. */
export function reachOf(_settings: Settings, _users: ReadonlyMap<string, User>, _target: Target): Reach {
  return {
    exposure: 'none',
    plaintext: 'none',
    tls: 'none',
    clientCertificate: 'none',
    unixSocket: false,
    protectedMode: 'off',
    strangerIsDefaultUser: false,
    because: [],
  };
}

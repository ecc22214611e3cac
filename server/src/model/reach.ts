import { behaviourOf } from '../catalog/behaviour.js';
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
  /** Whether a client that sends no password is logged in as `default`. */
  readonly strangerIsDefaultUser: boolean;
  /** The lines that decided: `bind`, `port`, `tls-port`, `protected-mode`, `unixsocket`. */
  readonly because: readonly Statement[];
}

/** Who gets to the port with these settings and users. */
export function reachOf(settings: Settings, users: ReadonlyMap<string, User>, target: Target): Reach {
  const bound = exposureOfBind(settings, target);
  const plaintext = settings.number('port') === 0n ? 'none' : bound;
  const tls = (settings.number('tls-port') ?? 0n) === 0n ? 'none' : bound;
  const user = users.get('default');
  return {
    exposure: plaintext === 'none' ? tls : plaintext,
    plaintext,
    tls,
    clientCertificate: tls === 'none' ? 'none' : certificateOf(settings.text('tls-auth-clients')),
    unixSocket: settings.text('unixsocket') !== '',
    protectedMode: protectedModeOf(settings, user, target),
    strangerIsDefaultUser: user?.enabled === true && user.passwords === 'not-needed',
    because: DECIDING.map((name) => settings.get(name)?.winner).filter((winner) => winner !== undefined),
  };
}

const DECIDING = ['bind', 'port', 'tls-port', 'protected-mode', 'unixsocket'];

function exposureOfBind(settings: Settings, target: Target): Exposure {
  const bind = settings.get('bind');
  const addresses = (bind?.value ?? '').split(' ').filter((address) => address !== '');
  // 6.x show the default, every address, as an empty text; from 7.0 on an empty list is none.
  if (addresses.length === 0) return bind?.winner === undefined ? 'all' : 'none';
  const optional = behaviourOf(target).optionalAddresses === 'known';
  const exposures = addresses.map((address) => exposureOf(optional ? address.replace(/^-/, '') : address));
  if (exposures.includes('all')) return 'all';
  return exposures.includes('specific') ? 'specific' : 'loopback';
}

function exposureOf(address: string): Exposure {
  if (/^(?:\*|0\.0\.0\.0|::|::\*)$/.test(address)) return 'all';
  return /^(?:127(?:\.[0-9]+){3}|::1|localhost|localhost\.localdomain|ip6-localhost)$/i.test(address)
    ? 'loopback'
    : 'specific';
}

function certificateOf(answer: string): Reach['clientCertificate'] {
  if (answer === 'optional') return 'optional';
  return answer === 'no' ? 'none' : 'required';
}

/** It looks at the flag `nopass` of the default user, even while that is off (`protected-mode.json`, 12 servers). */
function protectedModeOf(settings: Settings, user: User | undefined, target: Target): Reach['protectedMode'] {
  if (!settings.isOn('protected-mode')) return 'off';
  if (user?.passwords !== 'not-needed') return 'without-effect';
  const ended = behaviourOf(target).protectedMode === 'ends-with-bind' && settings.get('bind')?.winner !== undefined;
  return ended ? 'without-effect' : 'refuses-remote-clients';
}

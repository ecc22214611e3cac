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
  /** Whether a port is open on the loopback address: it is not where only other addresses are bound. */
  readonly onLoopback: boolean;
  /** Whether clients from other machines are turned away by protected mode, as this version does it. */
  readonly protectedMode: 'refuses-remote-clients' | 'off' | 'without-effect';
  /** How far away a client may be and still be answered: the exposure, as far as protected mode lets it. */
  readonly effective: Exposure;
  /** Whether a client that sends no password is logged in as `default`. */
  readonly strangerIsDefaultUser: boolean;
  /** The lines that decided: `bind`, `port`, `tls-port`, `protected-mode`, `unixsocket`. */
  readonly because: readonly Statement[];
}

/** Who gets to the port with these settings and users. */
export function reachOf(settings: Settings, users: ReadonlyMap<string, User>, target: Target): Reach {
  const bound = boundTo(settings, target);
  const exposure = furthest(bound);
  const plaintext = settings.number('port') === 0n ? 'none' : exposure;
  const tls = (settings.number('tls-port') ?? 0n) === 0n ? 'none' : exposure;
  const overall = plaintext === 'none' ? tls : plaintext;
  const user = users.get('default');
  const protectedMode = protectedModeOf(settings, user, target);
  return {
    exposure: overall,
    plaintext,
    tls,
    clientCertificate: tls === 'none' ? 'none' : certificateOf(settings.text('tls-auth-clients')),
    unixSocket: settings.text('unixsocket') !== '',
    onLoopback: withinMachine(overall, bound) === 'loopback',
    protectedMode,
    effective: protectedMode === 'refuses-remote-clients' ? withinMachine(overall, bound) : overall,
    strangerIsDefaultUser: user?.enabled === true && user.passwords === 'not-needed',
    because: DECIDING.map((name) => settings.get(name)?.winner).filter((winner) => winner !== undefined),
  };
}

const DECIDING = ['bind', 'port', 'tls-port', 'protected-mode', 'unixsocket'];

/** How far away clients may be of each address that is bound. */
function boundTo(settings: Settings, target: Target): readonly Exposure[] {
  const bind = settings.get('bind');
  const addresses = (bind?.value ?? '').split(' ').filter((address) => address !== '');
  // 6.x show the default, every address, as an empty text; from 7.0 on an empty list is none.
  if (addresses.length === 0) return bind?.winner === undefined ? ['all'] : [];
  const optional = behaviourOf(target).optionalAddresses === 'known';
  return addresses.map((address) => exposureOf(optional ? address.replace(/^-/, '') : address));
}

function furthest(exposures: readonly Exposure[]): Exposure {
  return (['all', 'specific', 'loopback'] as const).find((exposure) => exposures.includes(exposure)) ?? 'none';
}

/** What is left of an exposure for clients of the server's own machine that come over its loopback. */
function withinMachine(overall: Exposure, bound: readonly Exposure[]): Exposure {
  if (overall === 'none') return 'none';
  return bound.includes('all') || bound.includes('loopback') ? 'loopback' : 'none';
}

/** As the resolver takes them: all zeros, or any of 127.0.0.0/8, in whatever spelling. */
function exposureOf(address: string): Exposure {
  if (address === '*' || /^0+(?:\.0+){0,3}$|^[0:]*::[0:]*$|^::\*$|^(?:0+:){7}0+$/.test(address)) return 'all';
  return LOOPBACK.test(address) ? 'loopback' : 'specific';
}

const LOOPBACK =
  /^(?:127(?:\.[0-9]+){0,3}|(?:0{1,4}:){7}0{0,3}1|[0:]*::0{0,3}1|::ffff:127(?:\.[0-9]+){3}|localhost|localhost\.localdomain|ip6-localhost|ip6-loopback)$/i;

function certificateOf(answer: string): Reach['clientCertificate'] {
  if (answer === 'optional') return 'optional';
  return answer === 'no' ? 'none' : 'required';
}

/**
 * It looks at the flag `nopass` of the default user, even while that is off (`protected-mode.json`, 12 servers).
 */
function protectedModeOf(settings: Settings, user: User | undefined, target: Target): Reach['protectedMode'] {
  if (!settings.isOn('protected-mode')) return 'off';
  if (user?.passwords !== 'not-needed') return 'without-effect';
  const ended = behaviourOf(target).protectedMode === 'ends-with-bind' && settings.get('bind')?.winner !== undefined;
  return ended ? 'without-effect' : 'refuses-remote-clients';
}

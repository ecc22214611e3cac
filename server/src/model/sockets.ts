import type { Behaviour } from '../catalog/behaviour.js';
import { cString } from '../catalog/values/c-string.js';
import { mayBeHostName, numericAddress } from '../catalog/values/ip-address.js';
import { splitWords } from '../syntax/words.js';
import { byteLength } from '../text/bytes.js';
import { appendOnlyFileRefusal, clusterFileRefusal } from './data-files.js';
import type { Refusal } from './refusal.js';
import { firstRefusal, lineRefusal } from './refusing.js';
import type { Settings } from './settings.js';
import { argumentsPlace, placeOf, type Statement, wholePlace } from './statement.js';

/** What stops a server when it opens its sockets, as far as the settings alone decide; the first thing only. */
export function socketRefusal(settings: Settings, behaviour: Behaviour): Refusal | undefined {
  const opened: Socket[] = [];
  const tcp = listenerOf('port', 'tcp', settings);
  const tls = listenerOf('tls-port', 'tls', settings);
  const open = (listener: Listener | undefined) => listener && openAll(listener, opened, settings, behaviour);
  const unix = () => longSocketPath(settings, behaviour);
  const steps =
    behaviour.unixSocket === 'before-tls'
      ? [() => open(tcp), unix, () => open(tls)]
      : [() => open(tcp), () => open(tls), unix];
  const unopened = firstRefusal(steps);
  if (unopened !== undefined) return unopened;
  if (settings.text('unixsocket') === '' && (noAddress(settings, behaviour) || (tcp ?? tls) === undefined)) {
    return nothingToListenOn(settings);
  }
  const appendOnlyFile = appendOnlyFileRefusal(settings, behaviour);
  if (appendOnlyFile !== undefined) return appendOnlyFile;
  if (!settings.isOn('cluster-enabled')) return undefined;
  const early = behaviour.clusterPortCheck === 'after-sockets' ? clusterPortRefusal(settings, behaviour) : undefined;
  return early ?? open(clusterBus(settings, behaviour));
}

/** What a cluster's node wants of its file and its ports before it opens the socket of the cluster bus (`clusterInit`). */
export function clusterPortRefusal(settings: Settings, behaviour: Behaviour): Refusal | undefined {
  if (!settings.isOn('cluster-enabled')) return undefined;
  const unopened = clusterFileRefusal(settings);
  if (unopened !== undefined) return unopened;
  const name = clientPort(settings);
  if (portOf('cluster-port', settings) === 0 && portOf(name, settings) > 55535) {
    return refuse('cluster-bus-port', behaviour.clusterPortComplaint, settings.get(name)?.winner, {
      related: whereClusterIsOn(settings),
    });
  }
  if (!noAddress(settings, behaviour)) return undefined;
  const says = 'No bind address is configured, but it is required for the Cluster bus.';
  return refuse('bind-address', says, settings.get('bind')?.winner, { related: whereClusterIsOn(settings) });
}

interface Listener {
  readonly port: number;
  readonly kind: 'tcp' | 'tls' | 'cluster';
  /** The port that a complaint by number names. */
  readonly named: number;
  /** The line that gives the port, if any does. */
  readonly statement: Statement | undefined;
}

interface Socket {
  readonly family: 'ipv4' | 'ipv6';
  /** In one spelling; `*` for all addresses of the machine. */
  readonly address: string;
  readonly listener: Listener;
}

function listenerOf(name: string, kind: Listener['kind'], settings: Settings): Listener | undefined {
  const port = portOf(name, settings);
  return port === 0 ? undefined : { port, kind, named: port, statement: settings.get(name)?.winner };
}

function clusterBus(settings: Settings, behaviour: Behaviour): Listener {
  const own = listenerOf('cluster-port', 'cluster', settings);
  if (own !== undefined) return own;
  const name = clientPort(settings);
  const clients = portOf(name, settings);
  const port = clients + 10000;
  const named = behaviour.namedBusPort === 'of-clients' ? clients : port;
  return { port, kind: 'cluster', named, statement: settings.get(name)?.winner };
}

/** `defaultClientPort` (server.c). */
function clientPort(settings: Settings): string {
  return settings.isOn('tls-cluster') ? 'tls-port' : 'port';
}

function portOf(name: string, settings: Settings): number {
  return Number(settings.number(name) ?? 0n);
}

function openAll(listener: Listener, opened: Socket[], settings: Settings, behaviour: Behaviour): Refusal | undefined {
  for (const address of addressesOf(settings, behaviour)) {
    const knowsSigns = behaviour.optionalAddresses === 'known' || address.statement === undefined;
    const name = address.text.startsWith('-') && knowsSigns ? address.text.slice(1) : address.text;
    const family = name.includes(':') ? 'ipv6' : 'ipv4';
    const isAll = name === '*' || (name === '::*' && knowsSigns);
    const normal = isAll ? '*' : normalAddress(name, family);
    if (normal === 'impossible') return impossibleAddress(address, name, listener, behaviour);
    if (normal === 'unknown') continue;
    const socket: Socket = { family, address: normal, listener };
    const other = opened.find((one) => areSame(one, socket));
    if (other !== undefined) return usedTwice(socket, other, address, name, behaviour);
    opened.push(socket);
  }
  return undefined;
}

function areSame(a: Socket, b: Socket): boolean {
  if (a.family !== b.family || a.listener.port !== b.listener.port) return false;
  return a.address === b.address || a.address === '*' || b.address === '*';
}

/** A word of `bind` and where it stands; the built-in ones stand nowhere. */
interface BoundAddress {
  readonly text: string;
  readonly statement: Statement | undefined;
  readonly index: number;
}

/** Without `bind`: all addresses of both families, which 7.0 and later call `* -::*`. */
const EVERYWHERE: readonly BoundAddress[] = ['*', '-::*'].map((text) => ({ text, statement: undefined, index: 0 }));

function addressesOf(settings: Settings, behaviour: Behaviour): readonly BoundAddress[] {
  const statement = settings.get('bind')?.winner;
  if (statement === undefined) return EVERYWHERE;
  const words = statement.args.map((word) => cString(word.value));
  const [only] = words;
  if (words.length !== 1 || only === undefined || behaviour.loneArgument === 'as-written') {
    return words.map((text, index) => ({ text, statement, index }));
  }
  const split = splitWords(only, behaviour);
  return split.broken ? [] : split.words.map(({ value }) => ({ text: cString(value), statement, index: 0 }));
}

/** Whether the server listens on no TCP address at all: `bind ""` from 7.0 on. */
function noAddress(settings: Settings, behaviour: Behaviour): boolean {
  return addressesOf(settings, behaviour).length === 0;
}

/** `*`, an address in one spelling, `unknown` for a name that only the machine can resolve, or what none can. */
function normalAddress(name: string, family: Socket['family']): string {
  const numeric = numericAddress(name);
  if (numeric === undefined) return family === 'ipv4' && mayBeHostName(name) ? 'unknown' : 'impossible';
  const [base, zone] = numeric.split('%');
  if (base === '0.0.0.0' || base === '0:0:0:0:0:0:0:0') return '*';
  if (zone !== undefined) return 'unknown';
  return isMapped(numeric) ? 'impossible' : numeric;
}

/** An IPv4 address in the shape of an IPv6 one, on which no socket for IPv6 alone (`IPV6_V6ONLY`) can listen. */
function isMapped(numeric: string | undefined): boolean {
  return numeric?.startsWith('0:0:0:0:0:ffff:') === true;
}

function impossibleAddress(
  { statement, index }: BoundAddress,
  name: string,
  listener: Listener,
  behaviour: Behaviour,
): Refusal | undefined {
  if (statement === undefined) return undefined;
  const reason = isMapped(numericAddress(name)) ? 'bind: Invalid argument' : 'Name or service not known';
  const says = listenComplaint(name, listener, reason, behaviour);
  const word = statement.args[index] ?? statement.name;
  const at = placeOf(statement, word);
  if (index > 0 && word.quote === '' && word.value.startsWith('#')) {
    return refuse('trailing-comment', says, statement, { at: { ...at, end: wholePlace(statement).end } });
  }
  return refuse('bind-address', says, statement, { at, detail: { address: name } });
}

function usedTwice(
  { listener }: Socket,
  other: Socket,
  { statement, index }: BoundAddress,
  name: string,
  behaviour: Behaviour,
): Refusal | undefined {
  const shown = statement === undefined ? '*' : name;
  const says = listenComplaint(shown, listener, 'bind: Address already in use', behaviour);
  if (other.listener === listener) {
    const word = statement?.args[index];
    if (statement === undefined || word === undefined) return undefined;
    return refuse('bind-address', says, statement, { at: placeOf(statement, word), detail: { address: name } });
  }
  const blamed = listener.statement ?? other.listener.statement;
  const also = blamed === listener.statement ? other.listener.statement : undefined;
  return refuse('port-used-twice', says, blamed, {
    detail: { port: String(listener.port) },
    related: also === undefined ? [] : [{ at: wholePlace(also), message: 'the port is used here already' }],
  });
}

function listenComplaint(
  address: string,
  { port, kind, named }: Listener,
  reason: string,
  behaviour: Behaviour,
): string {
  if (behaviour.listenComplaint === 'address') {
    return `Could not create server TCP listening socket ${address}:${port}: ${reason}`;
  }
  const name = kind !== 'cluster' && behaviour.listenComplaint === 'port-upper-case' ? kind.toUpperCase() : kind;
  return `Failed listening on port ${named} (${name}), aborting.`;
}

function longSocketPath(settings: Settings, behaviour: Behaviour): Refusal | undefined {
  const length = byteLength(settings.text('unixsocket'));
  if (behaviour.longSocketPath === 'cut' || length < 108) return undefined;
  const says = `Failed opening Unix socket: unix socket path too long (${length}), must be under 108`;
  const statement = settings.get('unixsocket')?.winner;
  return refuse('invalid-value', says, statement, {
    ...(statement === undefined ? {} : { at: argumentsPlace(statement) }),
    detail: { expected: 'a path of at most 107 bytes' },
  });
}

function nothingToListenOn(settings: Settings): Refusal | undefined {
  const isWithoutPort = ['port', 'tls-port'].every((name) => portOf(name, settings) === 0);
  const blamed = settings.get(isWithoutPort ? 'port' : 'bind')?.winner;
  return refuse('nothing-to-listen-on', 'Configured to not listen anywhere, exiting.', blamed);
}

function whereClusterIsOn(settings: Settings): Refusal['related'] {
  const statement = settings.get('cluster-enabled')?.winner;
  return statement === undefined ? [] : [{ at: wholePlace(statement), message: 'cluster mode is turned on here' }];
}

function refuse(
  code: Refusal['code'],
  says: string,
  statement: Statement | undefined,
  extras: Partial<Pick<Refusal, 'at' | 'detail' | 'related'>> = {},
): Refusal | undefined {
  return statement && lineRefusal(statement, code, says, undefined, { step: 'starting', ...extras });
}

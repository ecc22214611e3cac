import { byteLength } from '../../text/bytes.js';
import { isIpv4, isIpv6 } from './addresses.js';
import { asInt, strtoll } from './c-numbers.js';
import { cString, sameIgnoringCase } from './c-string.js';
import { accepted, type Outcome, refusedValue } from './outcome.js';

/** `CONFIG_BINDADDR_MAX` (server.h). */
const MOST_ADDRESSES = 16;

/** `bind`: words that nobody looks at before the server listens on them. */
export function readAddresses(args: readonly string[], complaint: string): Outcome {
  if (args.length > MOST_ADDRESSES)
    return refusedValue(complaint, `at most ${MOST_ADDRESSES} addresses`, MOST_ADDRESSES);
  return accepted(args.map(cString).join(' '));
}

/** `setConfigReplicaOfOption` (config.c): a host that nobody looks at and a port; `no one` undoes it. */
export function readReplicaOf([host = '', port = '']: readonly string[], complaint: string): Outcome {
  if (sameIgnoringCase(host, 'no') && sameIgnoringCase(port, 'one')) return accepted('');
  const number = strtoll(port);
  const kept = number === undefined ? -1 : asInt(number);
  return kept < 0 || kept > 65535
    ? refusedValue(complaint, 'a port from 0 to 65535', 1)
    : accepted(`${cString(host)} ${kept}`);
}

/** `isValidAnnouncedHostname` (config.c). */
export function readHostname(text: string): Outcome {
  const name = cString(text);
  const expected = 'at most 255 letters, digits, hyphens and dots';
  if (byteLength(name) >= 256) return refusedValue('Hostnames must be less than 256 characters', expected);
  return /^[a-zA-Z0-9.-]*$/.test(name)
    ? accepted(name)
    : refusedValue('Hostnames may only contain alphanumeric characters, hyphens or dots', expected);
}

/** A name with none of the characters that would break the format of `nodes.conf`. */
export function readNodeName(text: string, forbidden: ReadonlySet<string>, complaint: string): Outcome {
  for (const character of text) {
    if (character !== '\0' && !forbidden.has(character)) continue;
    return refusedValue(complaint, 'letters, digits, hyphens, dots, slashes and underscores');
  }
  return accepted(text);
}

export type AddressFamily = 'ipv4' | 'ipv6' | 'either';

/** A numeric address, or none. */
export function readAddress(text: string, family: AddressFamily, complaint: string): Outcome {
  const address = cString(text);
  const fits = (family !== 'ipv6' && isIpv4(address)) || (family !== 'ipv4' && isIpv6(address));
  if (address === '' || fits) return accepted(address);
  const kinds = { ipv4: 'an IPv4 address', ipv6: 'an IPv6 address', either: 'an IPv4 or IPv6 address' };
  return refusedValue(complaint, kinds[family]);
}

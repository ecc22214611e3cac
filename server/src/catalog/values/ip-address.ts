import { isIpv4 } from './addresses.js';

/** Whether a resolver might know the text, which is no numeric address, as the name of a host. */
export function mayBeHostName(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text) && !/^[0-9.]+$/.test(text);
}

/**
 * A numeric address in one spelling, or undefined for a text that is none: what `getaddrinfo` takes with
 * `AI_NUMERICHOST`, the old short and hexadecimal forms of IPv4 (`127.1`, `0x7f.1`) included.
 */
export function numericAddress(text: string): string | undefined {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): string | undefined {
  const parts = text.split('.').map(partOf);
  const known = parts.filter((part) => part !== undefined);
  if (known.length !== parts.length || known.length > 4) return undefined;
  const last = known.at(-1) ?? 0;
  const leading = known.slice(0, -1);
  if (leading.some((part) => part > 255) || last >= 256 ** (5 - known.length)) return undefined;
  const value = leading.reduce((sum, part, index) => sum + part * 256 ** (3 - index), last);
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

function partOf(text: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9][0-9]*$/.test(text) ? Number(text) : undefined;
}

/** All eight groups written out, so that two spellings of one address are equal. */
function ipv6(text: string): string | undefined {
  const [, address = '', zone] = /^([^%]*)(?:%(.*))?$/s.exec(text) ?? [];
  const dotted = /^(.*:)([0-9]+(?:\.[0-9]+){3})$/.exec(address);
  const plain = dotted === null ? address : withDottedEnd(dotted[1] ?? '', dotted[2] ?? '');
  if (plain === undefined) return undefined;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  if (zone !== undefined && !isZoneOf(zone, numbers[0] ?? 0)) return undefined;
  const full = numbers.map((number) => number.toString(16)).join(':');
  return zone === undefined ? full : `${full}%${zone}`;
}

/** A zone is a number; only addresses of one link may name an interface, which the machine may have (`__inet6_scopeid_pton`). */
function isZoneOf(zone: string, firstGroup: number): boolean {
  if (/^[0-9]+$/.test(zone)) return Number(zone) < 2 ** 32;
  const isLinkLocal = (firstGroup & 0xffc0) === 0xfe80 || (firstGroup & 0xff0f) === 0xff02;
  return isLinkLocal && zone !== '';
}

function withDottedEnd(head: string, dotted: string): string | undefined {
  if (!isIpv4(dotted)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return `${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

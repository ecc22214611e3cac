import { asInt, atoi, strtoll } from './c-numbers.js';
import { asciiLower, cString } from './c-string.js';
import { type MemoryReading, parseMemory } from './memory.js';
import { type Accepted, accepted, type Outcome, refusedValue } from './outcome.js';

const EXPECTED = 'a class (normal, replica or pubsub), a hard limit, a soft limit and seconds';

/** `updateClientOutputBufferLimit` (config.c, Redis 7.0 and later): any number of groups of four. */
export function readBufferLimits(args: readonly string[], memory: MemoryReading): Outcome {
  if (args.length % 4 !== 0) {
    return refusedValue('Wrong number of arguments in buffer limit configuration.', EXPECTED);
  }
  const groups: string[] = [];
  for (let at = 0; at < args.length; at += 4) {
    const [name = '', hard = '', soft = '', time = ''] = args.slice(at, at + 4);
    const known = clientClass(name);
    if (known === undefined) {
      return refusedValue('Invalid client class specified in buffer limit configuration.', EXPECTED, at);
    }
    const bytes = [parseMemory(hard, memory), parseMemory(soft, memory)];
    const seconds = asInt(strtoll(time) ?? -1n);
    const bad = bytes[0] === undefined ? 1 : bytes[1] === undefined ? 2 : seconds < 0 ? 3 : 0;
    if (bad !== 0) {
      const says = 'Error in hard, soft or soft_seconds setting in buffer limit configuration.';
      return refusedValue(says, EXPECTED, at + bad);
    }
    groups.push(`${known} ${bytes.join(' ')} ${seconds}`);
  }
  return accepted(groups.join(' '));
}

/** The same in 6.x: one group, whose numbers are whatever `memtoll` and `atoi` make of them. */
export function readBufferLimitsLoosely([name = '', hard = '', soft = '', time = '']: readonly string[]): Outcome {
  const known = clientClass(name);
  if (known === undefined) {
    const says =
      "Unrecognized client limit class: the user specified an invalid one, or 'master' which has no buffer limits.";
    return refusedValue(says, EXPECTED, 0);
  }
  const seconds = atoi(cString(time));
  if (seconds < 0) return refusedValue('Negative number of seconds in soft limit is invalid', EXPECTED, 3);
  const bytes = [hard, soft].map((limit) => BigInt.asUintN(64, parseMemory(limit, 'signed') ?? 0n));
  return accepted(`${known} ${bytes.join(' ')} ${seconds}`);
}

/** The limits of all classes after one more line: later groups of a class replace earlier ones. */
export function mergeBufferLimits(before: string, { value }: Accepted): string {
  const groups = new Map<string, string>();
  for (const text of [before, value]) {
    const words = text.split(' ');
    for (let at = 0; at + 3 < words.length; at += 4) groups.set(words[at] ?? '', words.slice(at, at + 4).join(' '));
  }
  return [...groups.values()].join(' ');
}

/** `getClientTypeByName`, by the name that servers show; masters have no limits. */
function clientClass(name: string): string | undefined {
  const word = asciiLower(cString(name));
  if (word === 'replica') return 'slave';
  return word === 'normal' || word === 'slave' || word === 'pubsub' ? word : undefined;
}

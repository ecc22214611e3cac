import type { Behaviour } from '../behaviour.js';
import { atoi } from './c-numbers.js';
import { asciiLower, cString, sameIgnoringCase } from './c-string.js';
import { INT64_MAX, INT64_MIN } from './integer.js';
import { parseMemory } from './memory.js';
import { accepted, type Outcome, refusedValue, WRONG_COUNT } from './outcome.js';

/** `strtoll(text, &end, 10)` with the whole text used up; undefined where something is left. No digits are 0. */
export function strtoll(text: string): bigint | undefined {
  const seen = cString(text);
  if (seen === '') return 0n;
  const match = /^[ \t\n\v\f\r]*([+-]?)([0-9]+)$/.exec(seen);
  if (match === null) return undefined;
  const value = BigInt(match[2] ?? '0') * (match[1] === '-' ? -1n : 1n);
  return value > INT64_MAX ? INT64_MAX : value < INT64_MIN ? INT64_MIN : value;
}

/** `setConfigSaveOption` (config.c): pairs of seconds and changes; an empty argument clears. */
export function readSave(args: readonly string[]): Outcome {
  if (args.length === 1 && cString(args[0] ?? '') === '') return { kind: 'accepted', value: '', clears: true };
  const says = 'Invalid save parameters';
  const expected = 'pairs of seconds and changes, such as 3600 1 300 100';
  if (args.length % 2 === 1) {
    return { kind: 'refused', cause: 'value', says, argument: undefined, expected };
  }
  const numbers: bigint[] = [];
  for (const [index, arg] of args.entries()) {
    const number = strtoll(arg);
    if (number === undefined || number < (index % 2 === 0 ? 1n : 0n)) return refusedValue(says, expected, index);
    numbers.push(index % 2 === 0 ? number : BigInt.asIntN(32, number));
  }
  return accepted(numbers.join(' '));
}

/** `save` in 6.x: only two arguments mean anything, and they are read by `atoi`. */
export function readSaveLoosely(args: readonly string[]): Outcome {
  if (args.length === 1 && cString(args[0] ?? '') === '') return { kind: 'accepted', value: '', clears: true };
  const [seconds, changes] = args;
  if (args.length !== 2 || seconds === undefined || changes === undefined) return accepted('');
  const numbers = [atoi(cString(seconds)), atoi(cString(changes))];
  if ((numbers[0] ?? 0) < 1 || (numbers[1] ?? 0) < 0) {
    return refusedValue(
      'Invalid save parameters',
      'seconds of at least 1, and changes of at least 0',
      (numbers[0] ?? 0) < 1 ? 0 : 1,
    );
  }
  return accepted(numbers.join(' '));
}

/** `setConfigBindOption`: up to 16 words that nobody looks at before listening. */
export function readBind(args: readonly string[], behaviour: Behaviour): Outcome {
  if (args.length > 16) {
    const dot = behaviour.loneArgument === 'split-again' ? '.' : '';
    return refusedValue(`Too many bind addresses specified${dot}`, 'at most 16 addresses', 16);
  }
  return accepted(args.length === 1 && args[0] === '' ? '' : args.map(cString).join(' '));
}

/** `updateClientOutputBufferLimit`: groups of class, hard limit, soft limit and seconds. */
export function readBufferLimits(args: readonly string[], behaviour: Behaviour): Outcome {
  const expected = 'groups of a class (normal, replica or pubsub), a hard limit, a soft limit and seconds';
  if (args.length % 4 !== 0) {
    const says = 'Wrong number of arguments in buffer limit configuration.';
    return { kind: 'refused', cause: 'value', says, argument: undefined, expected };
  }
  const groups: string[] = [];
  for (let i = 0; i < args.length; i += 4) {
    const [name = '', hard = '', soft = '', seconds = ''] = args.slice(i, i + 4);
    const known = bufferClass(name);
    if (known === undefined) {
      return refusedValue('Invalid client class specified in buffer limit configuration.', expected, i);
    }
    const limits = [parseMemory(hard, behaviour.memory), parseMemory(soft, behaviour.memory)];
    const time = strtoll(seconds);
    const cut = time === undefined ? undefined : BigInt.asIntN(32, time);
    const bad = limits[0] === undefined ? 1 : limits[1] === undefined ? 2 : cut === undefined || cut < 0n ? 3 : 0;
    if (bad !== 0) {
      const says = 'Error in hard, soft or soft_seconds setting in buffer limit configuration.';
      return refusedValue(says, expected, i + bad);
    }
    groups.push(`${known} ${limits.join(' ')} ${cut}`);
  }
  return accepted(groups.join(' '));
}

/** The name that servers show for a class of clients. */
export function bufferClass(name: string): string | undefined {
  const word = asciiLower(cString(name));
  if (word === 'replica') return 'slave';
  return word === 'normal' || word === 'slave' || word === 'pubsub' ? word : undefined;
}

/** Limits of one class after another; later groups of a class replace earlier ones. */
export function mergeBufferLimits(before: string, added: string): string {
  const groups = new Map<string, string>();
  for (const text of [before, added]) {
    const words = text.split(' ');
    for (let i = 0; i + 3 < words.length; i += 4) groups.set(words[i] ?? '', words.slice(i, i + 4).join(' '));
  }
  return [...groups.values()].join(' ');
}

/** `updateOOMScoreAdjValues`: three numbers. */
export function readOomScores(args: readonly string[]): Outcome {
  const numbers = args.map(strtoll);
  const bad = numbers.findIndex((number) => number === undefined || number < -2000n || number > 2000n);
  return bad === -1
    ? accepted(numbers.join(' '))
    : refusedValue(
        'Invalid oom-score-adj-values, elements must be between -2000 and 2000.',
        'three numbers from -2000 to 2000',
        bad,
      );
}

/** `setConfigReplicaOfOption`: a host that nobody looks at and a port; `no one` undoes it. */
export function readReplicaOf(args: readonly string[], portComplaint: string): Outcome {
  const [host = '', port = ''] = args;
  if (sameIgnoringCase(host, 'no') && sameIgnoringCase(port, 'one')) return accepted('');
  const number = strtoll(port);
  const cut = number === undefined ? undefined : BigInt.asIntN(32, number);
  return cut === undefined || cut < 0n || cut > 65535n
    ? refusedValue(portComplaint, 'a port from 0 to 65535', 1)
    : accepted(`${cString(host)} ${cut}`);
}

export function wrongCount(expected: string): Outcome {
  return { kind: 'refused', cause: 'count', says: WRONG_COUNT, argument: undefined, expected };
}

import type { AclBehaviour } from '../catalog/acl-behaviour.js';
import { asciiLower, cString, sameIgnoringCase } from '../catalog/values/c-string.js';
import { isSpace } from '../syntax/words.js';
import { byteString } from '../text/bytes.js';
import type { AclError } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { addBits, type CommandBits, type CommandTable, emptyBits, hasBit, removeBits } from './command-table.js';
import type { KeyPattern } from './user.js';

/** One set of permissions while ACL rules are applied to it. */
export interface SelectorState {
  commands: CommandBits;
  /** Whether commands that the target does not know yet may run. */
  future: boolean;
  /** `+select|0`: the command, and the first arguments, as they were given, that it may run with. */
  firstArguments: ReadonlyMap<string, readonly string[]>;
  keys: 'all' | KeyPattern[];
  channels: 'all' | string[];
  databases: 'all' | number[];
}

const NO_ARGUMENTS: SelectorState['firstArguments'] = new Map();

/** A new selector: nothing is allowed, but for channels where they are by default, and for databases. */
export function newSelector({ table, allChannels }: AclGround): SelectorState {
  return {
    commands: emptyBits(table),
    future: false,
    firstArguments: NO_ARGUMENTS,
    keys: [],
    channels: allChannels ? 'all' : [],
    databases: 'all',
  };
}

/**
 * Applies one ACL rule to a selector as `ACLSetSelector` (acl.c; in 6.x the same part of `ACLSetUser`) does.
 * @returns why the server refuses the rule, which then changed nothing that counts
 */
export function applyToSelector(selector: SelectorState, rule: string, ground: AclGround): AclError | undefined {
  switch (rule[0]) {
    case '~':
    case '%':
      return addKeyPattern(selector, rule, ground.behaviour);
    case '&':
      return ground.behaviour.channels ? addChannel(selector, rule.slice(1)) : 'syntax';
    case '+':
    case '-':
      return rule[1] === '@' ? changeCategory(selector, rule, ground) : changeCommand(selector, rule, ground);
    default:
      return applyWord(selector, asciiLower(cString(rule)), rule, ground);
  }
}

/** A new set of channels or keys, or all commands. */
function applyWord(
  selector: SelectorState,
  word: string,
  rule: string,
  { behaviour }: AclGround,
): AclError | undefined {
  switch (word) {
    case 'allkeys':
    case 'resetkeys':
      selector.keys = word === 'allkeys' ? 'all' : [];
      return undefined;
    case 'allcommands':
    case 'nocommands':
      changeAllCommands(selector, word === 'allcommands' ? 'allow' : 'deny');
      return undefined;
    case 'allchannels':
    case 'resetchannels':
      if (!behaviour.channels) return 'syntax';
      selector.channels = word === 'allchannels' ? 'all' : [];
      return undefined;
    case 'alldbs':
    case 'resetdbs':
      if (!behaviour.databases) return 'syntax';
      selector.databases = word === 'alldbs' ? 'all' : [];
      return undefined;
    default:
      return word.startsWith('db=') && behaviour.databases ? setDatabases(selector, cString(rule.slice(3))) : 'syntax';
  }
}

function changeAllCommands(selector: SelectorState, change: 'allow' | 'deny'): void {
  selector.commands.fill(change === 'allow' ? 0xffffffff : 0);
  selector.firstArguments = NO_ARGUMENTS;
  selector.future = change === 'allow';
}

function addKeyPattern(selector: SelectorState, rule: string, behaviour: AclBehaviour): AclError | undefined {
  if (cString(rule) === '~*') {
    selector.keys = 'all';
    return undefined;
  }
  if (rule.startsWith('%') && !behaviour.selectors) return 'syntax';
  if (selector.keys === 'all') return 'key-pattern-after-all';
  const pattern = rule.startsWith('~')
    ? { pattern: rule.slice(1), read: true, write: true }
    : patternWithPermissions(rule, behaviour);
  if (pattern === undefined || hasBlank(pattern.pattern)) return 'syntax';

  const at = selector.keys.findIndex((known) => sameBytes(known.pattern, pattern.pattern));
  const known = selector.keys[at];
  if (known === undefined) selector.keys.push(pattern);
  else if ((pattern.read && !known.read) || (pattern.write && !known.write)) {
    selector.keys[at] = { ...known, read: known.read || pattern.read, write: known.write || pattern.write };
  }
  return undefined;
}

/** `%R~app:*`: each letter once, in either case; `%R` alone counts as an empty pattern. */
function patternWithPermissions(rule: string, behaviour: AclBehaviour): KeyPattern | undefined {
  if (rule === '%')
    return behaviour.percentAlone === 'accepted' ? { pattern: '', read: false, write: false } : undefined;
  const [, letters = '', pattern = ''] = /^%(R|W|RW|WR)(?:~(.*))?$/is.exec(rule) ?? [];
  if (letters === '') return undefined;
  return { pattern, read: /r/i.test(letters), write: /w/i.test(letters) };
}

function addChannel(selector: SelectorState, pattern: string): AclError | undefined {
  if (cString(pattern) === '*') {
    selector.channels = 'all';
    return undefined;
  }
  if (selector.channels === 'all') return 'channel-after-all';
  if (hasBlank(pattern)) return 'syntax';
  if (!selector.channels.some((known) => sameBytes(known, pattern))) selector.channels.push(pattern);
  return undefined;
}

function changeCategory(selector: SelectorState, rule: string, { table }: AclGround): AclError | undefined {
  const category = asciiLower(cString(rule.slice(2)));
  const change = rule.startsWith('+') ? 'allow' : 'deny';
  if (category === 'all') {
    changeAllCommands(selector, change);
    return undefined;
  }
  const bits = table.categoryBits(category);
  if (bits === undefined) return 'unknown-command';
  changeBits(selector, bits, change, table);
  return undefined;
}

function changeCommand(selector: SelectorState, rule: string, ground: AclGround): AclError | undefined {
  const named = cString(rule.slice(1));
  if (rule.startsWith('+') && named.includes('|')) {
    return ground.behaviour.selectors
      ? allowSubcommand(selector, named, ground)
      : allowSubcommandAsTyped(selector, named, ground);
  }
  const bits = ground.table.membersOf(asciiLower(named));
  if (bits === undefined) return 'unknown-command';
  changeBits(selector, bits, rule.startsWith('+') ? 'allow' : 'deny', ground.table);
  return undefined;
}

/** From 7.0 on: a subcommand by its name, or the first argument of a command that has none. */
function allowSubcommand(
  selector: SelectorState,
  named: string,
  { table, behaviour }: AclGround,
): AclError | undefined {
  const bar = named.lastIndexOf('|');
  const argument = named.slice(bar + 1);
  const command = table.commands.get(asciiLower(named.slice(0, bar)));
  if (command === undefined) return 'unknown-command';
  if (command.container !== undefined) return 'first-argument-of-subcommand';
  if (argument === '') return 'syntax';
  if (command.subcommands.length === 0) {
    addFirstArgument(
      selector,
      command.name,
      behaviour.firstArgumentCase === 'lowered' ? asciiLower(argument) : argument,
    );
    return undefined;
  }
  const bits = table.membersOf(asciiLower(named));
  if (bits === undefined) return 'unknown-command';
  changeBits(selector, bits, 'allow', table);
  return undefined;
}

/** In 6.x: any text behind the first bar, unchecked; the whole command must be denied for it to count. */
function allowSubcommandAsTyped(
  selector: SelectorState,
  named: string,
  { table, behaviour }: AclGround,
): AclError | undefined {
  const bar = named.indexOf('|');
  const name = asciiLower(named.slice(0, bar));
  const argument = named.slice(bar + 1);
  const index = table.indexOf(name);
  if (index === undefined) return 'unknown-command';
  if (argument === '') return 'syntax';
  if (hasBit(selector.commands, index)) {
    return behaviour.subcommandOfAllowed === 'refused' ? 'subcommand-of-allowed-command' : undefined;
  }
  addFirstArgument(selector, name, argument);
  return undefined;
}

function addFirstArgument(selector: SelectorState, command: string, argument: string): void {
  const known = selector.firstArguments.get(command) ?? [];
  if (known.some((other) => sameIgnoringCase(other, argument))) return;
  selector.firstArguments = new Map([...selector.firstArguments, [command, [...known, argument]]]);
}

/** Commands that are allowed or denied as a whole lose the first arguments named before. */
function changeBits(selector: SelectorState, bits: CommandBits, change: 'allow' | 'deny', table: CommandTable): void {
  if (change === 'allow') addBits(selector.commands, bits);
  else removeBits(selector.commands, bits);
  if (selector.firstArguments.size === 0) return;
  const kept = [...selector.firstArguments].filter(([command]) => !hasBit(bits, table.indexOf(command) ?? -1));
  selector.firstArguments = new Map(kept);
}

const HIGHEST_DATABASE = 2_147_483_647n;

/** `db=0,2`: numbers as `strtol` reads them, not compared with `databases`. */
function setDatabases(selector: SelectorState, list: string): AclError | undefined {
  const databases = new Set<number>();
  for (const item of list.split(',')) {
    // `strtoll` passes over what `isspace` calls blank.
    const [, digits] = /^[\t-\r ]*\+?(-?\d+)$/.exec(item) ?? [];
    if (digits === undefined || /\+-/.test(item)) return 'syntax';
    const number = BigInt(digits);
    if (number < 0n || number > HIGHEST_DATABASE) return 'database-range';
    databases.add(Number(number));
  }
  selector.databases = [...databases].sort((a, b) => a - b);
  return undefined;
}

/** `ACLStringHasSpaces`: what keeps a pattern or a name from being written down again. */
export function hasBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isSpace(text.charCodeAt(i)) || text[i] === '\0') return true;
  return false;
}

function sameBytes(a: string, b: string): boolean {
  return a === b || byteString(a) === byteString(b);
}

import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Command } from '../catalog/command.js';
import { sameIgnoringCase } from '../catalog/values/c-string.js';
import { byteString } from '../text/bytes.js';
import { channelReferences } from './channels.js';
import { databaseReferences } from './databases.js';
import { hasKeys, keyReferences } from './key-positions.js';
import { matchesPattern } from './string-match.js';
import type { KeyPattern, Selector } from './user.js';

/** What a denial hangs on, in the order of the server's result codes. */
export const DENIALS = ['database', 'command', 'key', 'channel'] as const;

export type Denial = (typeof DENIALS)[number];

/** What one set of permissions says to a command. */
export interface Verdict {
  readonly because: 'allowed' | Denial;
  /** The argument that was denied; 0 where it is the command itself, or the database that is selected. */
  readonly index: number;
}

/** Of the denials of several selectors the one that the server tells: the one that got furthest. */
export function furthest(verdicts: readonly Verdict[]): { readonly because: Denial; readonly index: number } {
  let told: { because: Denial; index: number } = { because: 'database', index: 0 };
  for (const { because, index } of verdicts) {
    if (because === 'allowed') continue;
    const difference = DENIALS.indexOf(because) - DENIALS.indexOf(told.because);
    if (difference > 0 || (difference === 0 && index > told.index)) told = { because, index };
  }
  return told;
}

/**
 * Asks one set of permissions, as `ACLSelectorCheckCmd` (acl.c) does.
 * @param argv of the right number for the command
 * @param database the one that the connection has selected
 * @param databases how many there are
 */
export function verdictOf(
  selector: Selector,
  command: Command,
  argv: readonly string[],
  catalog: Catalog,
  { database = 0, databases = 16 }: { readonly database?: number; readonly databases?: number },
): Verdict {
  const refusedDatabase = databaseDenial(selector, command, argv, catalog, database, databases);
  if (refusedDatabase !== undefined) return { because: 'database', index: refusedDatabase };
  if (!mayCall(selector, command, argv)) return { because: 'command', index: 0 };

  const { keys, channels } = selector;
  if (keys !== 'all' && hasKeys(command, catalog)) {
    const refused = keyReferences(command, argv, catalog).find(
      ({ index, reads, writes }) => !keys.some((pattern) => opens(pattern, argv[index] ?? '', reads, writes)),
    );
    if (refused !== undefined) return { because: 'key', index: refused.index };
  }
  if (channels !== 'all' && aclBehaviourOf(catalog.target).channels) {
    const refused = channelReferences(command.name, argv).find(
      ({ index, isPattern }) => !channels.some((channel) => admits(channel, argv[index] ?? '', isPattern)),
    );
    if (refused !== undefined) return { because: 'channel', index: refused.index };
  }
  return { because: 'allowed', index: 0 };
}

/** The argument that names a database which is not allowed; 0 for the one that is selected. */
function databaseDenial(
  { databases: allowed }: Selector,
  command: Command,
  argv: readonly string[],
  catalog: Catalog,
  selected: number,
  count: number,
): number | undefined {
  if (allowed === 'all') return undefined;
  const looksAtData =
    hasKeys(command, catalog) || ['keyspace', 'read', 'write'].some((category) => command.categories.has(category));
  const needed = databaseReferences(command, argv, looksAtData, selected, count);
  const refused = needed.find((reference) => !allowed.includes(reference.database));
  return refused === undefined ? undefined : (refused.index ?? 0);
}

/** Whether the command is allowed, or with this first argument. */
export function mayCall({ commands }: Pick<Selector, 'commands'>, command: Command, argv: readonly string[]): boolean {
  if (commands.allows(command.name)) return true;
  const [, first] = argv;
  const allowed = commands.firstArguments.get(command.name);
  return first !== undefined && allowed?.some((argument) => sameIgnoringCase(argument, first)) === true;
}

function opens({ pattern, read, write }: KeyPattern, key: string, reads: boolean, writes: boolean): boolean {
  return (read || !reads) && (write || !writes) && matchesPattern(byteString(pattern), byteString(key));
}

function admits(allowed: string, channel: string, isPattern: boolean): boolean {
  if (isPattern) return byteString(allowed) === byteString(channel);
  return matchesPattern(byteString(allowed), byteString(channel));
}

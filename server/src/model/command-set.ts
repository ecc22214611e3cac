import { type CommandTable, difference, hasBit, isEmpty } from './command-table.js';
import type { SelectorState } from './selector-rules.js';
import type { CommandSet } from './user.js';

/** The commands that a selector allows, as a set to ask. */
export function commandSetOf(
  { commands: bits, future, firstArguments }: SelectorState,
  table: CommandTable,
): CommandSet {
  const isAllowed = (name: string): boolean => hasBit(bits, table.indexOf(name) ?? -1) || table.neverDenied.has(name);
  return {
    has: (name) => {
      // Redis 6.x knows no subcommands: what may be said of `config|set` is what may be said of `config`.
      const members = table.membersOf(name) ?? table.membersOf(name.split('|')[0] ?? name);
      if (members === undefined) return future;
      return isEmpty(difference(members, bits)) || table.neverDenied.has(name);
    },
    allows: isAllowed,
    firstArguments:
      firstArguments.size === 0 ? firstArguments : new Map([...firstArguments].filter(([name]) => !isAllowed(name))),
    future,
    list: () => table.runnable(bits),
  };
}

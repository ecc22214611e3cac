import { type CommandBits, type CommandTable, difference, hasBit, isEmpty } from './command-table.js';
import type { SelectorState } from './selector-rules.js';
import type { CommandSet } from './user.js';

/** The commands that a selector allows, as a set to ask. */
export function commandSetOf(state: SelectorState, table: CommandTable): CommandSet {
  const { commands: bits, future } = state;
  const isAllowed = (name: string): boolean => hasBit(bits, table.indexOf(name) ?? -1) || table.neverDenied.has(name);
  let listed: readonly string[] | undefined;
  return {
    has: (name) => {
      const members = table.membersOf(name);
      if (members === undefined) return future;
      return isEmpty(difference(members, bits)) || table.neverDenied.has(name);
    },
    allows: isAllowed,
    firstArguments: new Map([...state.firstArguments].filter(([name]) => !isAllowed(name))),
    future,
    list: () => {
      listed ??= runnable(table, bits);
      return listed;
    },
  };
}

/** A container cannot run without a subcommand, so that only its subcommands are listed. */
function runnable(table: CommandTable, bits: CommandBits): readonly string[] {
  return table.names.filter(
    (name, index) =>
      (hasBit(bits, index) || table.neverDenied.has(name)) && table.commands.get(name)?.subcommands.length === 0,
  );
}

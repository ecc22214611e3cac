import { type CommandBits, type CommandTable, difference, hasBit, isEmpty, namesOf } from './command-table.js';
import type { SelectorState } from './selector-rules.js';
import type { CommandSet } from './user.js';

/** The commands that a selector allows, as a set to ask. */
export function commandSetOf(state: SelectorState, table: CommandTable): CommandSet {
  const { commands: bits, future } = state;
  const isAllowed = (name: string): boolean => hasBit(bits, table.indexOf(name) ?? -1) || isNeverDenied(name, table);
  let listed: readonly string[] | undefined;
  return {
    has: (name) => {
      const members = table.membersOf(name);
      if (members === undefined) return future;
      return isEmpty(difference(members, bits)) || isNeverDenied(name, table);
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

/** `AUTH`, `HELLO` and what else runs before a client is known at all: no ACL rule takes it away (`CMD_NO_AUTH`). */
export function isNeverDenied(name: string, table: CommandTable): boolean {
  return table.commands.get(name)?.flags.has('no_auth') === true;
}

/** A container cannot run without a subcommand, so that only its subcommands are listed. */
function runnable(table: CommandTable, bits: CommandBits): readonly string[] {
  const allowed = bits.slice();
  table.names.forEach((name, index) => {
    if (isNeverDenied(name, table)) allowed[index >> 5] = (allowed[index >> 5] ?? 0) | (1 << (index & 31));
  });
  return namesOf(table, allowed).filter((name) => table.commands.get(name)?.subcommands.length === 0);
}

import { type CommandTable, difference, hasBit, isEmpty } from './command-table.js';
import type { SelectorState } from './selector-rules.js';
import type { CommandSet } from './user.js';

/**
 * The commands that a selector allows, as a set to ask. Many users may run the same ones: as long as there are not too
 * many sets, these share one, and with it what it was asked before.
 */
export function commandSetOf(state: SelectorState, table: CommandTable): CommandSet {
  if (state.firstArguments.size > 0) return newSet(state, table);
  const known = sets.get(table) ?? new Map<string, CommandSet>();
  sets.set(table, known);
  const key = `${state.future} ${state.commands.join()}`;
  const set = known.get(key) ?? newSet(state, table);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, set);
  return set;
}

const sets = new WeakMap<CommandTable, Map<string, CommandSet>>();

const REMEMBERED = 1000;

function newSet({ commands: bits, future, firstArguments }: SelectorState, table: CommandTable): CommandSet {
  const isAllowed = (name: string): boolean => hasBit(bits, table.indexOf(name) ?? -1) || table.neverDenied.has(name);
  const has = (name: string): boolean => {
    // Redis 6.x knows no subcommands: what may be said of `config|set` is what may be said of `config`.
    const members = table.membersOf(name) ?? table.membersOf(name.split('|')[0] ?? name);
    if (members === undefined) return future;
    return isEmpty(difference(members, bits)) || table.neverDenied.has(name);
  };
  const answers = new Map<string, boolean>();
  return {
    has: (name) => {
      const answer = answers.get(name) ?? has(name);
      if (table.membersOf(name) !== undefined) answers.set(name, answer);
      return answer;
    },
    allows: isAllowed,
    firstArguments:
      firstArguments.size === 0 ? firstArguments : new Map([...firstArguments].filter(([name]) => !isAllowed(name))),
    future,
    list: () => table.runnable(bits),
  };
}

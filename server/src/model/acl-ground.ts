import { type AclBehaviour, aclBehaviourOf } from '../catalog/acl-behaviour.js';
import { behaviourOf } from '../catalog/behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Reading } from '../syntax/words.js';
import { type CommandTable, commandTableOf, tableBeforeModules } from './command-table.js';

/** What ACL rules are applied by: the target's commands and habits. */
export interface AclGround {
  readonly table: CommandTable;
  readonly behaviour: AclBehaviour;
  /** How the inside of a selector is split. */
  readonly reading: Reading;
  /** Whether users and selectors start with all channels: `acl-pubsub-default allchannels`. */
  readonly allChannels: boolean;
}

/**
 * The ground for a server's users; made once for each catalogue and default.
 * @param channelsByDefault the value of `acl-pubsub-default`; undefined where no line sets it
 */
export function aclGround(catalog: Catalog, channelsByDefault: string | undefined): AclGround {
  const behaviour = aclBehaviourOf(catalog.target);
  const allChannels =
    channelsByDefault === undefined ? behaviour.allChannelsByDefault : channelsByDefault === 'allchannels';
  const known = grounds.get(catalog)?.find((ground) => ground.allChannels === allChannels);
  if (known !== undefined) return known;
  const ground = { table: commandTableOf(catalog), behaviour, reading: behaviourOf(catalog.target), allChannels };
  grounds.set(catalog, [...(grounds.get(catalog) ?? []), ground]);
  return ground;
}

/**
 * The same while the server still reads its files, before modules bring their commands: those built into it (vector
 * sets, from Redis 8.0 on) too.
 */
export function groundBeforeModules(ground: AclGround): AclGround {
  const known = beforeModules.get(ground);
  if (known !== undefined) return known;
  const table = tableBeforeModules(ground.table);
  const before = table === ground.table ? ground : { ...ground, table };
  beforeModules.set(ground, before);
  return before;
}

const beforeModules = new WeakMap<AclGround, AclGround>();
const grounds = new WeakMap<Catalog, readonly AclGround[]>();

import type { Catalog } from '../catalog/catalog.js';
import type { UserSource } from './project.js';
import type { Refusal } from './refusal.js';
import type { Settings } from './settings.js';
import type { Statement } from './statement.js';
import type { User } from './user.js';

/** The refusal of a `user` line while it is read, given the ones taken before it. */
export function checkUserLine(
  _statement: Statement,
  _number: number,
  _earlier: readonly Statement[],
  _catalog: Catalog,
): Refusal | undefined {
  return undefined;
}

/** The users in force, and what the server refuses when it loads them. */
export function usersOf(
  _source: UserSource,
  _settings: Settings,
  _catalog: Catalog,
): { readonly users: ReadonlyMap<string, User>; readonly refusals: readonly Refusal[] } {
  return { users: new Map(), refusals: [] };
}

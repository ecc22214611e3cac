import type { Reply } from '../../../test/support/servers/connection.js';

/** A flat list of name, value, name, value … as a record; anything else as an empty one. */
export function asRecord(reply: Reply | undefined): Readonly<Record<string, Reply>> {
  if (!Array.isArray(reply)) return {};
  const names = reply.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [String(name), reply[2 * index + 1]]));
}

/** The texts of a list; none for anything else. */
export function asTexts(reply: Reply | undefined): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : [];
}

/** The settings of a CONFIG GET. */
export function asSettings(reply: Reply | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(asRecord(reply)).map(([name, value]) => [name, String(value)]));
}

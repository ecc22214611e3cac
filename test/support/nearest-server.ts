import { TARGETS, type TargetName } from '../../server/src/catalog/target.js';
import type { Server } from './servers/server.js';

/** The server of a target, or of the same product's release next to it where this machine has none. */
export function nearestTo(target: TargetName, servers: readonly Server[]): Server {
  const product = (name: string): string => name.split('-')[0] ?? '';
  const distance = (server: Server): number =>
    Math.abs(TARGETS.indexOf(server.target) - TARGETS.indexOf(target)) +
    (product(server.target) === product(target) ? 0 : TARGETS.length);
  const [nearest] = [...servers].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) throw new Error('no server at hand');
  return nearest;
}

import { catalogFor } from './catalog.js';
import type { Directive } from './directive.js';
import { ACCESS } from './prose/access.js';
import { CLUSTER } from './prose/cluster.js';
import { ENCODINGS } from './prose/encodings.js';
import { LIMITS } from './prose/limits.js';
import { NETWORK } from './prose/network.js';
import { OPERATION } from './prose/operation.js';
import { PERSISTENCE } from './prose/persistence.js';
import { REPLICATION } from './prose/replication.js';
import { SENTINEL } from './prose/sentinel.js';
import { TLS } from './prose/tls.js';
import { TARGETS, target } from './target.js';

/**
 * What a directive does, what goes wrong with it and which value is safe: one short paragraph in our own words, for
 * somebody who has to decide a value. Undefined where there is none (yet).
 */
export function proseOf({ name, canonical }: Pick<Directive, 'name' | 'canonical'>): string | undefined {
  return PROSE[name] ?? PROSE[canonical] ?? PROSE[newestName(canonical)];
}

/** The same of a word that follows `sentinel`. */
export function sentinelProseOf(keyword: string): string | undefined {
  return SENTINEL[keyword.toLowerCase()];
}

/** Texts stand under the name that the newest server stores the directive under; older names are its aliases there. */
function newestName(name: string): string {
  for (const known of [...TARGETS].reverse()) {
    const directive = catalogFor(target(known)).directives.get(name);
    if (directive !== undefined && directive.canonical !== name) return directive.canonical;
  }
  return name;
}

const PROSE: Readonly<Record<string, string>> = {
  ...NETWORK,
  ...TLS,
  ...ACCESS,
  ...LIMITS,
  ...PERSISTENCE,
  ...REPLICATION,
  ...CLUSTER,
  ...OPERATION,
  ...ENCODINGS,
};

import availability from '../../../snippets/availability.json' with { type: 'json' };
import acl from '../../../snippets/redis-acl.json' with { type: 'json' };
import conf from '../../../snippets/redis-conf.json' with { type: 'json' };
import sentinel from '../../../snippets/redis-sentinel.json' with { type: 'json' };
import yaml from '../../../snippets/yaml.json' with { type: 'json' };
import { type Availability, isIn } from './availability.js';
import type { TargetName } from './target.js';

/** Lines to begin with, hardened and with fields to fill in; the extension contributes the same to its editor. */
export interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  /** In the syntax of editors: `${1:…}`. */
  readonly body: string;
}

/** The snippets for a kind of file that load on the target. */
export function snippetsFor(kind: 'config' | 'sentinel' | 'acl', target: TargetName): readonly Snippet[] {
  return SNIPPETS[kind].filter(({ name }) => isIn(AVAILABLE[name] ?? 'all', target));
}

/**
 * The snippet of that name in its variant for the target: `Administrator` is `Administrator (6.x)` for Redis 6.2.
 * Throws a RangeError where the target has none.
 */
export function snippetFor(kind: 'config' | 'sentinel' | 'acl', name: string, target: TargetName): Snippet {
  const found = snippetsFor(kind, target).find((snippet) => snippet.name.replace(/ \([^)]*\)$/, '') === name);
  if (found === undefined) throw new RangeError(`${target} has no snippet called ${name}`);
  return found;
}

/** The alert rules for Prometheus, for all servers. */
export function alertRules(): string {
  return yaml['Prometheus alert rules'].body.join('\n');
}

const AVAILABLE: Readonly<Record<string, Availability>> = availability;

interface Written {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const SNIPPETS = { config: snippetsIn(conf), sentinel: snippetsIn(sentinel), acl: snippetsIn(acl) };

function snippetsIn(file: Readonly<Record<string, Written>>): readonly Snippet[] {
  return Object.entries(file).map(([name, { prefix, description, body }]) => ({
    name,
    prefix: typeof prefix === 'string' ? prefix : (prefix[0] ?? name),
    description,
    body: body.join('\n'),
  }));
}

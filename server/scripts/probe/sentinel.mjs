import { verdictOf } from '../../../test/support/servers/real-server.js';
import { forEach } from './asking.mjs';

const NOT_KNOWN = 'Unrecognized sentinel configuration statement.';

/** Every `sentinel` line names something, and none so far takes more words than `known-sentinel`. */
const COUNTS = [1, 2, 3, 4];

/**
 * Which `sentinel` lines a server knows, and how many arguments they take.
 *
 * @param {{ path: string }} server
 * @param {readonly string[]} candidates
 * @returns {Promise<Record<string, { accepted: true, accepted_argument_counts: number[] }>>}
 */
export async function probeSubdirectives(server, candidates) {
  const counts = await forEach(candidates, (name) => countsTaken(server, name));
  return Object.fromEntries(
    candidates
      .map((name, index) => [name, { accepted: true, accepted_argument_counts: counts[index] }])
      .filter(([, { accepted_argument_counts: taken }]) => taken.length > 0),
  );
}

/**
 * Which of the lines that a server takes a sentinel refuses.
 *
 * @param {{ path: string }} server
 * @param {ReadonlyMap<string, string>} lines directive → a line that a server takes
 * @returns {Promise<Set<string>>}
 */
export async function probeRefusedBySentinel(server, lines) {
  const refused = new Set();
  for (;;) {
    const asked = [...lines].filter(([name]) => !refused.has(name));
    const conf = `${asked.map(([, line]) => line).join('\n')}\nno-such-directive\n`;
    const { line } = await verdictOf(server, { files: { conf }, config: 'conf', role: 'sentinel', options: [] });
    const at = asked[line - 1];
    if (at === undefined) return refused;
    refused.add(at[0]);
  }
}

/**
 * A line that a server takes for a directive.
 *
 * @param {string} name
 * @param {any} directive in the form of `directives.json`, with its default
 * @returns {string | undefined} undefined where no line is known
 */
export function lineTaken(name, directive) {
  if (directive.kind !== 'special') return `${name} "${directive.default ?? ''}"`;
  const rest = SPECIAL_LINES[name];
  return rest === undefined ? undefined : `${name} ${rest}`;
}

const SPECIAL_LINES = {
  bind: '127.0.0.1',
  'client-output-buffer-limit': 'normal 0 0 0',
  dir: '.',
  include: '/dev/null',
  'latency-tracking-info-percentiles': '50',
  loadmodule: 'x.so',
  'notify-keyspace-events': '""',
  'oom-score-adj-values': '0 200 800',
  'rdma-bind': '127.0.0.1',
  'rename-command': 'PING PING',
  replicaof: '127.0.0.1 7',
  save: '""',
  slaveof: '127.0.0.1 7',
  unixsocketperm: '700',
  user: 'someone',
};

async function countsTaken(server, name) {
  const taken = [];
  for (const count of COUNTS) {
    const conf = ['sentinel', name, ...Array(count).fill('m')].join(' ');
    const result = await verdictOf(server, { files: { conf }, config: 'conf', role: 'sentinel' });
    if (result.text !== NOT_KNOWN) taken.push(count);
  }
  return taken;
}

import { verdictOf } from '../../../test/support/servers/real-server.js';
import type { DirectiveFacts, SentinelFacts } from '../catalog/facts.js';
import { forEach, type Program } from './asking.js';

/** Which words may follow `sentinel` in a file, and how many arguments they take. */
export async function probeSubdirectives(
  program: Program,
  words: readonly string[],
): Promise<SentinelFacts['subdirectives']> {
  const counts = await forEach(words, (word) => countsTaken(program, word));
  return Object.fromEntries(
    words.flatMap((word, index) => {
      const accepted_argument_counts = counts[index] ?? [];
      return accepted_argument_counts.length === 0 ? [] : [[word, { accepted: true, accepted_argument_counts }]];
    }),
  );
}

/** Which directives a sentinel refuses although an ordinary server takes them. */
export async function probeRefusedBySentinel(
  program: Program,
  directives: Readonly<Record<string, DirectiveFacts>>,
): Promise<ReadonlySet<string>> {
  const lines = Object.entries(directives).flatMap(([name, directive]) => {
    const line = lineTaken(name, directive);
    return line === undefined ? [] : [{ name, line }];
  });
  const refused = new Set<string>();
  for (;;) {
    const asked = lines.filter(({ name }) => !refused.has(name));
    const conf = [...asked.map(({ line }) => line), 'no-such-directive\n'].join('\n');
    const result = await verdictOf(program, { files: { conf }, config: 'conf', role: 'sentinel', options: [] });
    const at = result.verdict === 'refused' && result.line !== undefined ? asked[result.line - 1] : undefined;
    if (at === undefined) return refused;
    refused.add(at.name);
  }
}

const NOT_KNOWN = 'Unrecognized sentinel configuration statement.';

/** Every `sentinel` line names something, and none so far takes more words than `known-sentinel`. */
const COUNTS = [1, 2, 3, 4];

async function countsTaken(program: Program, word: string): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const count of COUNTS) {
    const conf = ['sentinel', word, ...Array<string>(count).fill('m')].join(' ');
    const result = await verdictOf(program, { files: { conf }, config: 'conf', role: 'sentinel' });
    if (result.verdict !== 'refused' || result.text !== NOT_KNOWN) taken.push(count);
  }
  return taken;
}

/** A line that a server takes for a directive; undefined where none is known. */
function lineTaken(name: string, directive: DirectiveFacts): string | undefined {
  if (!directive.file || directive.kind === undefined) return undefined;
  if (directive.kind !== 'special') return `${name} "${directive.default ?? ''}"`;
  const args = SPECIAL_ARGUMENTS[name];
  return args === undefined ? undefined : `${name} ${args}`;
}

const SPECIAL_ARGUMENTS: Readonly<Record<string, string>> = {
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

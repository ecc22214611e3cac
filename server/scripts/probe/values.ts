import type { DirectiveFacts } from '../catalog/facts.js';
import { type Answer, BAD_DIRECTIVE, complaint, type Program, readLine, startOn } from './asking.js';

/** What else is known of a directive whose values are asked for. */
export interface Circumstances {
  /** Whether the server puts unknown names aside and complains later (Redis 8). */
  readonly queues: boolean;
  /** Whether CONFIG GET shows the directive. */
  readonly shown: boolean;
}

/**
 * Which values a server takes for a directive, by what it says to bad ones.
 */
export async function probeValues(
  program: Program,
  name: string,
  circumstances: Circumstances,
): Promise<DirectiveFacts> {
  const errors: Record<string, string[]> = {};
  const noted = (args: string, answer: Answer): Answer => {
    const text = 'crash' in answer ? 'server crashes (assertion)' : complaint(answer);
    if (text !== undefined) errors[text] = [...(errors[text] ?? []), args];
    return answer;
  };

  const bare = noted('', await readLine(program, name));
  // Where a wrong count makes a known name look like an unknown one, only a start tells which it was.
  const read = circumstances.queues && complaint(bare) === BAD_DIRECTIVE ? startOn : readLine;
  const ask: Ask = async (args) => noted(args, await read(program, `${name} ${args}`));

  const counts = await probeCounts(bare, ask);
  if (counts.length === 0) return { file: false, config_get: circumstances.shown };
  return { file: true, ...(await probeKind(name, circumstances, counts, ask)), errors };
}

type Ask = (args: string) => Promise<Answer>;
type KindFacts = Omit<DirectiveFacts, 'file'>;

/** Read by code of their own; nothing in the server's answers tells them from plain texts that are checked. */
const SPECIAL: readonly string[] = ['dir', 'include', 'notify-keyspace-events'];

/** The one plain text that an old CONFIG GET (before 7.0) leaves out; whatever else it leaves out has no effect. */
const TEXT_NOT_SHOWN = 'cluster-config-file';

/** No word of any enum, no number, no file, no address. */
const NONSENSE = 'qqq';

/** Texts of which each is refused by some setting that takes text. */
const TEXTS = ['""', '/tmp', 'a/b', '1%', '-1', '65535', 'yes', '"a b"'];

const TYPE_BY_COMPLAINT = new Map([
  ["argument must be 'yes' or 'no'", 'bool'],
  ["argument couldn't be parsed into an integer", 'integer'],
  ['argument must be a memory value', 'memory'],
  ['argument must be a memory or percent value', 'percent-or-memory'],
  ["argument couldn't be parsed as an octal number", 'octal'],
]);

/** Beyond every limit, so that the complaint names the limits. */
const EXTREMES: Readonly<Record<string, readonly string[]>> = {
  integer: ['-9223372036854775808', '9223372036854775807'],
  memory: ['9223372036854775808', '0'],
  octal: ['65535'],
};

async function probeCounts(bare: Answer, ask: Ask): Promise<readonly number[]> {
  const one = isRightCount(await ask('x'));
  const two = isRightCount(await ask('x x'));
  if (one && !two && !isRightCount(bare)) return [1];

  const right = [isRightCount(bare), one, two];
  for (const args of ['x x x', 'x x x x', 'x x x x x']) right.push(isRightCount(await ask(args)));
  return [...right.keys()].filter((count) => right[count]);
}

function isRightCount(answer: Answer): boolean {
  const text = complaint(answer);
  return text !== BAD_DIRECTIVE && text !== 'wrong number of arguments';
}

async function probeKind(
  name: string,
  { shown }: Circumstances,
  counts: readonly number[],
  ask: Ask,
): Promise<KindFacts> {
  const answer = await ask(NONSENSE);
  if ('crash' in answer) return definedKind(typeByComplaint(answer.crash));

  const text = complaint(answer) ?? '';
  const values = choicesIn(text);
  if (values !== undefined) {
    return counts.length > 1
      ? { kind: 'enum', values, multi: true, arg_counts: '1 or more' }
      : { kind: 'enum', values, arg_counts: counts };
  }
  if (SPECIAL.includes(name) || counts.join() !== '1') return special(counts);

  const type = typeByComplaint(text);
  if (type !== undefined) return { ...definedKind(type), ...(await probeRange(type, ask)), arg_counts: counts };
  if (!shown && name !== TEXT_NOT_SHOWN) return { kind: 'ignored', arg_counts: counts };
  return { ...(await probeText(answer, ask)), arg_counts: counts };
}

function special(counts: readonly number[]): KindFacts {
  return { kind: 'special', arguments: counts.length === 1 ? `exactly ${counts[0]}` : counts.join(' ') };
}

function choicesIn(text: string): readonly string[] | undefined {
  return /^argument(?:\(s\))? must be one of the following: (.*)$/.exec(text)?.[1]?.split(', ');
}

function typeByComplaint(text: string): string | undefined {
  return TYPE_BY_COMPLAINT.get(text.replace(/^Issue during loading of configuration \S+ : /, ''));
}

function definedKind(type: string | undefined): KindFacts {
  if (type === undefined) return {};
  return type === 'octal' ? { kind: 'special', form: 'octal' } : { kind: type };
}

async function probeRange(type: string, ask: Ask): Promise<KindFacts> {
  const extremes = EXTREMES[type] ?? [];
  for (const extreme of extremes) {
    const said = complaint(await ask(extreme)) ?? '';
    const [, min, max] = /^argument must be between (-?\d+) and (-?\d+) inclusive$/.exec(said) ?? [];
    if (min !== undefined && max !== undefined) return { min, max };
  }
  return type === 'integer' ? { widest_accepted_seen: extremes } : {};
}

async function probeText(nonsense: Answer, ask: Ask): Promise<KindFacts> {
  const refused = complaint(nonsense) === undefined ? [] : [NONSENSE];
  for (const text of TEXTS) {
    const said = complaint(await ask(text));
    if (said === 'Invalid socket file permissions') return { kind: 'special', form: 'octal' };
    if (said !== undefined) refused.push(text);
  }
  return {
    kind: 'string',
    validated: refused.length > 0 || undefined,
    empty_rejected: refused.includes('""') || undefined,
  };
}

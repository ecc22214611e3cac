import { BAD_DIRECTIVE, readLine, startOn } from './asking.mjs';

/** Read by code of their own; nothing in the server's answers tells them from plain texts that are checked. */
const SPECIAL = ['dir', 'include', 'notify-keyspace-events'];

/** The one plain text that an old CONFIG GET (before 7.0) leaves out; all others it leaves out have no effect. */
const TEXT_NOT_SHOWN = 'cluster-config-file';

/** No word of any enum, no number, no file, no address. */
const NONSENSE = 'qqq';

/** Texts of which each is refused by some setting that takes text. */
const TEXTS = ['""', '/tmp', 'a/b', '1%', '-1', '65535', 'yes', '"a b"'];

const WRONG_COUNT = [BAD_DIRECTIVE, 'wrong number of arguments'];

const TYPE_BY_COMPLAINT = new Map([
  ["argument must be 'yes' or 'no'", 'bool'],
  ["argument couldn't be parsed into an integer", 'integer'],
  ['argument must be a memory value', 'memory'],
  ['argument must be a memory or percent value', 'percent-or-memory'],
  ["argument couldn't be parsed as an octal number", 'octal'],
]);

/** Beyond every limit, so that the complaint names the limits. */
const EXTREMES = {
  integer: ['-9223372036854775808', '9223372036854775807'],
  memory: ['9223372036854775808', '0'],
  octal: ['65535'],
};

/**
 * Which values a server takes for a directive.
 *
 * @param {{ path: string }} server
 * @param {string} name one that the server knows
 * @param {{ queues: boolean, shown: boolean }} circumstances whether the server puts unknown names aside (Redis 8),
 *   and whether CONFIG GET shows this one
 * @returns {Promise<object>} in the form of `directives.json`
 */
export async function probeValues(server, name, { queues, shown }) {
  const errors = {};
  const note = (args, answer) => {
    const complaint = answer.crash === undefined ? answer.text : 'server crashes (assertion)';
    if (complaint !== undefined) errors[complaint] = [...(errors[complaint] ?? []), args];
    return answer;
  };

  const bare = note('', await readLine(server, name));
  // Where a wrong count makes an unknown name of a known one, only a start tells which it was.
  const read = queues && bare.text === BAD_DIRECTIVE ? startOn : readLine;
  const ask = async (args) => note(args, await read(server, `${name} ${args}`));

  const counts = await probeCounts(bare, ask);
  if (counts.length === 0) return { file: false, config_get: shown };

  return { file: true, ...(await probeKind(name, shown, counts, ask)), errors };
}

async function probeKind(name, shown, counts, ask) {
  const answer = await ask(NONSENSE);
  const type = typeOfComplaint(answer.text);
  if (answer.crash !== undefined) return { kind: type };

  const values = choices(answer.text);
  if (values !== undefined) {
    const multi = counts.length > 1 ? true : undefined;
    return { kind: 'enum', values, multi, arg_counts: multi ? '1 or more' : counts };
  }
  if (SPECIAL.includes(name) || counts.join() !== '1') return special(counts);
  if (type !== undefined) return { ...(await probeRange(type, ask)), ...form(type), arg_counts: counts };
  if (!shown && name !== TEXT_NOT_SHOWN) return { kind: 'ignored', arg_counts: counts };
  return { ...(await probeText(answer, ask)), arg_counts: counts };
}

async function probeCounts(bare, ask) {
  const right = (answer) => !WRONG_COUNT.includes(answer.text);
  const one = right(await ask('x'));
  const two = right(await ask('x x'));
  if (one && !two && !right(bare)) return [1];

  const counts = [right(bare), one, two];
  for (let count = 3; count <= 5; count++) counts.push(right(await ask(Array(count).fill('x').join(' '))));
  return [...counts.keys()].filter((count) => counts[count]);
}

function special(counts) {
  return { kind: 'special', arguments: counts.length === 1 ? `exactly ${counts[0]}` : counts.join(' ') };
}

function choices(text = '') {
  return /^arguments?(?:\(s\))? must be one of the following: (.*)$/.exec(text)?.[1].split(', ');
}

function typeOfComplaint(text = '') {
  const said = text.replace(/^Issue during loading of configuration \S+ : /, '');
  return TYPE_BY_COMPLAINT.get(said);
}

function form(type) {
  return type === 'octal' ? { kind: 'special', form: 'octal' } : { kind: type };
}

async function probeRange(type, ask) {
  const extremes = EXTREMES[type] ?? [];
  for (const extreme of extremes) {
    const limits = /^argument must be between (-?\d+) and (-?\d+) inclusive$/.exec((await ask(extreme)).text ?? '');
    if (limits !== null) return { min: limits[1], max: limits[2] };
  }
  return type === 'integer' ? { widest_accepted_seen: extremes } : {};
}

async function probeText(first, ask) {
  const refused = first.text === undefined ? [] : [NONSENSE];
  for (const text of TEXTS) {
    const answer = await ask(text);
    if (answer.text === 'Invalid socket file permissions') return { kind: 'special', form: 'octal' };
    if (answer.text !== undefined) refused.push(text);
  }
  return {
    kind: 'string',
    validated: refused.length > 0 ? true : undefined,
    empty_rejected: refused.includes('""') ? true : undefined,
  };
}

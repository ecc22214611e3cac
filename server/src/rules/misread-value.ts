import { bindingsOf } from '../catalog/bindings.js';
import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import type { Word } from '../syntax/words.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'misread-value',
  aliases: ['syn-invalid-value', 'syn-silently-accepted'],
  kind: 'clarity',
  tags: ['limits'],
  severity: 'warning',
  summary: 'The server takes a value for another one, without a word.',
  rationale:
    'Some values are moved into their range in silence, a unit without a number counts as 0, sizes beyond 64 bits start ' +
    'again from 0, and releases before 7.0 read numbers up to the first letter. The line looks right and sets something ' +
    'else.',
  silentWhen:
    'Where the value means what it looks like, leading zeros and letter case aside; and for a line that a ' +
    'later one overrides.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        hz 1000
      #    ^^^^ the server takes this for 500: write 500
    `,
    good: `
        -- redis.conf --
        hz 500
    `,
  },

  statement(statement, { project }, report) {
    const read = valuesRead(statement, project);
    if (read === undefined) return;
    for (const [index, word] of statement.args.entries()) {
      const value = read[index];
      if (value === undefined || !isMisread(word, value, statement)) continue;
      const at = placeOf(statement, word);
      report(at, `the server takes this for ${value}: write ${value}`, {
        fixes: [{ title: `Change to ${value}`, safety: 'safe', edits: [replacePlace(at, value)] }],
      });
    }
  },
});

/** Directives that are read number by number; `undefined` elsewhere for those of which only one value counts. */
function valuesRead(statement: Statement, { target, settings }: Project): readonly (string | undefined)[] | undefined {
  const { directive, args } = statement;
  if (directive === undefined) return undefined;
  switch (directive.canonical) {
    case 'client-output-buffer-limit':
    case 'save': {
      const outcome = bindingsOf(target)
        .get(directive.name)
        ?.read(args.map(({ value }) => value));
      const values = outcome?.kind === 'accepted' ? outcome.value.split(' ') : [];
      return values.length === args.length ? values : undefined;
    }
    default: {
      if (args.length !== 1 || (!NUMERIC.has(directive.type) && directive.canonical !== 'client-query-buffer-limit'))
        return undefined;
      const setting = settings.get(directive.name);
      return setting?.winner === statement ? [setting.value] : undefined;
    }
  }
}

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'memory', 'percent-or-memory', 'octal']);

function isMisread(word: Word, value: string, { directive }: Statement): boolean {
  const written = word.value.toLowerCase();
  if (written === '' || directive === undefined) return false;
  if (directive.type === 'octal' || directive.canonical === 'unixsocketperm') {
    return !/^[0-7]+$/.test(written) || BigInt(`0o${written}`) !== BigInt(`0o${/^[0-7]+$/.test(value) ? value : 0}`);
  }
  if (!/^\d+$/.test(value)) return false;
  return meaningOf(written) !== BigInt(value);
}

const FACTORS: ReadonlyMap<string, bigint> = new Map([
  ['', 1n],
  ['b', 1n],
  ['k', 1000n],
  ['kb', 1024n],
  ['m', 1000n ** 2n],
  ['mb', 1024n ** 2n],
  ['g', 1000n ** 3n],
  ['gb', 1024n ** 3n],
]);

/** What the text says, without a limit; undefined for a text that is no number. */
function meaningOf(written: string): bigint | undefined {
  const [, digits, unit = ''] = /^(\d+)([a-z]*)$/.exec(written) ?? [];
  const factor = FACTORS.get(unit);
  return digits === undefined || factor === undefined ? undefined : BigInt(digits) * factor;
}

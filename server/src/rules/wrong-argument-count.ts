import { bindingsOf } from '../catalog/bindings.js';
import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import { defineRule, type Fix } from './define.js';
import { deleteWords, deletion, quoted, replaceLine, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'wrong-argument-count',
  aliases: ['syn-invalid-value'],
  kind: 'load',
  tags: ['syntax'],
  explains: ['argument-count'],
  summary: 'A directive has too many arguments or too few.',
  rationale:
    'Blanks separate arguments, so a value with blanks in it needs quotes, and `2 gb` is two arguments. The server ' +
    'counts before it looks at any of them, and does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 2 gb
      #           ^^^^ maxmemory takes 1 argument, not 2: write 2gb
    `,
    good: `
        -- redis.conf --
        maxmemory 2gb
    `,
  },

  explain({ at, statement, detail }, { project }) {
    const { document, line } = markedBy(project, at);
    if (statement === undefined) return { message: 'wrong number of arguments', fixes: [deletion(document, line)] };

    const name = statement.name.value.toLowerCase();
    const expected = detail['expected'] ?? 'another number of arguments';
    const message = `${name} takes ${expected}, not ${statement.args.length || 'none'}`;
    const repair = repairOf(statement, project);
    return {
      message: repair === undefined ? message : `${message}: ${repair.advice}`,
      fixes: [...(repair === undefined ? [] : [repair.fix]), deletion(document, line)],
    };
  },
});

interface Repair {
  readonly advice: string;
  readonly fix: Fix;
}

/** The first change after which the server would take the line. */
function repairOf(statement: Statement, project: Project): Repair | undefined {
  const name = statement.name.value.toLowerCase();
  if (name === 'include') return oneLineEach(statement);
  if (name === 'rename-command' && statement.args.length === 1) return removedCommand(statement);

  const binding = bindingsOf(project.target).get(name);
  const values = statement.args.map((word) => word.value);
  const accepts = (args: readonly string[]): boolean => binding?.read(args).kind === 'accepted';
  const [first = ''] = values;
  if (values.length === 1 && accepts(first.split(/\s+/))) return withoutQuotes(statement, first);
  if (values.length < 2) return undefined;
  if (/^[=:]$/.test(first) && accepts(values.slice(1))) return withoutSign(statement);
  if (isSize(statement) && accepts([values.join('')])) return joined(statement, values.join(''));
  if (isText(statement) && accepts([values.join(' ')])) return inQuotes(statement, values.join(' '));
  const enough = values.findIndex((_, count) => count > 0 && accepts(values.slice(0, count)));
  return enough === -1 ? undefined : withoutRest(statement, enough);
}

function isSize({ directive }: Statement): boolean {
  return directive?.type === 'memory' || directive?.type === 'percent-or-memory' || directive?.type === 'integer';
}

function isText({ directive }: Statement): boolean {
  return directive?.type === 'string' || directive?.name === 'dir';
}

function oneLineEach({ document, line, args }: Statement): Repair {
  const lines = args.map(({ value }) => `include ${quoted(value)}`).join('\n');
  const edits = [replaceLine(document, line, lines)];
  return {
    advice: 'write one line for each file',
    fix: { title: 'Write one line for each file', safety: 'review', edits },
  };
}

function removedCommand({ document, line, args: [command] }: Statement): Repair {
  const edits = [replaceLine(document, line, `rename-command ${command?.value ?? ''} ""`)];
  return {
    advice: 'write the new name, or "" to take the command away',
    fix: { title: 'Take the command away', safety: 'review', edits },
  };
}

function withoutSign({ document, line, args: [sign] }: Statement): Repair | undefined {
  if (sign === undefined) return undefined;
  const edits = [deleteWords(document, line, sign, sign)];
  return {
    advice: `leave the ${sign.value} out`,
    fix: { title: `Delete the ${sign.value}`, safety: 'safe', edits },
  };
}

function withoutQuotes(statement: Statement, value: string): Repair {
  const edits = [rewrite(statement, value)];
  return { advice: 'take the quotes away', fix: { title: 'Take the quotes away', safety: 'safe', edits } };
}

function joined(statement: Statement, value: string): Repair {
  return {
    advice: `write ${value}`,
    fix: { title: `Change to ${value}`, safety: 'safe', edits: [rewrite(statement, value)] },
  };
}

/** The value may be a password: it is not for the message. */
function inQuotes(statement: Statement, value: string): Repair {
  const edits = [rewrite(statement, quoted(value))];
  return {
    advice: 'put a value with blanks in quotes',
    fix: { title: 'Put the value in quotes', safety: 'review', edits },
  };
}

function withoutRest({ document, line, args }: Statement, enough: number): Repair | undefined {
  const [first, last] = [args[enough], args.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const edits = [deleteWords(document, line, first, last)];
  const rest = args.length - enough === 1 ? 'the last word' : `the last ${args.length - enough} words`;
  return { advice: `delete ${rest}`, fix: { title: `Delete ${rest}`, safety: 'review', edits } };
}

function rewrite(statement: Statement, newText: string): ReturnType<typeof replacePlace> {
  const [first = statement.name] = statement.args;
  const last = statement.args.at(-1) ?? first;
  return replacePlace({ ...placeOf(statement, first), end: last.span.end }, newText);
}

import { bindingsOf } from '../catalog/bindings.js';
import type { Directive } from '../catalog/directive.js';
import { knownIn, targetsWithValue } from '../catalog/known-in.js';
import type { Project } from '../model/project.js';
import { type Correction, correctionOf } from './correction.js';
import { defineRule } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-value',
  aliases: ['syn-invalid-value'],
  kind: 'load',
  tags: ['syntax'],
  explains: ['invalid-value'],
  summary: 'A directive has a value that the server cannot read or does not allow.',
  rationale:
    'Servers read values strictly: `yes` and `no` but not `true`, `1gb` but not `1.5gb` or `1tb`, numbers without a ' +
    'leading zero or plus, words out of a fixed list. One that they cannot read ends the start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        appendonly true
      #            ^^^^ appendonly takes \`yes\` or \`no\`: write yes
    `,
    good: `
        -- redis.conf --
        appendonly yes
    `,
  },

  explain({ at, statement, detail, serverSays }, { project }) {
    const { document, line, word } = markedBy(project, at);
    const name = statement?.name.value.toLowerCase() ?? 'the directive';
    const expected = detail['expected'] ?? serverSays;
    const correction = corrected(word?.value ?? '', statement?.directive, project);
    const where =
      word && statement?.directive && knownIn(targetsWithValue(statement.directive.name, word.value), project.target);
    if (where)
      return { message: `${word.value.toLowerCase()} ${where}: write ${expected}`, fixes: [deletion(document, line)] };
    if (correction === undefined) return { message: `${name} takes ${expected}`, fixes: [deletion(document, line)] };
    const { value, certain } = correction;
    return {
      message: `${name} takes ${expected}: write ${value}`,
      fixes: [
        {
          title: `Change to ${value}`,
          safety: certain ? 'safe' : 'review',
          edits: [replacePlace({ ...at, ...word?.span }, value)],
        },
        deletion(document, line),
      ],
    };
  },
});

function corrected(value: string, directive: Directive | undefined, project: Project): Correction | undefined {
  const correction = directive && correctionOf(value, directive);
  if (directive === undefined || correction === undefined) return undefined;
  const outcome = bindingsOf(project.target).get(directive.name)?.read([correction.value]);
  return outcome?.kind === 'accepted' ? correction : undefined;
}

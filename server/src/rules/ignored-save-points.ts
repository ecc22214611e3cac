import { behaviourOf } from '../catalog/behaviour.js';
import { argumentsPlace, type Statement } from '../model/statement.js';
import { defineRule, type Fix } from './define.js';
import { replaceLine } from './fixing.js';

export default defineRule({
  id: 'ignored-save-points',
  aliases: ['limit-persistence-missing', 'syn-silently-accepted'],
  kind: 'clarity',
  tags: ['files', 'versions'],
  severity: 'warning',
  summary: 'A save line has several points, of which this release takes none.',
  rationale:
    'Before 7.0 save takes exactly two arguments. A line with more of them, or with all of them in quotes, is skipped ' +
    'without a word, and the built-in points are dropped all the same: the server writes no snapshot.',
  silentWhen: 'For one point a line, for `save ""`, and from 7.0 on, where one line may hold all points.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  example: {
    target: 'redis-6.2',
    bad: `
        -- redis.conf --
        save 3600 1 300 100
      #      ^^^^^^^^^^^^^^ Redis 6.2 ignores a save line with several points: write one line for each
    `,
    good: `
        -- redis.conf --
        save 3600 1
        save 300 100
    `,
  },

  statement(statement, { project: { target } }, report) {
    if (statement.directive?.canonical !== 'save' || behaviourOf(target).savePoints === 'dropped-once') return;
    const values = statement.args.flatMap(({ value }) => value.split(/\s+/)).filter((value) => value !== '');
    if (statement.args.length === 2 || values.length < 2 || values.some((value) => value.startsWith('#'))) return;
    report(
      argumentsPlace(statement),
      `${target.title} ignores a save line with several points: write one line for each`,
      {
        fixes: values.length % 2 === 0 ? [lineEach(statement, values)] : [],
      },
    );
  },
});

function lineEach({ document, line }: Statement, values: readonly string[]): Fix {
  const lines = values.flatMap((seconds, i) => (i % 2 === 0 ? [`save ${seconds} ${values[i + 1]}`] : []));
  return {
    title: 'Write one line for each point',
    safety: 'review',
    edits: [replaceLine(document, line, lines.join('\n'))],
  };
}

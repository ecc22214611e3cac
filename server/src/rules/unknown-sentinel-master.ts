import type { Project } from '../model/project.js';
import { defineRule, type Fix } from './define.js';
import { deletion, quoted, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';
import { nearest } from './nearest.js';

export default defineRule({
  id: 'unknown-sentinel-master',
  kind: 'load',
  tags: ['sentinel'],
  explains: ['sentinel-unknown-master'],
  summary: 'A sentinel line names a master that no monitor line defines.',
  rationale:
    'Names of masters are compared letter for letter, and `sentinel monitor` must define each. Redis 6.0 reads line by ' +
    'line, so that there the monitor line must come first.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  example: {
    bad: `
        -- sentinel.conf --
        sentinel monitor mymaster 10.0.0.5 6379 2
        sentinel failover-timeout master 60000
      #                           ^^^^^^ no monitor line defines this master: write mymaster
    `,
    good: `
        -- sentinel.conf --
        sentinel monitor mymaster 10.0.0.5 6379 2
        sentinel failover-timeout mymaster 60000
    `,
  },

  explain({ at }, { project }) {
    const { document, line, word } = markedBy(project, at);
    const removal = deletion(document, line);
    const name = word?.value ?? '';
    const masters = mastersOf(project);

    if (masters.has(name)) {
      return { message: `${project.target.title} reads line by line: put the monitor line first`, fixes: [removal] };
    }
    const [only] = masters.keys();
    const meant = masters.size === 1 ? only : nearest(name, masters.keys());
    if (meant === undefined) {
      return { message: 'no monitor line defines this master: add one, or delete the line', fixes: [removal] };
    }
    const fix: Fix = { title: `Change to ${meant}`, safety: 'review', edits: [replacePlace(at, quoted(meant))] };
    return { message: `no monitor line defines this master: write ${meant}`, fixes: [fix, removal] };
  },
});

/** The names that monitor lines define. */
function mastersOf({ statements }: Project): ReadonlySet<string> {
  const monitors = statements.filter(
    ({ directive, args }) => directive?.canonical === 'sentinel' && args[0]?.value.toLowerCase() === 'monitor',
  );
  return new Set(monitors.map(({ args }) => args[1]?.value ?? '').filter((name) => name !== ''));
}

import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-sentinel-value',
  kind: 'load',
  tags: ['sentinel'],
  explains: ['sentinel-value'],
  summary: 'A sentinel line has a value that Sentinel does not take.',
  rationale:
    'Sentinel reads numbers loosely, so that a word counts as 0, and then refuses what is out of range. From 6.2 on it ' +
    'takes addresses only, unless resolve-hostnames is on.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  example: {
    bad: `
        -- sentinel.conf --
        port 26379
        sentinel monitor mymaster 10.0.0.5 6379 0
      #                                         ^ sentinel monitor takes a number of at least 1 here
    `,
    good: `
        -- sentinel.conf --
        port 26379
    `,
  },

  explain({ at, detail, serverSays }, { project }) {
    const { document, line, words } = markedBy(project, at);
    const expected = detail['expected'];
    const name = words[1]?.value.toLowerCase() ?? '';
    const message = expected === undefined ? `Sentinel says: ${serverSays}` : `sentinel ${name} takes ${expected} here`;
    return { message, fixes: [deletion(document, line)] };
  },
});

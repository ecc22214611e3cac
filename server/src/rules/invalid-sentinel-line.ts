import { knownIn } from '../catalog/known-in.js';
import { sentinelDirectives, targetsWithSentinelDirective } from '../catalog/sentinel.js';
import { defineRule, type Fix } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';
import { nearest } from './nearest.js';

export default defineRule({
  id: 'invalid-sentinel-line',
  kind: 'load',
  tags: ['sentinel', 'syntax', 'versions'],
  explains: ['sentinel-statement'],
  summary: 'A sentinel line is none that Sentinel knows, or has another number of arguments.',
  rationale:
    'Behind the word sentinel stands one of a few words, each with a fixed number of arguments. A Sentinel stops at any ' +
    'other line and says only that it does not recognise it.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  example: {
    bad: `
        -- sentinel.conf --
        sentinel monitor mymaster 10.0.0.5 6379 2
        sentinel down-after-millisecond mymaster 5000
      #          ^^^^^^^^^^^^^^^^^^^^^^ Sentinel has no such line: write sentinel down-after-milliseconds
    `,
    good: `
        -- sentinel.conf --
        sentinel monitor mymaster 10.0.0.5 6379 2
        sentinel down-after-milliseconds mymaster 5000
    `,
  },

  explain({ at, detail }, { project }) {
    const { document, line, words } = markedBy(project, at);
    const removal = deletion(document, line);
    const known = sentinelDirectives(project.target);
    const name = words[1]?.value.toLowerCase() ?? '';
    if (known.has(name)) {
      const counts = detail['expected'] ?? [...(known.get(name) ?? [])].join(' or ');
      const given = Math.max(0, words.length - 2);
      return { message: `sentinel ${name} takes ${counts} arguments behind its name, not ${given}`, fixes: [removal] };
    }
    const where = knownIn(targetsWithSentinelDirective(name), project.target);
    if (where !== '') return { message: `sentinel ${name} ${where}: delete the line`, fixes: [removal] };
    const meant = nearest(name, known.keys());
    if (meant === undefined) return { message: 'Sentinel has no such line: delete it', fixes: [removal] };
    const place = { ...at, ...words[1]?.span };
    const fix: Fix = { title: `Change to ${meant}`, safety: 'review', edits: [replacePlace(place, meant)] };
    return { message: `Sentinel has no such line: write sentinel ${meant}`, fixes: [fix, removal] };
  },
});

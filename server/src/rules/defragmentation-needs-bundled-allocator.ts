import { asciiLower } from '../catalog/values/c-string.js';
import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'defragmentation-needs-bundled-allocator',
  kind: 'clarity',
  tags: ['limits'],
  severity: 'info',
  summary: 'Whether the server starts with activedefrag yes depends on how it was built.',
  rationale:
    'Active defragmentation needs the patched jemalloc that comes with the source. Builds that use another allocator, ' +
    'such as those of Debian and Ubuntu, refuse the line and do not start; official images and builds from source take it.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        activedefrag yes
      #              ^^^ only builds with the bundled allocator take this: those of Debian stop here
    `,
    good: `
        -- redis.conf --
        activedefrag no
    `,
  },

  statement(statement, _context, report) {
    const [word, ...more] = statement.args;
    if (statement.directive?.canonical !== 'activedefrag' || word === undefined || more.length > 0) return;
    if (asciiLower(word.value) !== 'yes') return;
    const at = placeOf(statement, word);
    report(at, 'only builds with the bundled allocator take this: those of Debian stop here', {
      fixes: [{ title: 'Change to no', safety: 'review', edits: [replacePlace(at, 'no')] }],
    });
  },
});

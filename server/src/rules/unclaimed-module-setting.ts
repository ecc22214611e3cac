import { defineRule } from './define.js';
import { deletion, insertLine } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'unclaimed-module-setting',
  aliases: ['syn-unknown-directive'],
  kind: 'load',
  tags: ['syntax', 'scripting'],
  explains: ['module-setting-without-module'],
  summary: 'A setting of a module is given, and the module is not loaded.',
  rationale:
    'Names with a dot belong to modules. The server keeps them until all modules are loaded and does not start when ' +
    'none of them has claimed one.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        search.timeout 500
      # ^^^^^^^^^^^^^^ no module claims search.timeout: load it with loadmodule, or delete the line
    `,
    good: `
        -- redis.conf --
        loadmodule /usr/lib/redis/modules/search.so
        search.timeout 500
    `,
  },

  explain({ at }, { project }) {
    const { document, line, words } = markedBy(project, at);
    const name = words[0]?.value ?? '';
    const module = `/usr/lib/redis/modules/${name.slice(0, name.indexOf('.'))}.so`;
    return {
      message: `no module claims ${name}: load it with loadmodule, or delete the line`,
      fixes: [
        {
          title: 'Load the module',
          safety: 'review',
          edits: [insertLine(document, line, `loadmodule ${module}`)],
          placeholder: module,
        },
        deletion(document, line),
      ],
    };
  },
});

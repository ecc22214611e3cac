import { behaviourOf } from '../catalog/behaviour.js';
import { isPattern } from '../model/glob.js';
import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';
import { troubleWithPath } from './unopened-path.js';

export default defineRule({
  id: 'missing-include',
  aliases: ['syn-include'],
  kind: 'load',
  tags: ['files'],
  explains: ['include-missing'],
  summary: 'A file is included that does not exist.',
  rationale:
    'A server that cannot open an included file does not start. A relative path is looked up in the working directory ' +
    'of the process, or in the last `dir`, and not beside the file that includes it. Releases before 7.0 take a ' +
    'pattern for the name of a file.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        include /etc/redis/tls.conf
      #         ^^^^^^^^^^^^^^^^^^^ no such file: create it or delete the line
        appendonly yes
    `,
    good: `
        -- redis.conf --
        appendonly yes
    `,
  },

  explain({ at, detail }, { project }) {
    const { document, line, word } = markedBy(project, at);
    const fixes = [deletion(document, line)];
    const path = word?.value ?? detail['path'] ?? '';
    if (isPattern(path) && behaviourOf(project.target).includePatterns === 'literal') {
      return {
        message: `${project.target.title} takes a pattern for a file name: include each file by its name`,
        fixes,
      };
    }
    const trouble = troubleWithPath(detail['reason']);
    if (trouble !== undefined) return { message: trouble, fixes };
    if (path === '') return { message: 'include needs a path: name a file or delete the line', fixes };
    if (path.startsWith('/')) return { message: 'no such file: create it or delete the line', fixes };
    return { message: "no such file in the server's working directory: write an absolute path", fixes };
  },
});

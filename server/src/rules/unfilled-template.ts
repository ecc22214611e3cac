import { defineRule } from './define.js';

export default defineRule({
  id: 'unfilled-template',
  aliases: ['auth-placeholder-credential'],
  kind: 'load',
  tags: ['syntax'],
  explains: ['unfilled-template'],
  supersedes: ['unexpanded-variable', 'relative-path'],
  summary: 'A template is given to a server as it stands.',
  rationale:
    'Servers know no templates: `{{ port }}` is three arguments, `$PORT` is text, and `{% if %}` is a directive that does ' +
    'not exist. It is said once a file, and where whole lines are for the program that writes the file, nothing is said of ' +
    'what is missing in it: check what the program has written.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 1gb
        port {{ redis_port }}
      #      ^^^^^^^^^^^^^^^^ a program has to fill this in before a server reads the file: check what it has written
        timeout {{ redis_timeout }}
    `,
    good: `
        -- redis.conf --
        maxmemory 1gb
        port 6379
        timeout 0
    `,
  },

  explain() {
    return { message: 'a program has to fill this in before a server reads the file: check what it has written' };
  },
});

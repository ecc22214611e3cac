import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { replaceWord } from './fixing.js';

export default defineRule({
  id: 'sentinel-scripts-changeable',
  aliases: ['sentinel-scripts'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['sentinel', 'scripting'],
  summary: 'Clients of a Sentinel may have it run any program.',
  rationale:
    'Sentinel runs a notification script when something happens. With deny-scripts-reconfig no, SENTINEL SET names another ' +
    'one at run time: whoever may talk to the Sentinel has a shell on its machine.',
  silentWhen:
    'The setting is `yes`, which is the default, and scripts lie where only administrators write. Whether a script ' +
    'exists is not looked up.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/', 'CWE-78'],
  example: {
    bad: `
        -- sentinel.conf --
        sentinel monitor m 127.0.0.1 6379 2
        sentinel deny-scripts-reconfig no
      #                                ^^ whoever may talk to this Sentinel may run programs here: write yes
    `,
    good: `
        -- sentinel.conf --
        sentinel monitor m 127.0.0.1 6379 2
        sentinel deny-scripts-reconfig yes
    `,
  },

  statement(statement, _context, report) {
    const [keyword, answer, path] = statement.args;
    if (statement.directive?.canonical !== 'sentinel' || answer === undefined) return;
    if (isScript(keyword?.value ?? '') && path !== undefined && /^\/(?:tmp|var\/tmp|dev\/shm)\//.test(path.value)) {
      report(placeOf(statement, path), 'every user of the machine may put another program there: keep it elsewhere');
      return;
    }
    if (keyword?.value.toLowerCase() !== 'deny-scripts-reconfig' || answer.value.toLowerCase() !== 'no') return;
    report(placeOf(statement, answer), 'whoever may talk to this Sentinel may run programs here: write yes', {
      fixes: [
        {
          title: 'Keep the scripts that the file names',
          safety: 'review',
          edits: [replaceWord(statement.document, statement.line, answer, 'yes')],
        },
      ],
    });
  },
});

function isScript(keyword: string): boolean {
  return /^(?:notification|client-reconfig)-script$/i.test(keyword);
}

import { behaviourOf } from '../catalog/behaviour.js';
import { placeOf } from '../model/statement.js';
import { winnerOf } from './anchor.js';
import { closingFixes } from './closing-the-default-user.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'protected-mode-ignored',
  aliases: ['net-protected-mode-ignored-by-bind'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['network'],
  summary: 'Protected mode is on and protects nothing, because of the bind line.',
  rationale:
    'Redis 6.0 and 6.2 forget protected mode as soon as a file has a bind line: whoever reaches the address is let in. From ' +
    '7.0 on it holds whatever bind says.',
  silentWhen: 'In 7.0 and later, where protected mode holds beside a bind line; and where the default user is closed.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/#protected-mode', 'CWE-693'],
  example: {
    target: 'redis-6.2',
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        protected-mode yes
      # ^^^^^^^^^^^^^^ no effect in Redis 6.2 beside a bind line: require a password
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        protected-mode yes
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
    `,
  },

  project(context, report) {
    const { project } = context;
    const line = winnerOf(project, 'protected-mode');
    if (line === undefined || !project.settings.isOn('protected-mode') || project.kind !== 'config') return;
    if (behaviourOf(project.target).protectedMode === 'holds' || !project.reach.strangerIsDefaultUser) return;
    if (project.reach.exposure !== 'specific' && project.reach.exposure !== 'all') return;
    if (winnerOf(project, 'bind') === undefined) return;
    report(placeOf(line, line.name), `no effect in ${project.target.title} beside a bind line: require a password`, {
      fixes: closingFixes(context),
    });
  },
});

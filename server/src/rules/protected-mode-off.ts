import type { Project } from '../model/project.js';
import { placeOf } from '../model/statement.js';
import { anchorOf, winnerOf } from './anchor.js';
import { settingTo } from './decided-value.js';
import { defineRule } from './define.js';
import { replaceWord } from './fixing.js';
import { hasOpenDefault } from './principals.js';

export default defineRule({
  id: 'protected-mode-off',
  aliases: ['net-protected-mode-off'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['network'],
  summary: 'Protected mode is switched off.',
  rationale:
    'Protected mode turns clients from other machines away while the default user needs no password. It is the net under ' +
    'every other mistake: one bad ACL reload, one emptied requirepass, and without it strangers are let in.',
  silentWhen:
    'Only this machine is listened to. It is a hint where the default user needs a password, and where an image turns ' +
    'protected mode off by itself.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/#protected-mode', 'CWE-1188'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        protected-mode no
      #                ^^ with this off, clients of other machines need no password: write yes
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        protected-mode yes
    `,
  },

  project({ project, circumstances, profile }, report) {
    const line = winnerOf(project, 'protected-mode');
    const isBuiltOff =
      circumstances.flavour === 'official-image' && project.kind === 'config' && profile === 'production';
    if (line === undefined && isBuiltOff && reachesOthers(project) && !hasOpenDefault(project)) {
      const at = anchorOf(project, 'bind', 'port');
      report(
        at,
        'the image turns protected mode off, so that one mistake in the users lets strangers in: write protected-mode yes',
        {
          severity: 'hint',
          fixes: [settingTo(project, 'protected-mode', 'yes', 'Turn protected mode on')],
        },
      );
    }
    const word = line?.args[0];
    if (line === undefined || word === undefined || project.settings.isOn('protected-mode')) return;
    if (!reachesOthers(project)) return;

    const open = hasOpenDefault(project);
    const message = open
      ? 'with this off, clients of other machines need no password: write yes'
      : 'with this off, one mistake in the users lets strangers in: write yes, which costs nothing while a password is set';
    report(placeOf(line, word), message, {
      ...(open ? {} : { severity: 'hint' }),
      fixes: [
        {
          title: 'Turn protected mode on',
          safety: 'review',
          edits: [replaceWord(line.document, line.line, word, 'yes')],
        },
      ],
    });
  },
});

function reachesOthers({ reach: { exposure } }: Project): boolean {
  return exposure === 'specific' || exposure === 'all';
}

import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'world-writable-socket',
  aliases: ['net-unix-socket-world-writable'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['network', 'files'],
  summary: 'Every user of the machine may connect to the Unix socket.',
  rationale:
    'Whoever may write to the socket may talk to the server, and protected mode does not apply to sockets. Give it to a ' +
    'group, and put the programs that need it there.',
  silentWhen:
    'No mode is set, so that the umask decides, or others may not write. In a container of the official images it is ' +
    'a hint.',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/config/',
    'CWE-732',
    'https://nvd.nist.gov/vuln/detail/CVE-2023-45145',
  ],
  example: {
    bad: `
        -- redis.conf --
        unixsocket /run/redis/redis.sock
        unixsocketperm 777
      #                ^^^ every user of the machine may connect: write 770
        requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    `,
    good: `
        -- redis.conf --
        unixsocket /run/redis/redis.sock
        unixsocketperm 770
        requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    `,
  },

  project({ project, circumstances, profile }, report) {
    const decided = decidedValue(project, 'unixsocketperm');
    const mode = Number.parseInt(project.settings.text('unixsocketperm'), 8);
    if (decided === undefined || !project.reach.unixSocket || Number.isNaN(mode) || (mode & 0o002) === 0) return;
    const open = project.reach.strangerIsDefaultUser && profile === 'production';
    report(decided.at, 'every user of the machine may connect: write 770', {
      ...(circumstances.flavour === 'official-image' ? { severity: 'hint' } : open ? { severity: 'error' } : {}),
      fixes: [settingTo(project, 'unixsocketperm', '770', 'Admit the owner and the group only')],
    });
  },
});

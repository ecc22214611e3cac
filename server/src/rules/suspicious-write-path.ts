import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'suspicious-write-path',
  aliases: ['fs-write-path-suspicious'],
  kind: 'safety',
  severity: 'error',
  tags: ['files'],
  summary: 'The server writes its files where an attacker would have it write.',
  rationale:
    'Attackers have a server write its dump over cron jobs, SSH keys or web pages, and CONFIG REWRITE keeps the path in the ' +
    'file. Such a path is a sign of a break-in: change all passwords and look at the file that was written.',
  silentWhen: 'In any other folder: there is no list of good ones. In the official images `/root` is a warning.',
  references: ['https://antirez.com/news/96', 'CWE-73'],
  example: {
    bad: `
        -- redis.conf --
        dir /var/spool/cron
      #     ^^^^^^^^^^^^^^^ files written here are run or trusted by other programs: write /var/lib/redis, and look for a break-in
        save 900 1
    `,
    good: `
        -- redis.conf --
        dir /var/lib/redis
        save 900 1
    `,
  },

  project({ project, circumstances }, report) {
    const { settings } = project;
    const directory = decidedValue(project, 'dir');
    const path = directory?.statement.args[0]?.value ?? '';
    if (directory !== undefined && FOLDER.test(path)) {
      const home = /^\/root\/?$/.test(path) && circumstances.flavour === 'official-image';
      report(directory.at, `files written here are run or trusted by other programs: write ${DATA}, and ${ADVICE}`, {
        ...(home ? { severity: 'warning' } : {}),
        fixes: [settingTo(project, 'dir', DATA, `Write to ${DATA}`)],
      });
    }
    for (const [directive, usual] of NAMES) {
      const decided = decidedValue(project, directive);
      if (decided === undefined || !NAME.test(settings.text(directive))) continue;
      report(decided.at, `other programs run or trust a file of this name: write ${usual}, and ${ADVICE}`, {
        fixes: [settingTo(project, directive, usual, `Call it ${usual}`)],
      });
    }
  },
});

const DATA = '/var/lib/redis';

const ADVICE = 'look for a break-in';

const FOLDER =
  /\/\.ssh(?:\/|$)|^\/etc\/(?:cron[^/]*|init\.d|systemd|profile\.d|ld\.so[^/]*|sudoers\.d)(?:\/|$)|^\/var\/spool\/cron|^\/root(?:\/|$)|^\/var\/www|\/(?:htdocs|public_html|wwwroot|webroot)(?:\/|$)/;

const NAME =
  /(?:^|\/)(?:authorized_keys2?|root|crontab|passwd|shadow|sudoers)$|\.(?:so|php[0-9]?|jspx?|aspx?|sh|service|py|pl)$/i;

const NAMES = [
  ['dbfilename', 'dump.rdb'],
  ['appendfilename', 'appendonly.aof'],
  ['logfile', '/var/log/redis/redis-server.log'],
] as const;

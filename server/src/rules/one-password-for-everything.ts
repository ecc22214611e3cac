import { placeOf } from '../model/statement.js';
import { anchorOf } from './anchor.js';
import { defineRule } from './define.js';
import { mayDoEverything } from './principals.js';
import { separatingFixes } from './separating-users.js';

export default defineRule({
  id: 'one-password-for-everything',
  aliases: ['acl-single-superuser'],
  kind: 'safety',
  severity: { production: 'info', development: 'off' },
  tags: ['authentication', 'acl'],
  summary: 'One password gives every client every right.',
  rationale:
    'With requirepass alone, each application, exporter and script logs in as the default user and may change settings, wipe ' +
    'the data and make itself other users. The password cannot be taken from one of them without changing it for all.',
  silentWhen:
    'There are other users who are on, the default user has fewer rights, or it needs no password; ' +
    'or dangerous-commands-reachable has named what every client may run.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-269', 'CWE-1220'],
  example: {
    bad: `
        -- redis.conf --
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      # ^^^^^^^^^^^ every client has this password and all rights: keep it for applications, and add an administrator
    `,
    good: `
        -- redis.conf --
        user default on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all -@dangerous -@scripting
        user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
    `,
  },

  project(context, report) {
    const { project } = context;
    const user = project.users.get('default');
    const enabled = [...project.users.values()].filter((other) => other.enabled);
    if (project.kind === 'sentinel' || project.withheld.length > 0) return;
    if (user === undefined || enabled.length > 1 || !user.enabled || user.passwords === 'not-needed') return;
    if (user.passwords === 0 || !mayDoEverything(user, project.catalog)) return;
    const requirepass = project.settings.get('requirepass')?.winner;
    const at = requirepass === undefined ? anchorOf(project) : placeOf(requirepass, requirepass.name);
    report(
      user.definedAt ?? at,
      'every client has this password and all rights: keep it for applications, and add an administrator',
      { fixes: separatingFixes(context) },
    );
  },
});

import { defineRule } from './define.js';
import { grantOf } from './granting.js';
import { isOrdinary, placeOfUser } from './ordinary-users.js';
import { withdrawal } from './rights-fixes.js';
import { reachable } from './sensitive-commands.js';

export default defineRule({
  id: 'config-get-shows-secrets',
  aliases: ['acl-config-get-leaks-secrets'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['acl', 'secrets'],
  summary: 'An ordinary user may read passwords of the configuration with CONFIG GET.',
  rationale:
    'CONFIG GET answers requirepass, masterauth and the passphrases of keys in clear. The credential of an exporter, which ' +
    'stands in many places, is then as good as the one of the default user or of a replica. Exporters ask for it on every ' +
    'scrape and do without: --config-command=- tells redis_exporter so.',
  silentWhen: 'The configuration holds no secret, or the user administers the server.',
  references: ['https://redis.io/docs/latest/commands/config-get/', 'CWE-200'],
  example: {
    bad: `
        -- redis.conf --
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        user default off
        user metrics on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping +info +config|get
      #                                                                                               ^^^^^^^^^^^ metrics may read masterauth in clear with CONFIG GET: deny it, and give exporters --config-command=-
    `,
    good: `
        -- redis.conf --
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        user default off
        user metrics on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping +info
    `,
  },

  user(user, context, report) {
    const { project } = context;
    const secrets = SECRETS.filter((name) => project.settings.text(name) !== '');
    if (secrets.length === 0 || !isOrdinary(user, context)) return;
    if (reachable(user, ['config|get'], project).length === 0) return;
    report(
      grantOf(user, 'config|get')?.at ?? placeOfUser(user, context),
      `${user.name} may read ${secrets.join(', ')} in clear with CONFIG GET: deny it, and give exporters --config-command=-`,
      { fixes: withdrawal(user, ['config|get'], `Take CONFIG GET from ${user.name}`, context) },
    );
  },
});

const SECRETS = ['requirepass', 'masterauth', 'tls-key-file-pass', 'tls-client-key-file-pass'];

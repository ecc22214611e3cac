import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';
import { isPublicAuthority } from './public-authorities.js';

export default defineRule({
  id: 'certificate-users-unprotected',
  aliases: ['auth-cert-mapping-unsafe'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['tls', 'authentication'],
  summary: 'Certificates log users in, and the server does not make sure of the certificates.',
  rationale:
    'With tls-auth-clients-user, the name in a certificate is the user that its owner is logged in as, without a password. ' +
    'That is worth as much as the demand for a certificate, and as who hands them out: with a public certificate authority, ' +
    'whoever gets a certificate for the name of a user is that user.',
  silentWhen: 'Certificates are demanded, and come from an authority of your own.',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
    'CWE-295',
    'CWE-297',
  ],
  supersedes: ['client-certificate-optional', 'public-ca-trusted'],
  example: {
    bad: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-auth-clients optional
      #                  ^^^^^^^^ users are logged in by certificate, and none is demanded: write yes
        tls-auth-clients-user CN
        user default off
        user app on ~app:* +@read
    `,
    good: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-auth-clients yes
        tls-auth-clients-user CN
        user default off
        user app on ~app:* +@read
    `,
  },

  project({ project }, report) {
    const { settings, reach } = project;
    const mapping = settings.text('tls-auth-clients-user').toLowerCase();
    if (mapping === '' || mapping === 'off' || reach.tls === 'none') return;
    const demand = decidedValue(project, 'tls-auth-clients');
    if (demand !== undefined && reach.clientCertificate !== 'required') {
      report(demand.at, 'users are logged in by certificate, and none is demanded: write yes', {
        fixes: [
          settingTo(project, 'tls-auth-clients', 'yes', 'Demand client certificates; clients without one are refused'),
        ],
      });
    }
    for (const directive of ['tls-ca-cert-file', 'tls-ca-cert-dir']) {
      const authority = decidedValue(project, directive);
      if (authority === undefined || !isPublicAuthority(settings.text(directive))) continue;
      const message =
        'whoever gets a certificate for the name of a user is logged in as it: name an authority of your own';
      report(authority.at, message, { severity: 'error' });
    }
  },
});

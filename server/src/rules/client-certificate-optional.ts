import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'client-certificate-optional',
  aliases: ['tls-client-cert-optional'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['tls', 'authentication'],
  summary: 'Clients get in over TLS without a certificate.',
  rationale:
    'With optional, a client that shows no certificate is let in; only a bad one is turned away. That is not checking ' +
    'certificates, though it reads so. With no, the password is all there is, which may be meant. The default is yes.',
  silentWhen:
    'TLS is off or listens on this machine only, or certificates are demanded, which is the default. Without ' +
    'certificates by design, `no`, it is information, and a hint where the default user needs a password.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/', 'CWE-295'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-auth-clients optional
      #                  ^^^^^^^^ a client that shows no certificate is let in: write yes
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-auth-clients yes
    `,
  },

  project({ project, profile }, report) {
    const { tls, clientCertificate, strangerIsDefaultUser } = project.reach;
    const decided = decidedValue(project, 'tls-auth-clients');
    if (decided === undefined || tls === 'none' || tls === 'loopback' || clientCertificate === 'required') return;

    const optional = clientCertificate === 'optional';
    const message = optional
      ? 'a client that shows no certificate is let in: write yes'
      : 'clients need no certificate, so that the password is all there is: write yes where they can have one';
    report(decided.at, message, {
      ...(optional || profile === 'development' ? {} : { severity: strangerIsDefaultUser ? 'info' : 'hint' }),
      fixes: [
        settingTo(project, 'tls-auth-clients', 'yes', 'Demand client certificates; clients without one are refused'),
      ],
    });
  },
});

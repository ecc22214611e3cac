import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'weak-tls-cipher',
  aliases: ['tls-weak-cipher'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['tls'],
  summary: 'Ciphers are allowed that encrypt nothing or hardly anything, or that check nobody.',
  rationale:
    'A server starts with NULL, anonymous, export, RC4 and DES ciphers as gladly as with any other. Whoever sits between ' +
    'client and server picks the weakest one that both allow.',
  silentWhen: 'Weak ciphers are only named to be taken out, as in `DEFAULT:!aNULL`.',
  references: ['https://docs.openssl.org/master/man1/openssl-ciphers/', 'CWE-326'],
  example: {
    bad: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-ciphers DEFAULT:RC4:aNULL
      #             ^^^^^^^^^^^^^^^^^ RC4 and aNULL protect nothing: write DEFAULT:!MEDIUM:!aNULL
    `,
    good: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-ciphers DEFAULT:!MEDIUM:!aNULL
    `,
  },

  project({ project }, report) {
    const decided = decidedValue(project, 'tls-ciphers');
    const weak = weakIn(project.settings.text('tls-ciphers'));
    if (decided === undefined || weak.length === 0) return;
    report(decided.at, `${weak.join(' and ')} ${weak.length > 1 ? 'protect' : 'protects'} nothing: write ${GOOD}`, {
      fixes: [settingTo(project, 'tls-ciphers', GOOD, 'Allow good ciphers only; clients that need others are refused')],
    });
  },
});

const GOOD = 'DEFAULT:!MEDIUM:!aNULL';

/** The entries of an OpenSSL cipher list that let weak ciphers in; `!` and `-` take ciphers out. */
function weakIn(list: string): readonly string[] {
  const entries = list.split(/[:, ]+/);
  const removed = new Set(entries.filter((entry) => /^[!-]/.test(entry)).map((entry) => entry.slice(1).toUpperCase()));
  return entries.filter((entry) => !/^[!-]/.test(entry) && isWeak(entry.replace(/^\+/, ''), removed));
}

function isWeak(entry: string, removed: ReadonlySet<string>): boolean {
  const name = entry.toUpperCase();
  if (name === 'ALL' || name === 'COMPLEMENTOFALL') return !removed.has('ANULL');
  return (
    name === '@SECLEVEL=0' || /(?:^|[-+])(?:[AE]?NULL|EXP(?:ORT)?[0-9]*|RC4|3?DES|MD5|ADH|AECDH)(?:$|[-+])/.test(name)
  );
}

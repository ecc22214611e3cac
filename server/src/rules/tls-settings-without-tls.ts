import type { Settings } from '../model/settings.js';
import { placeOf, type Statement } from '../model/statement.js';
import type { Edit } from '../text/edit.js';
import { defineRule, type Fix } from './define.js';
import { insertLine, replaceLine } from './fixing.js';

export default defineRule({
  id: 'tls-settings-without-tls',
  aliases: ['tls-configured-but-inactive'],
  kind: 'clarity',
  tags: ['tls'],
  severity: { production: 'info', development: 'off' },
  summary: 'TLS is configured and turned on nowhere.',
  rationale:
    'Without tls-port, tls-replication or tls-cluster the server looks at no other TLS setting: a certificate that does ' +
    'not exist goes unnoticed, and all traffic is in clear.',
  silentWhen: 'Where a file was not looked at that may turn TLS on.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  example: {
    bad: `
        -- redis.conf --
        tls-cert-file /etc/redis/tls/redis.crt
      # ^^^^^^^^^^^^^ no effect: TLS is turned on by tls-port, tls-replication or tls-cluster
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
    `,
    good: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
    `,
  },

  project({ project: { settings, statements, withheld } }, report) {
    if (withheld.length > 0 || isOn(settings)) return;
    const [first, ...others] = statements.filter(({ directive }) => MATERIAL.has(directive?.canonical ?? ''));
    if (first === undefined) return;
    const fix: Fix = {
      title: 'Listen with TLS instead; clients then need TLS',
      safety: 'review',
      edits: withTls(first, settings),
    };
    const message = 'no effect: TLS is turned on by tls-port, tls-replication or tls-cluster';
    report(placeOf(first, first.name), message, {
      related: others.map((other) => ({ at: placeOf(other, other.name), message: 'no effect either' })),
      fixes: isComplete(settings) ? [fix] : [],
    });
  },
});

const MATERIAL: ReadonlySet<string> = new Set([
  'tls-ca-cert-dir',
  'tls-ca-cert-file',
  'tls-cert-file',
  'tls-ciphers',
  'tls-ciphersuites',
  'tls-key-file',
  'tls-protocols',
]);

function isOn(settings: Settings): boolean {
  return settings.text('tls-port') !== '0' || settings.isOn('tls-replication') || settings.isOn('tls-cluster');
}

/** TLS takes over the port; where there is none, it has the usual one. */
function withTls(first: Statement, settings: Settings): readonly Edit[] {
  const port = settings.text('port');
  const line = settings.get('port')?.winner;
  const lines = `port 0\ntls-port ${port === '0' ? '6379' : port}`;
  if (line === undefined) return [insertLine(first.document, first.line, lines)];
  return [replaceLine(line.document, line.line, lines)];
}

/** Whether a server with a TLS port would start. */
function isComplete(settings: Settings): boolean {
  const isSet = (name: string): boolean => settings.text(name) !== '';
  const trusts = settings.text('tls-auth-clients') === 'no' || isSet('tls-ca-cert-file') || isSet('tls-ca-cert-dir');
  return isSet('tls-cert-file') && isSet('tls-key-file') && trusts;
}

import { defineRule } from './define.js';
import { insertLine, replaceLine } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'port-used-twice',
  aliases: ['tls-startup-conflict'],
  kind: 'load',
  tags: ['network', 'tls'],
  explains: ['port-used-twice'],
  summary: 'Two listeners of the server have the same port.',
  rationale: 'The plaintext port is bound first; the TLS port then finds it taken, and the server does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  example: {
    bad: `
        -- redis.conf --
        tls-port 6379
      # ^^^^^^^^^^^^^ port has the same number: write port 0 to have TLS only
        tls-cert-file /etc/redis/tls/redis.crt
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

  explain({ at, detail }, { project }) {
    const { document, line } = markedBy(project, at);
    if (project.settings.text('port') !== project.settings.text('tls-port')) {
      return {
        message: `port ${detail['port'] ?? ''} is taken by another listener of this server: write another number`,
      };
    }
    const port = project.settings.get('port')?.winner;
    const edit =
      port === undefined
        ? insertLine(document, line, 'port 0')
        : replaceLine(port.document, port.line, `${port.name.value} 0`);
    return {
      message: 'port has the same number: write port 0 to have TLS only',
      fixes: [{ title: 'Turn the plaintext port off', safety: 'review', edits: [edit] }],
    };
  },
});

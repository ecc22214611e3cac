import { defineRule } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-tls-protocols',
  aliases: ['tls-startup-conflict'],
  kind: 'load',
  tags: ['tls'],
  explains: ['tls-protocols'],
  summary: 'tls-protocols lists something else than versions of TLS.',
  rationale:
    'The list is one argument, so that several versions need quotes, and it knows the names TLSv1, TLSv1.1, TLSv1.2 and ' +
    'TLSv1.3 only. The server looks at it when it sets TLS up, and does not start with another.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  example: {
    bad: `
        -- redis.conf --
        tls-port 6380
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-protocols TLS1.2
      #               ^^^^^^ versions are called TLSv1.2 and TLSv1.3: write "TLSv1.2 TLSv1.3"
    `,
    good: `
        -- redis.conf --
        tls-port 6380
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-protocols "TLSv1.2 TLSv1.3"
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    const safe = '"TLSv1.2 TLSv1.3"';
    return {
      message: `versions are called TLSv1.2 and TLSv1.3: write ${safe}`,
      fixes: [
        { title: `Change to ${safe}`, safety: 'review', edits: [replacePlace(at, safe)] },
        deletion(document, line),
      ],
    };
  },
});

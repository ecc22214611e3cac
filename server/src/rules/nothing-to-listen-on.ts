import { defineRule } from './define.js';
import { insertLine, replaceLine } from './fixing.js';
import { markedBy } from './marked.js';

const SOCKET = '/run/redis/redis.sock';

export default defineRule({
  id: 'nothing-to-listen-on',
  aliases: ['tls-startup-conflict'],
  kind: 'load',
  tags: ['network'],
  explains: ['nothing-to-listen-on'],
  summary: 'The server has no port and no socket to listen on.',
  rationale: 'With port 0 a server needs a TLS port or a Unix socket; with none of the three it does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        port 0
      # ^^^^^^ nothing is left to listen on: set unixsocket, tls-port or port
    `,
    good: `
        -- redis.conf --
        port 0
        unixsocket /run/redis/redis.sock
    `,
  },

  explain({ at, statement }, { project }) {
    const { document, line } = markedBy(project, at);
    if (statement?.directive?.canonical === 'bind') {
      const edits = [replaceLine(document, line, 'bind 127.0.0.1')];
      return {
        message: 'no address is left to listen on: name one, or set unixsocket',
        fixes: [{ title: 'Listen on this machine only', safety: 'review', edits }],
      };
    }
    return {
      message: 'nothing is left to listen on: set unixsocket, tls-port or port',
      fixes: [
        {
          title: 'Listen on a Unix socket',
          safety: 'review',
          edits: [insertLine(document, line + 1, `unixsocket ${SOCKET}`)],
          placeholder: SOCKET,
        },
        { title: 'Listen on port 6379', safety: 'review', edits: [replaceLine(document, line, 'port 6379')] },
      ],
    };
  },
});

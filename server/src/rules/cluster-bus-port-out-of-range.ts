import { defineRule, type Fix } from './define.js';
import { insertLine } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'cluster-bus-port-out-of-range',
  kind: 'load',
  tags: ['replication', 'network'],
  explains: ['cluster-bus-port'],
  summary: 'The port is so high that the port of the cluster bus would lie above 65535.',
  rationale:
    'Nodes of a cluster talk to each other on their port plus 10000 where cluster-port sets no other one; above 55535 ' +
    'there is no such port.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  example: {
    bad: `
        -- redis.conf --
        cluster-enabled yes
        port 62000
      # ^^^^^^^^^^ the cluster bus needs port + 10000, which is above 65535: set cluster-port or a port up to 55535
    `,
    good: `
        -- redis.conf --
        cluster-enabled yes
        port 62000
        cluster-port 16379
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    const hasSetting = project.catalog.directives.has('cluster-port');
    const fix: Fix = {
      title: 'Set cluster-port',
      safety: 'review',
      edits: [insertLine(document, line + 1, 'cluster-port 16379')],
      placeholder: '16379',
    };
    return {
      message: `the cluster bus needs port + 10000, which is above 65535: ${
        hasSetting ? 'set cluster-port or a port up to 55535' : 'set a port up to 55535'
      }`,
      fixes: hasSetting ? [fix] : [],
    };
  },
});

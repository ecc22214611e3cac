import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'cluster-with-replicaof',
  kind: 'load',
  tags: ['replication'],
  explains: ['cluster-with-replicaof'],
  summary: 'replicaof is set for a node of a cluster.',
  rationale:
    'In a cluster CLUSTER REPLICATE decides who replicates whom, and nodes remember it in their own file. A server that ' +
    'is told so by replicaof does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  example: {
    bad: `
        -- redis.conf --
        cluster-enabled yes
        replicaof 10.0.0.5 6379
      # ^^^^^^^^^^^^^^^^^^^^^^^ nodes of a cluster take no replicaof: delete the line and use CLUSTER REPLICATE
    `,
    good: `
        -- redis.conf --
        cluster-enabled yes
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    return {
      message: 'nodes of a cluster take no replicaof: delete the line and use CLUSTER REPLICATE',
      fixes: [deletion(document, line)],
    };
  },
});

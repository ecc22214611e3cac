import { behaviourOf } from '../catalog/behaviour.js';
import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import { placeOf } from '../model/statement.js';
import type { Word } from '../syntax/words.js';
import { anchorOf, winnerOf } from './anchor.js';
import { isIncomplete } from './completeness.js';
import { type Context, defineRule, type Fix, type Severity } from './define.js';
import { insertLine, replaceLine } from './fixing.js';
import { isPublicAddress } from './public-addresses.js';

export default defineRule({
  id: 'listening-on-all-interfaces',
  aliases: ['net-broad-bind'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['network'],
  summary: 'The server listens on every network interface of the machine.',
  rationale:
    'Every network that the machine is ever attached to reaches the port, and one slip of a firewall makes that the ' +
    'internet, where Redis is found and attacked within hours. Without a bind line a server listens everywhere too.',
  silentWhen:
    'The server listens on this machine or on private addresses. It is a hint in a container of the official images, ' +
    'and where clients have to show a certificate.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/', 'CWE-668'],
  example: {
    bad: `
        -- redis.conf --
        bind 0.0.0.0
      #      ^^^^^^^ every network of this machine reaches the server: name the addresses that clients use
        requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1 -::1
        requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    `,
  },

  project(context, report) {
    const { project } = context;
    if (project.kind === 'acl') return;
    const severity = severityIn(context);
    const bind = winnerOf(project, 'bind');
    const open = bind?.args.find(({ value }) => isPublicAddress(value.replace(/^-/, '')));
    if (bind !== undefined && open !== undefined && project.reach.exposure === 'specific') {
      report(placeOf(bind, open), 'all of the internet reaches the server at this address: bind a private one', {
        ...severity,
        fixes: fixesFor(context, bind),
      });
    }
    if (project.reach.exposure !== 'all') return;
    if (bind === undefined) {
      if (isIncomplete(project, 'bind')) return;
      report(
        anchorOf(project, 'port', 'tls-port'),
        `no bind line, so every network of this machine reaches the server: ${ADVICE}`,
        {
          ...severity,
          fixes: fixesFor(context, undefined),
        },
      );
      return;
    }
    const word = bind.args.find(isWildcard) ?? bind.args[0];
    report(placeOf(bind, word ?? bind.name), `every network of this machine reaches the server: ${ADVICE}`, {
      ...severity,
      fixes: fixesFor(context, bind),
    });
  },
});

const ADVICE = 'name the addresses that clients use';

function isWildcard({ value }: Word): boolean {
  return /^-?(?:\*|0\.0\.0\.0|::|::\*)$/.test(value);
}

/** In a container all interfaces are the container's own; behind client certificates a stranger gets no further. */
function severityIn({ project, circumstances, profile }: Context): { severity?: Severity } {
  const certificatesOnly = project.reach.plaintext === 'none' && project.reach.clientCertificate === 'required';
  const mild = circumstances.flavour === 'official-image' || certificatesOnly || profile === 'development';
  return mild ? { severity: 'hint' } : {};
}

function fixesFor({ project }: Context, bind: Statement | undefined): readonly Fix[] {
  const [loopback, both] =
    behaviourOf(project.target).optionalAddresses === 'known'
      ? ['bind 127.0.0.1 -::1', `bind 127.0.0.1 -::1 -${ADDRESS}`]
      : ['bind 127.0.0.1', `bind 127.0.0.1 ${ADDRESS}`];
  const written = (text: string) => {
    if (bind !== undefined) return replaceLine(bind.document, bind.line, text);
    return insertLine(project.root, anchorOf(project).line, text);
  };
  const here: Fix = {
    title: 'Listen on this machine only; clients on other machines are refused',
    safety: 'review',
    edits: [written(loopback)],
  };
  const inside: Fix = {
    title: 'Listen on one private address; clients that use another are refused',
    safety: 'review',
    edits: [written(both)],
    placeholder: ADDRESS,
  };
  return talksToOthers(project) ? [inside, here] : [here, inside];
}

/** Sentinels, replicas and nodes of a cluster are there for other machines. */
function talksToOthers({ kind, settings }: Project): boolean {
  return kind === 'sentinel' || settings.text('replicaof') !== '' || settings.isOn('cluster-enabled');
}

const ADDRESS = '10.0.0.5';

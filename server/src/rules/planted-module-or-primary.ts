import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { replaceLine } from './fixing.js';
import { isPublicAddress } from './public-addresses.js';

export default defineRule({
  id: 'planted-module-or-primary',
  aliases: ['fs-rogue-primary-leftovers'],
  kind: 'safety',
  severity: 'error',
  tags: ['files', 'replication'],
  summary: 'A module or a primary is named as attackers leave them behind.',
  rationale:
    'The usual break-in has the server replicate from the attacker, takes a module for the data it receives, and loads it; ' +
    'CONFIG REWRITE then keeps both lines. A module in a folder that anyone may write to can be replaced by anyone as well.',
  silentWhen:
    'The module lies under `/usr/lib`, `/usr/local/lib` or another folder of the system, or the primary has a name, a ' +
    'private address, a password or TLS.',
  references: ['https://attack.mitre.org/techniques/T1129/', 'CWE-829', 'CWE-923'],
  example: {
    bad: `
        -- redis.conf --
        loadmodule /tmp/exp.so
      #            ^^^^^^^^^^^ anyone may put a file there, and attackers do: look at it and for a break-in
    `,
    good: `
        -- redis.conf --
        # loadmodule /tmp/exp.so
    `,
  },

  statement(statement, { project }, report) {
    const { directive, args, document, line } = statement;
    const [first] = args;
    if (first === undefined) return;
    const fixes = [
      {
        title: 'Comment the line out',
        safety: 'review',
        edits: [replaceLine(document, line, `# ${document.lines[line]?.text.trim() ?? ''}`)],
      },
    ] as const;
    if (directive?.canonical === 'loadmodule' && isPlanted(first.value)) {
      report(
        placeOf(statement, first),
        'anyone may put a file there, and attackers do: look at it and for a break-in',
        { fixes },
      );
    } else if (directive?.canonical === 'loadmodule' && !first.value.startsWith('/')) {
      report(placeOf(statement, first), 'which file this is depends on the working directory: write the whole path', {
        severity: 'warning',
      });
    } else if (directive?.canonical === 'replicaof' && isPublicAddress(first.value)) {
      const { settings } = project;
      if (settings.text('masterauth') !== '' || settings.isOn('tls-replication')) return;
      const message =
        'all data comes from a public address, without a password or TLS: look for a break-in if it is not yours';
      report(placeOf(statement, first), message, { severity: 'warning', fixes });
    }
  },
});

function isPlanted(path: string): boolean {
  return (
    /^(?:\/tmp|\/var\/tmp|\/dev\/shm|\/home|\/root)\//.test(path) ||
    /(?:^|\/)(?:exp|exp_lin|red2|system)\.so$/.test(path)
  );
}

import { decidedValue } from './decided-value.js';
import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { mayRun } from './principals.js';

export default defineRule({
  id: 'unlimited-scripts',
  aliases: ['script-engine-unsafe-settings'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['scripting'],
  summary: 'Scripts may run for ever, or get functions of the interpreter back that were taken from them.',
  rationale:
    'While a script runs, nothing else does. After busy-reply-threshold milliseconds the server at least answers BUSY and ' +
    'takes SCRIPT KILL; with 0 it never does, and only killing the process helps. The other settings give scripts functions ' +
    'back that have led out of the sandbox before.',
  silentWhen: 'No user that is on may run scripts, or the limit is a minute or less.',
  references: ['https://redis.io/docs/latest/develop/programmability/', 'CWE-835'],
  example: {
    bad: `
        -- redis.conf --
        busy-reply-threshold 0
      #                      ^ a script that does not end can never be stopped: delete the line for 5 seconds
        maxmemory 1gb
    `,
    good: `
        -- redis.conf --
        maxmemory 1gb
    `,
  },

  project({ project }, report) {
    const scripting = [...project.users.values()].some(
      (user) => user.enabled && SCRIPTS.some((command) => mayRun(user, command)),
    );
    if (!scripting || project.kind !== 'config') return;

    const threshold = project.settings.number('lua-time-limit');
    const limit = decidedValue(project, 'lua-time-limit');
    if (limit !== undefined && threshold !== undefined && (threshold <= 0n || threshold > LONGEST)) {
      const what =
        threshold <= 0n ? 'that does not end can never be stopped' : 'may freeze the server for over a minute';
      report(limit.at, `a script ${what}: delete the line for 5 seconds`, {
        fixes: [deletion(limit.statement.document, limit.statement.line)],
      });
    }
    for (const directive of ['lua-enable-insecure-api', 'lua-enable-deprecated-api']) {
      const decided = decidedValue(project, directive);
      if (decided === undefined || !project.settings.isOn(directive)) continue;
      report(decided.at, 'scripts get functions back that have led out of the sandbox before: delete the line', {
        fixes: [deletion(decided.statement.document, decided.statement.line)],
      });
      return;
    }
  },
});

const SCRIPTS = ['eval', 'evalsha', 'eval_ro', 'evalsha_ro', 'fcall', 'fcall_ro'];

/** Milliseconds. */
const LONGEST = 60_000n;

import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { denyingInstead } from './denying-instead.js';
import { deletion } from './fixing.js';
import { watchersOf } from './sentinel-links.js';

export default defineRule({
  id: 'rename-breaks-failover',
  aliases: ['cmd-rename-breaks-sentinel'],
  kind: 'safety',
  severity: { production: 'info', development: 'info' },
  tags: ['commands', 'sentinel'],
  summary: 'A command is renamed that Sentinels use.',
  rationale:
    'Sentinels watch and fail over with ordinary commands, under their original names unless sentinel rename-command says ' +
    'otherwise. Without one of CONFIG, SLAVEOF, EXEC or CLIENT no failover comes to its end.',
  silentWhen:
    'The Sentinel beside the file knows the new name, or the server is a node of a cluster, which no Sentinel watches. It is an ' +
    'error where a Sentinel beside the file watches this server and does not know the name, else information, and nothing in development.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/', 'CWE-665'],
  example: {
    bad: `
        -- redis.conf --
        port 6379
        rename-command CONFIG cfg-5b1e0f2a97
      #                ^^^^^^ the Sentinel that watches this server as m runs CONFIG and finds no such command: deny it by ACL rules
        -- sentinel.conf --
        sentinel monitor m 127.0.0.1 6379 2
    `,
    good: `
        -- redis.conf --
        port 6379
        -- sentinel.conf --
        sentinel monitor m 127.0.0.1 6379 2
    `,
  },

  statement(statement, context, report) {
    const [old, name] = statement.args;
    if (statement.directive?.canonical !== 'rename-command' || old === undefined || name === undefined) return;
    const { project, profile } = context;
    const command = old.value.toLowerCase();
    if (!USED.has(command) || project.settings.isOn('cluster-enabled')) return;
    const watchers = watchersOf(context);
    const astray = watchers.find(({ renamed }) => name.value === '' || renamed.get(command) !== name.value);
    if (watchers.length === 0 ? profile === 'development' : astray === undefined) return;

    const denying = denyingInstead(statement, context);
    const shown = command.toUpperCase();
    const message =
      astray === undefined
        ? `a Sentinel that watches this server runs ${shown} and finds no such command: deny it by ACL rules`
        : `the Sentinel that watches this server as ${astray.name} runs ${shown} and finds no such command: deny it by ACL rules`;
    report(placeOf(statement, old), message, {
      ...(astray === undefined ? {} : { severity: 'error' }),
      fixes: denying.length > 0 || astray === undefined ? denying : [deletion(statement.document, statement.line)],
    });
  },
});

/** What Sentinel sends to the servers it watches (`sentinelInstanceMapCommand`, sentinel.c). */
const USED: ReadonlySet<string> = new Set([
  'client',
  'config',
  'exec',
  'info',
  'multi',
  'ping',
  'publish',
  'replicaof',
  'role',
  'script',
  'slaveof',
  'subscribe',
]);

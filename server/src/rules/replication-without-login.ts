import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import { anchorOf, winnerOf } from './anchor.js';
import { type Context, defineRule, type Fix } from './define.js';
import { appendLine, insertLine, quoted } from './fixing.js';
import { digestOf } from './new-secret.js';
import { purposeOf } from './ordinary-users.js';
import { isPlaceholder } from './placeholders.js';
import { hasOpenDefault } from './principals.js';
import { replicates } from './replicating.js';

export default defineRule({
  id: 'replication-without-login',
  aliases: ['repl-auth-incomplete'],
  kind: 'safety',
  severity: 'error',
  tags: ['replication', 'authentication'],
  summary: 'A replica cannot log in to its primary, or will not after the roles change.',
  rationale:
    'A replica logs in with masterauth, as the default user unless masteruser names another. Where the default user is off, ' +
    'or the named user does not exist, the link never comes up, and failing over ends with a replica that is left behind.',
  silentWhen:
    'A file was left out that may define it. Without replicaof and without a Sentinel beside the file it is ' +
    'information.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  example: {
    bad: `
        -- redis.conf --
        replicaof 127.0.0.1 6380
        masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      # ^^^^^^^^^^ this logs in as the default user, which is off: name the user with masteruser
        user default off
        user replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +psync +replconf +ping
    `,
    good: `
        -- redis.conf --
        replicaof 127.0.0.1 6380
        masteruser replica
        masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
        user default off
        user replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +psync +replconf +ping
    `,
  },

  project(context, report) {
    const { project } = context;
    const { settings, users, userSource } = project;
    if (project.kind !== 'config' || project.withheld.length > 0) return;
    const takesTurns = replicates(project);
    const severity = takesTurns ? {} : ({ severity: 'info' } as const);
    const password = settings.text('masterauth');
    const user = settings.text('masteruser');
    const line = winnerOf(project, 'masterauth');

    if (password === '') {
      if (!takesTurns || settings.text('requirepass') === '' || hasOpenDefault(project)) return;
      report(
        anchorOf(project, 'replicaof'),
        'this server wants a password and will send none to its primary: set masterauth',
        { ...severity, fixes: samePassword(project) },
      );
    } else if (user === '' && users.get('default')?.enabled === false && line !== undefined) {
      report(
        placeOf(line, line.name),
        'this logs in as the default user, which is off: name the user with masteruser',
        { ...severity, fixes: naming(line, context) },
      );
    } else if (user !== '' && userSource.kind !== 'none' && !users.has(user)) {
      const named = winnerOf(project, 'masteruser');
      if (named === undefined || (userSource.kind === 'file' && userSource.document === undefined)) return;
      report(
        placeOf(named, named.name),
        `no user ${user} is defined here, so that after a failover no replica can log in: define it`,
        { ...severity, fixes: defining(user, named, project) },
      );
    }
  },
});

/** The password of this server, since replicas that take turns as the primary share one. */
function samePassword({ settings }: Project): readonly Fix[] {
  const line = settings.get('requirepass')?.winner;
  if (line === undefined) return [];
  const edit = insertLine(line.document, line.line + 1, `masterauth ${quoted(settings.text('requirepass'))}`);
  const title = "Log in to the primary with this server's password; the primary needs the same";
  return [{ title, safety: 'review', edits: [edit] }];
}

/** The user that is there for replicas, where one is. */
function naming({ document, line }: Statement, context: Context): readonly Fix[] {
  const user = [...context.project.users.values()].find(
    (user) => user.enabled && purposeOf(user, context) === 'replication',
  );
  const name = quoted(user?.name ?? 'replica');
  return [
    {
      title: `Log in to the primary as ${name}`,
      safety: 'review',
      edits: [insertLine(document, line, `masteruser ${name}`)],
      ...(user === undefined ? { placeholder: name } : {}),
    },
  ];
}

/** With the password that is sent, and with what replicas do. */
function defining(name: string, { document, line }: Statement, { settings, userSource }: Project): readonly Fix[] {
  const password = settings.text('masterauth');
  if (isPlaceholder(password) || quoted(name) !== name) return [];
  const user = `user ${name} on ${digestOf(password)} +psync +replconf +ping`;
  const inAclFile = userSource.kind === 'file' && userSource.document !== undefined;
  return [
    {
      title: `Add ${name} with this password, and with what replicas do`,
      safety: 'review',
      edits: [inAclFile ? appendLine(userSource.document, user) : insertLine(document, line + 1, user)],
    },
  ];
}

import type { User } from '../model/user.js';
import type { Document } from '../syntax/document.js';
import type { Edit } from '../text/edit.js';
import { everything, isAdministeredWithout, newAdministrator } from './administering.js';
import type { Context, Fix } from './define.js';
import { appendLine, deleteLine, insertLine, replacePlace } from './fixing.js';
import { newSecret } from './new-secret.js';
import { replicates } from './replicating.js';

/**
 * The line that turns the default user off. With an append-only file it keeps its rights, though nobody can log in as
 * it: replaying the file runs transactions and scripts as `default`, and drops what it may not do (Redis 7.0 to 8.6,
 * Valkey 7.2 and later).
 */
export function defaultUserOff({ project }: Context): string {
  if (project.kind !== 'acl' && !project.settings.isOn('appendonly')) return 'user default off';
  return `user default off resetpass ${everything(project.target)} +@all`;
}

/** Ways to demand a password from everyone, the one that fits the file's users first. */
export function closingFixes(context: Context): readonly Fix[] {
  const { userSource, users } = context.project;
  const definition = users.get('default')?.definedAt;
  if (definition !== undefined) return fixesOfDefinition(context);
  if (userSource.kind === 'file') return userSource.document === undefined ? [] : [offInAclFile(context)];
  if (userSource.kind === 'lines') return [offInConfiguration(context)];
  // Sentinels log in to each other with their one password.
  return context.project.kind === 'sentinel'
    ? [requirePassword(context)]
    : [requirePassword(context), administrator(context)];
}

/** `nopass` of the line that defines the default user becomes a password. */
function fixesOfDefinition(context: Context): readonly Fix[] {
  const user = context.project.users.get('default');
  const nopass = user?.trace.findLast(
    ({ rule, serverSays }) => serverSays === undefined && rule.word.value.toLowerCase() === 'nopass',
  );
  if (user === undefined || nopass === undefined) return [];
  const { clear, digest } = newSecret(context);
  return [
    {
      title: 'Give the default user a generated password; clients need it too',
      safety: 'review',
      edits: [replacePlace(nopass.rule.at, insteadOfNopass(user, digest))],
      secret: clear,
    },
  ];
}

/** What is written in place of `nopass`: passwords before it, which it had taken away, are not to come back. */
export function insteadOfNopass({ trace }: User, digest: string): string {
  return trace.some(({ rule }) => /^[>#]/.test(rule.word.value)) ? `resetpass ${digest}` : digest;
}

function offInAclFile(context: Context): Fix {
  const { project } = context;
  const document = project.userSource.kind === 'file' ? project.userSource.document : undefined;
  const ignored = project.settings.get('requirepass')?.winner;
  const others = ignored === undefined ? [] : [deleteLine(ignored.document, ignored.line)];
  return turningOff(document ?? project.root, 0, others, context);
}

function offInConfiguration(context: Context): Fix {
  const { project } = context;
  const [first] = project.userSource.kind === 'lines' ? project.userSource.statements : [];
  return turningOff(first?.document ?? project.root, first?.line ?? 0, [], context);
}

/** Nobody is locked out: where no other user may change users, an administrator is made. */
function turningOff(document: Document, line: number, others: readonly Edit[], context: Context): Fix {
  const user = context.project.users.get('default');
  const off = defaultUserOff(context);
  if (user === undefined || isAdministeredWithout([user], context)) {
    return {
      title: 'Turn the default user off; clients log in as one of the other users',
      safety: 'review',
      edits: [insertLine(document, line, off), ...others],
    };
  }
  const administrator = newAdministrator(context);
  return {
    title: 'Turn the default user off, and add an administrator; clients log in as one of the other users',
    safety: 'review',
    edits: [insertLine(document, line, `${off}\n${administrator.line}`), ...others],
    secret: administrator.secret,
  };
}

function requirePassword(context: Context): Fix {
  const { project } = context;
  const { clear } = newSecret(context);
  // A server that wants a password and sends none cannot follow its primary once the roles have changed.
  const isReplica = replicates(project) && project.settings.text('masterauth') === '';
  const others =
    project.kind === 'sentinel' ? 'clients and all other Sentinels' : isReplica ? 'clients and the primary' : 'clients';
  return {
    title: `Require a generated password; ${others} need it too`,
    safety: 'review',
    edits: [passwordLine(context, `requirepass ${clear}${isReplica ? `\nmasterauth ${clear}` : ''}`)],
    secret: clear,
  };
}

/** In place of an emptied `requirepass`, since a later one would win. */
function passwordLine({ project }: Context, text: string) {
  const line = project.settings.get('requirepass')?.winner;
  return line === undefined ? appendLine(project.root, text) : insertLine(line.document, line.line + 1, text);
}

function administrator(context: Context): Fix {
  const { line, secret } = newAdministrator(context);
  return {
    title: 'Turn the default user off, and add an administrator; clients then log in by name',
    safety: 'review',
    edits: [appendLine(context.project.root, `${defaultUserOff(context)}\n${line}`)],
    secret,
  };
}

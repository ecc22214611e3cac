import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Target } from '../catalog/target.js';
import type { Context, Fix } from './define.js';
import { appendLine, deleteLine, insertLine, replacePlace } from './fixing.js';
import { newSecret } from './new-secret.js';

/**
 * The line that turns the default user off. With an append-only file it keeps its rights, though nobody can log in as
 * it: replaying the file runs transactions and scripts as `default`, and drops what it may not do (Redis 7.0 to 8.6,
 * Valkey 7.2 and later).
 */
export function defaultUserOff({ project }: Context): string {
  if (project.kind !== 'acl' && !project.settings.isOn('appendonly')) return 'user default off';
  return `user default off resetpass ~*${allChannels(project.target)} +@all`;
}

/** Ways to demand a password from everyone, the one that fits the file's users first. */
export function closingFixes(context: Context): readonly Fix[] {
  const { userSource, users } = context.project;
  const definition = users.get('default')?.definedAt;
  if (definition !== undefined) return fixesOfDefinition(context);
  if (userSource.kind === 'file') return userSource.document === undefined ? [] : [offInAclFile(context)];
  return userSource.kind === 'lines'
    ? [offInConfiguration(context)]
    : [requirePassword(context), administrator(context)];
}

/** `nopass` of the line that defines the default user becomes a password. */
function fixesOfDefinition(context: Context): readonly Fix[] {
  const nopass = context.project.users
    .get('default')
    ?.trace.findLast(({ rule, outcome }) => outcome !== 'refused' && rule.word.value.toLowerCase() === 'nopass');
  if (nopass === undefined) return [];
  const { clear, digest } = newSecret(context);
  return [
    {
      title: 'Give the default user a generated password; clients need it too',
      safety: 'review',
      edits: [replacePlace(nopass.rule.at, digest)],
      secret: clear,
    },
  ];
}

function offInAclFile(context: Context): Fix {
  const { project } = context;
  const document = project.userSource.kind === 'file' ? project.userSource.document : undefined;
  const ignored = project.settings.get('requirepass')?.winner;
  return {
    title: 'Turn the default user off; clients log in as one of the other users',
    safety: 'review',
    edits: [
      ...(document === undefined ? [] : [insertLine(document, 0, defaultUserOff(context))]),
      ...(ignored === undefined ? [] : [deleteLine(ignored.document, ignored.line)]),
    ],
  };
}

function offInConfiguration(context: Context): Fix {
  const { project } = context;
  const [first] = project.userSource.kind === 'lines' ? project.userSource.statements : [];
  return {
    title: 'Turn the default user off; clients log in as one of the other users',
    safety: 'review',
    edits: [insertLine(first?.document ?? project.root, first?.line ?? 0, defaultUserOff(context))],
  };
}

function requirePassword(context: Context): Fix {
  const { clear } = newSecret(context);
  return {
    title: 'Require a generated password; clients need it too',
    safety: 'review',
    edits: [passwordLine(context, `requirepass ${clear}`)],
    secret: clear,
  };
}

/** In place of an emptied `requirepass`, since a later one would win. */
function passwordLine({ project }: Context, text: string) {
  const line = project.settings.get('requirepass')?.winner;
  return line === undefined ? appendLine(project.root, text) : insertLine(line.document, line.line + 1, text);
}

function administrator(context: Context): Fix {
  const { clear, digest } = newSecret(context);
  const rights = `~*${allChannels(context.project.target)} +@all`;
  return {
    title: 'Turn the default user off and add an administrator; clients then log in by name',
    safety: 'review',
    edits: [appendLine(context.project.root, `${defaultUserOff(context)}\nuser admin on ${digest} ${rights}`)],
    secret: clear,
  };
}

/** Releases without channel rules refuse one. */
function allChannels(target: Target): string {
  return aclBehaviourOf(target).channels ? ' &*' : '';
}

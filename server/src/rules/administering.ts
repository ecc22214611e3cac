import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Target } from '../catalog/target.js';
import type { User } from '../model/user.js';
import type { Context, Fix } from './define.js';
import { insertLine } from './fixing.js';
import { newSecret } from './new-secret.js';
import { isAllowed } from './sensitive-commands.js';

/** A line for a user who may do everything, with a password made for it. */
export interface NewAdministrator {
  readonly line: string;
  readonly secret: string;
}

/** Makes an administrator, called `admin` where nobody else is. */
export function newAdministrator(context: Context): NewAdministrator {
  const { clear, digest } = newSecret(context);
  const line = `user ${freeName('admin', context)} on ${digest} ${everything(context.project.target)} +@all`;
  return { line, secret: clear };
}

/** Whether somebody may still change users when these ones have lost their rights, or are turned off. */
export function isAdministeredWithout(lost: readonly User[], { project }: Context): boolean {
  return [...project.users.values()].some(
    (user) => !lost.includes(user) && user.enabled && user.passwords !== 0 && mayChangeUsers(user, project.catalog),
  );
}

/**
 * The same fix with an administrator made on a line of its own, where it takes its rights from the last user who could
 * change them: nobody could give them back, or stop a script, without a new file and a restart.
 */
export function keepingAnAdministrator(fix: Fix, user: User, context: Context): Fix {
  const { project } = context;
  const document = user.definedAt && project.documents.get(user.definedAt.uri);
  if (document === undefined || !mayChangeUsers(user, project.catalog) || isAdministeredWithout([user], context)) {
    return fix;
  }
  const { line, secret } = newAdministrator(context);
  const [what = '', ...consequences] = fix.title.split('; ');
  return {
    ...fix,
    title: [`${what}, and add an administrator`, ...consequences].join('; '),
    edits: [...fix.edits, insertLine(document, (user.definedAt?.line ?? 0) + 1, line)],
    secret,
  };
}

/** All keys and channels; releases without channel rules refuse one. */
export function everything(target: Target): string {
  return `~*${aclBehaviourOf(target).channels ? ' &*' : ''}`;
}

/** A name that no user of the project has yet. */
export function freeName(wanted: string, { project }: Context): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!project.users.has(name)) return name;
  }
}

function mayChangeUsers(user: User, catalog: Context['project']['catalog']): boolean {
  return isAllowed(user, 'acl|setuser', catalog);
}

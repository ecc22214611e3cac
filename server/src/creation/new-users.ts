import type { NewRole } from './choices.js';

/** What an application does with the server, and the snippet with the rights for it. */
export const USER_KINDS = {
  app: 'Application user: cache',
  cache: 'Application user: cache',
  session: 'Application user: session store',
  producer: 'Application user: queue producer',
  consumer: 'Application user: queue consumer',
  'rate-limiter': 'Application user: rate limiter with Lua',
  analytics: 'Read-only user: analytics',
} as const;

export type UserKind = keyof typeof USER_KINDS;

/** An application that logs in by its own name. */
export interface NewUser {
  readonly name: string;
  readonly kind: UserKind;
  /** Its keys are called this, a colon and something. */
  readonly prefix: string;
}

/** A user as `NAME[:KIND[:PREFIX]]` says; without more than a name, it is what suits the role, with keys of its name. */
export function newUser(word: string, role: NewRole): NewUser | { readonly problem: string } {
  const [name = '', kindText = KIND_FOR[role], ...rest] = word.split(':');
  const kind = KINDS.find((known) => known === kindText);
  if (!NAME.test(name)) {
    return { problem: `user ${word}: write a name of letters, digits, dots, dashes and underscores first` };
  }
  if (kind === undefined) return { problem: `user ${word}: write one of ${KINDS.join(', ')} behind the colon` };
  const prefix = rest.join(':') || (kind === 'producer' || kind === 'consumer' ? 'queue' : name);
  if (!PREFIX.test(prefix)) {
    return { problem: `user ${word}: write a key prefix of letters, digits, dots, dashes, underscores and colons` };
  }
  return { name, kind, prefix };
}

/** The users of a server of that role where nobody names any. */
export function usualUsers(role: NewRole): readonly NewUser[] {
  switch (role) {
    case 'cache':
      return [{ name: 'cache-app', kind: 'cache', prefix: 'cache' }];
    case 'session':
      return [{ name: 'session-app', kind: 'session', prefix: 'session' }];
    case 'queue':
      return [
        { name: 'queue-producer', kind: 'producer', prefix: 'queue' },
        { name: 'queue-consumer', kind: 'consumer', prefix: 'queue' },
      ];
    case 'primary':
    case 'cluster':
      return [{ name: 'app', kind: 'app', prefix: 'app' }];
  }
}

/** How users may be called. */
export const NAME = /^[A-Za-z0-9_][\w.-]*$/;

const PREFIX = /^[\w.-]+(?::[\w.-]+)*$/;

const KINDS = Object.keys(USER_KINDS).filter((kind): kind is UserKind => kind in USER_KINDS);

const KIND_FOR: Readonly<Record<NewRole, UserKind>> = {
  cache: 'cache',
  session: 'session',
  queue: 'consumer',
  primary: 'app',
  cluster: 'app',
};

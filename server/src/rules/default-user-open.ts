import type { Project } from '../model/project.js';
import type { Reach } from '../model/reach.js';
import { placeOf } from '../model/statement.js';
import type { User } from '../model/user.js';
import type { Place } from '../text/place.js';
import { anchorOf } from './anchor.js';
import { closingFixes } from './closing-the-default-user.js';
import { isIncomplete } from './completeness.js';
import { type Context, defineRule, type Related, type Severity } from './define.js';
import { isLocal } from './loopback.js';
import { areUsersUnknown, isOpenDefault, mayRun } from './principals.js';

export default defineRule({
  id: 'default-user-open',
  aliases: [
    'net-open-unauthenticated',
    'auth-default-user-open',
    'auth-default-user-implicit',
    'sentinel-unauthenticated',
  ],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['authentication'],
  summary: 'Whoever can connect is logged in as the default user, without a password.',
  rationale:
    'The default user is on, needs no password and may run every command, until requirepass or a line `user default` ' +
    'says otherwise. Defining other users does not change that, and an ACL file even cancels requirepass. It is how ' +
    'every Redis worm gets in: read all data, replicate from a rogue server, run Lua.',
  silentWhen:
    'The default user may run no more than a health check does; nothing listens but a socket that others may not use; ' +
    'or only this machine is listened to, in a folder of tests or workplaces (`test`, `fixtures`, `.devcontainer`). ' +
    'On this machine only, and behind protected mode, it is a warning, unless the image turns that off.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-306', 'CWE-862'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        protected-mode no
        aclfile users.acl
      # ^^^^^^^ users.acl has no line for the default user, so whoever connects may run every command without a password
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        protected-mode no
        aclfile users.acl
        -- users.acl --
        user default off
        user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  project(context, report) {
    const user = context.project.users.get('default');
    if (user === undefined || !isOpenDefault(user) || isHarmless(user, context) || areUsersUnknown(context.project))
      return;
    if (user.definedAt === undefined && isIncomplete(context.project, 'requirepass', 'aclfile')) return;
    if (isOutOfTheWay(context.project)) return;
    const { at, message } = causeOf(context, user);
    report(at, message, { ...severityIn(context), related: relatedIn(context, at), fixes: closingFixes(context) });
  },
});

/** What is left to a default user that is there for health checks only. */
const HARMLESS: ReadonlySet<string> = new Set([
  'ping',
  'hello',
  'auth',
  'quit',
  'reset',
  'echo',
  'command',
  'client|setname',
  'client|setinfo',
]);

function isHarmless(user: User, { project }: Context): boolean {
  return [...project.catalog.commands.keys()].every((command) => HARMLESS.has(command) || !mayRun(user, command));
}

/** Reached by a socket that only its owner and group may use; or on this machine alone, as tests and workplaces are. */
function isOutOfTheWay(project: Project): boolean {
  const { reach, settings, root } = project;
  if (!isLocal(project)) return false;
  const mode = Number.parseInt(settings.text('unixsocketperm'), 8);
  const isKept = reach.exposure === 'none' && reach.unixSocket && mode > 0 && (mode & 0o002) === 0;
  return isKept || /\/(?:tests?|fixtures|\.devcontainer)\//.test(root.path);
}

/** Whether other machines are turned away; the official images are built with protected mode off. */
function isProtected({ project, circumstances }: Context): boolean {
  const isBuiltIn = project.settings.get('protected-mode')?.winner === undefined;
  if (circumstances.flavour === 'official-image' && isBuiltIn) return false;
  return project.reach.protectedMode === 'refuses-remote-clients';
}

function causeOf(context: Context, user: User): { readonly at: Place; readonly message: string } {
  const { project } = context;
  const consequence = consequenceIn(context);
  if (user.definedAt !== undefined) {
    const nopass = user.trace.findLast(({ rule }) => rule.word.value.toLowerCase() === 'nopass');
    return { at: nopass?.rule.at ?? user.definedAt, message: `the default user needs no password: ${consequence}` };
  }
  const requirepass = project.settings.get('requirepass')?.winner;
  if (project.userSource.kind === 'file') {
    const { document, statement } = project.userSource;
    const name = document?.path.slice(document.path.lastIndexOf('/') + 1) ?? '';
    const reason = `${name} has no line for the default user, so ${consequence}`;
    if (requirepass !== undefined && project.settings.text('requirepass') !== '') {
      return { at: placeOf(requirepass, requirepass.name), message: `this password has no effect: ${reason}` };
    }
    return { at: statement === undefined ? anchorOf(project) : placeOf(statement, statement.name), message: reason };
  }
  if (requirepass !== undefined) {
    return { at: placeOf(requirepass, requirepass.name), message: `an empty password is none: ${consequence}` };
  }
  if (project.userSource.kind === 'lines') {
    const [first] = project.userSource.statements;
    const at = first === undefined ? anchorOf(project) : placeOf(first, first.name);
    return { at, message: `there are users, but no line for the default one, so ${consequence}` };
  }
  return {
    at: anchorOf(project, 'bind', 'port'),
    message: `no requirepass and no line for the default user, so ${consequence}`,
  };
}

function consequenceIn(context: Context): string {
  const { project } = context;
  if (isLocal(project)) return 'every program of this machine may run every command without a password';
  const whoever = 'whoever connects may run every command without a password';
  return project.kind !== 'acl' && isProtected(context)
    ? `${whoever}, and only protected mode keeps other machines out`
    : whoever;
}

/** Worst where other machines get through; protected mode and loopback leave the programs of this machine. */
function severityIn(context: Context): { severity?: Severity } {
  const { project, profile } = context;
  if (project.kind === 'acl') return {};
  if (!isLocal(project) && !isProtected(context)) return {};
  return { severity: profile === 'production' ? 'warning' : 'hint' };
}

/** The other lines by which strangers get through, or do not. */
function relatedIn({ project }: Context, at: Place): readonly Related[] {
  if (isLocal(project)) return [];
  const { protectedMode, because } = project.reach;
  const says: Readonly<Record<string, string>> = {
    bind: 'other machines reach the server by this line',
    'protected-mode': PROTECTED_MODE[protectedMode],
  };
  return because.flatMap((statement) => {
    const place = placeOf(statement, statement.name);
    const message = says[statement.directive?.canonical ?? ''];
    return message === undefined || (place.uri === at.uri && place.line === at.line) ? [] : [{ at: place, message }];
  });
}

const PROTECTED_MODE: Readonly<Record<Reach['protectedMode'], string>> = {
  'refuses-remote-clients': 'only this turns clients of other machines away',
  off: 'and this lets them in',
  'without-effect': 'this turns nobody away once there is a bind line',
};

import { placeOf } from '../model/statement.js';
import type { User } from '../model/user.js';
import type { Place } from '../text/place.js';
import { anchorOf } from './anchor.js';
import { closingFixes } from './closing-the-default-user.js';
import { type Context, defineRule, type Related, type Severity } from './define.js';
import { isOpenDefault, mayRun } from './principals.js';

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
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  project(context, report) {
    const user = context.project.users.get('default');
    if (user === undefined || !isOpenDefault(user) || isHarmless(user, context) || isUnknown(context)) return;
    const { at, message } = causeOf(context, user);
    report(at, message, { ...severityIn(context), related: relatedIn(context), fixes: closingFixes(context) });
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

/** An ACL file that was not looked at may close it. */
function isUnknown({ project }: Context): boolean {
  return project.userSource.kind === 'file' && project.userSource.document === undefined;
}

function causeOf({ project }: Context, user: User): { readonly at: Place; readonly message: string } {
  if (user.definedAt !== undefined) {
    const nopass = user.trace.findLast(({ rule }) => rule.word.value.toLowerCase() === 'nopass');
    return { at: nopass?.rule.at ?? user.definedAt, message: `the default user needs no password: ${CONSEQUENCE}` };
  }
  const requirepass = project.settings.get('requirepass')?.winner;
  if (project.userSource.kind === 'file') {
    const { document, statement } = project.userSource;
    const name = document?.path.slice(document.path.lastIndexOf('/') + 1) ?? '';
    const reason = `${name} has no line for the default user, so ${CONSEQUENCE}`;
    if (requirepass !== undefined && project.settings.text('requirepass') !== '') {
      return { at: placeOf(requirepass, requirepass.name), message: `this password has no effect: ${reason}` };
    }
    return { at: statement === undefined ? anchorOf(project) : placeOf(statement, statement.name), message: reason };
  }
  if (requirepass !== undefined) {
    return { at: placeOf(requirepass, requirepass.name), message: `an empty password is none: ${CONSEQUENCE}` };
  }
  if (project.userSource.kind === 'lines') {
    const [first] = project.userSource.statements;
    const at = first === undefined ? anchorOf(project) : placeOf(first, first.name);
    return { at, message: `there are users, but no line for the default one, so ${CONSEQUENCE}` };
  }
  return {
    at: anchorOf(project, 'bind', 'port'),
    message: `no requirepass and no line for the default user, so ${CONSEQUENCE}`,
  };
}

const CONSEQUENCE = 'whoever connects may run every command without a password';

/** Worst where other machines get through; protected mode and loopback leave the programs of this machine. */
function severityIn({ project, profile }: Context): { severity?: Severity } {
  const { exposure, protectedMode } = project.reach;
  const local = exposure === 'none' || exposure === 'loopback' || protectedMode === 'refuses-remote-clients';
  if (project.kind === 'acl' || !local) return {};
  return { severity: profile === 'production' ? 'warning' : 'hint' };
}

function relatedIn({ project }: Context): readonly Related[] {
  return project.reach.because.map((statement) => ({
    at: placeOf(statement, statement.name),
    message: 'this decides who can connect',
  }));
}

import { bindingsOf } from '../catalog/bindings.js';
import type { Project } from '../model/project.js';
import { type Statement, wholePlace } from '../model/statement.js';
import { defineRule, type Severity } from './define.js';
import { deleteLine, rewriteMarkerIn } from './fixing.js';
import { isWeaker } from './strictness.js';

export default defineRule({
  id: 'overridden-line',
  aliases: ['syn-duplicate-directive'],
  kind: 'clarity',
  tags: ['syntax'],
  severity: { production: 'info', development: 'off' },
  summary: 'A directive is set again further on, so that this line does nothing.',
  rationale:
    'Of several lines for one directive the last one counts, under whichever of its names and in whichever file. Reviewers ' +
    'read the first one. It is a warning where the line without effect is the one that protects more.',
  silentWhen:
    'For directives that add up: save, client-output-buffer-limit, include, loadmodule, user, rename-command. ' +
    'An include that is overridden on purpose is a hint.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        protected-mode yes
      # ^^^^^^^^^^^^^^^^^^ no effect: protected-mode is set again on line 3, to a weaker value
        port 6379
        protected-mode no
    `,
    good: `
        -- redis.conf --
        port 6379
        protected-mode no
    `,
  },

  statement(statement, { project }, report) {
    const winner = winnerOver(statement, project);
    if (winner === undefined) return;
    const weaker = isWeakerThan(winner, statement, project);
    // Of what CONFIG REWRITE has written below, rewrite-weakens-setting speaks.
    if (weaker && winner.line > (rewriteMarkerIn(winner.document) ?? Number.POSITIVE_INFINITY)) return;
    const isElsewhere = winner.document !== statement.document;
    const where = isElsewhere ? `in ${fileName(winner)}` : `on line ${winner.line + 1}`;
    const value = weaker ? ', to a weaker value' : '';
    report(wholePlace(statement), `no effect: ${statement.directive?.canonical} is set again ${where}${value}`, {
      severity: severityOf(weaker, isElsewhere),
      related: [{ at: wholePlace(winner), message: 'this line counts' }],
      fixes: [{ title: 'Delete the line', safety: 'safe', edits: [deleteLine(statement.document, statement.line)] }],
    });
  },
});

/** To override what an included file sets is what including is for. */
function severityOf(weaker: boolean, isElsewhere: boolean): Severity {
  if (weaker) return 'warning';
  return isElsewhere ? 'hint' : 'info';
}

/** Each of these lines is carried out. */
const CARRIED_OUT: ReadonlySet<string> = new Set(['include', 'loadmodule', 'rename-command', 'sentinel', 'user']);

/** The later line that counts instead; undefined for a line that counts itself or adds to others. */
function winnerOver(statement: Statement, { target, settings }: Project): Statement | undefined {
  const { directive } = statement;
  if (directive === undefined || CARRIED_OUT.has(directive.canonical)) return undefined;
  if (directive.canonical === 'dir' && settings.statements('include').length > 0) return undefined;
  if (bindingsOf(target).get(directive.name)?.merge !== undefined) return undefined;
  const setting = settings.get(directive.name);
  return setting?.overridden.includes(statement) === true ? setting.winner : undefined;
}

function isWeakerThan(winner: Statement, statement: Statement, { target, settings }: Project): boolean {
  const name = statement.directive?.canonical ?? '';
  const outcome = bindingsOf(target)
    .get(name)
    ?.read(statement.args.map(({ value }) => value));
  return outcome?.kind === 'accepted' && isWeaker(name, settings.text(winner.name.value), outcome.value);
}

function fileName({ document }: Statement): string {
  return document.path.slice(document.path.lastIndexOf('/') + 1);
}

import { bindingsOf } from '../catalog/bindings.js';
import { asciiLower, cString } from '../catalog/values/c-string.js';
import { BAD_DIRECTIVE } from '../catalog/values/outcome.js';
import type { Execution } from './execution.js';
import { asLogged } from './log.js';
import { namesModule } from './modules.js';
import type { Refusal } from './refusal.js';
import { lineRefusal, trailingComment } from './refusing.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';

/**
 * What becomes of a name that the server does not know, or of a count of arguments that none of its branches takes:
 * refused at once, or put by for a module to claim.
 */
export function unknownName(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const { unknownNames, dottedNames } = execution.behaviour;
  const dotted = cString(statement.name.value).includes('.');
  const queues = unknownNames === 'queued' || (dotted && dottedNames === 'queued');
  if (queues && statement.args.length > 0) {
    execution.queued.push(statement);
    return undefined;
  }
  const says = queues && unknownNames === 'refused' ? 'Module config specified without value' : BAD_DIRECTIVE;
  return lineRefusal(statement, codeOf(statement, execution), says, number, { at: placeOf(statement, statement.name) });
}

/** After modules were loaded: names that none of them has claimed stop the start. */
export function unclaimedNames(execution: Execution): readonly Refusal[] {
  if (execution.snapshot.root.kind === 'sentinel' || execution.modules.some(namesModule)) return [];
  return execution.queued.map((statement) => {
    const comment = commentOf(statement, execution);
    return lineRefusal(
      statement,
      comment === undefined ? codeOf(statement, execution) : 'trailing-comment',
      complaint(statement, execution),
      undefined,
      {
        step: 'starting',
        at:
          comment === undefined ? placeOf(statement, statement.name) : { ...argumentsPlace(statement), start: comment },
      },
    );
  });
}

/** The column of a comment without which the directive would have taken the line. */
function commentOf(statement: Statement, { target }: Execution): number | undefined {
  const binding = statement.directive && bindingsOf(target).get(asciiLower(statement.name.value));
  return binding && trailingComment(statement, binding, target);
}

function complaint(statement: Statement, { behaviour }: Execution): string {
  if (behaviour.unclaimedNames === 'first-named')
    return asLogged(`Unused Module Configuration: ${asciiLower(cString(statement.name.value))}`);
  return 'Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting';
}

function codeOf({ name, directive }: Statement, { behaviour }: Execution): Refusal['code'] {
  if (name.value.startsWith('\ufeff')) return 'byte-order-mark';
  if (directive !== undefined) return 'argument-count';
  return cString(name.value).includes('.') && behaviour.dottedNames === 'queued'
    ? 'module-setting-without-module'
    : 'unknown-directive';
}

import { cString } from '../catalog/values/c-string.js';
import type { Execution, TakenLine } from './execution.js';
import { resolvePath } from './paths.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, placeOf } from './statement.js';

/**
 * What is wrong with where users come from (`ACLLoadUsersAtStartup`): from two places, or from a file that is not there.
 * Each `aclfile` line is blamed in turn, the last one first, since the one before counts once it is gone.
 */
export function userSourceRefusals(execution: Execution): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const lines = execution.taken.filter(({ statement }) => statement.directive?.canonical === 'aclfile');
  for (const line of lines.reverse()) {
    const refusal = refusalOf(line, execution);
    if (refusal === undefined) return refusals;
    refusals.push(refusal);
  }
  return refusals;
}

function refusalOf({ statement, outcome }: TakenLine, execution: Execution): Refusal | undefined {
  const { userLines, behaviour, snapshot } = execution;
  const path = cString(outcome.value);
  if (path === '') return undefined;
  const [user] = userLines;
  if (user !== undefined) {
    return lineRefusal(statement, 'acl-file-beside-user-lines', behaviour.twoUserSourcesComplaint, undefined, {
      step: 'starting',
      related: [{ at: placeOf(user, user.name), message: 'a user is defined here' }],
    });
  }
  if (snapshot.answers.get(resolvePath(execution.directory, path))?.kind !== 'missing') return undefined;
  const says = `Error loading ACLs, opening file '${path}': No such file or directory`;
  return lineRefusal(statement, 'acl-file-missing', says, undefined, {
    step: 'starting',
    at: argumentsPlace(statement),
    detail: { path },
  });
}

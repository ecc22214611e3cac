import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import { cString } from '../catalog/values/c-string.js';
import type { Document } from '../syntax/document.js';
import { ACL_DIALECT, documentAt } from './documents.js';
import type { Execution, TakenLine } from './execution.js';
import { opened } from './opening.js';
import { resolvePath } from './paths.js';
import type { UserSource } from './project.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';

/** Where the files say that users come from, and what is wrong with it. */
export interface UserOrigin {
  readonly declared: UserSource;
  /** What is wrong with where users come from (`ACLLoadUsersAtStartup`): from two places, or from a file that is not there. */
  readonly refusals: readonly Refusal[];
  /** Where they come from once the lines that these refusals blame are gone. */
  readonly mended: UserSource;
}

/**
 * Each `aclfile` line that is wrong is blamed in turn, the last one first, since the one before counts once it is gone.
 * @param root the root file, which may be an ACL file itself
 */
export function userOrigin(root: Document, execution: Execution): UserOrigin {
  if (execution.snapshot.root.kind === 'acl') {
    const itself: UserSource = { kind: 'file', document: root, statement: undefined };
    return { declared: itself, refusals: [], mended: itself };
  }
  if (execution.snapshot.root.kind === 'sentinel' && !aclBehaviourOf(execution.target).sentinelLoadsUsers) {
    return { declared: NOWHERE, refusals: [], mended: NOWHERE };
  }
  const lines = execution.taken.filter(({ statement }) => statement.directive?.canonical === 'aclfile').reverse();
  const refusals: Refusal[] = [];
  for (const line of lines) {
    const refusal = refusalOf(line, execution);
    if (refusal === undefined) break;
    refusals.push(refusal);
  }
  const declared = sourceOf(lines[0], execution);
  return { declared, refusals, mended: refusals.length === 0 ? declared : sourceOf(lines[refusals.length], execution) };
}

const NOWHERE: UserSource = { kind: 'none' };

function sourceOf(line: TakenLine | undefined, execution: Execution): UserSource {
  const path = pathOf(line);
  if (line !== undefined && path !== '') {
    return { kind: 'file', document: aclDocument(path, line.statement, execution), statement: line.statement };
  }
  const statements = execution.userLines;
  return statements.length === 0 ? NOWHERE : { kind: 'lines', statements };
}

/** Read only after the last line of the configuration, from the working directory that it leaves. */
function aclDocument(path: string, statement: Statement, execution: Execution): Document | undefined {
  const answer = opened(path, execution);
  if (answer?.kind === 'withheld') {
    execution.withheld.push({ at: argumentsPlace(statement), path, reason: answer.reason });
  }
  if (answer?.kind !== 'text') return undefined;
  const absolute = resolvePath(execution.directory, path);
  const document = documentAt(absolute, answer, ACL_DIALECT, execution.snapshot.root.previous);
  execution.documents.set(document.uri, document);
  return document;
}

function refusalOf(line: TakenLine, execution: Execution): Refusal | undefined {
  const { userLines, behaviour } = execution;
  const { statement } = line;
  const path = pathOf(line);
  if (path === '') return undefined;
  const [user] = userLines;
  if (user !== undefined) {
    return lineRefusal(statement, 'acl-file-beside-user-lines', behaviour.twoUserSourcesComplaint, undefined, {
      step: 'starting',
      related: [{ at: placeOf(user, user.name), message: 'a user is defined here' }],
    });
  }
  const answer = opened(path, execution);
  if (answer?.kind !== 'failed') return undefined;
  const says = `Error loading ACLs, opening file '${path}': ${answer.reason}`;
  return lineRefusal(statement, 'acl-file-missing', says, undefined, {
    step: 'starting',
    at: argumentsPlace(statement),
    detail: { path, reason: answer.reason },
  });
}

function pathOf(line: TakenLine | undefined): string {
  return cString(line?.outcome.value ?? '');
}

import { behaviourOf } from '../catalog/behaviour.js';
import type { Document } from '../syntax/document.js';
import { afterReading } from './after-reading.js';
import { ACL_DIALECT, configDialect, documentAt, documentOf } from './documents.js';
import { settingsOf } from './effective.js';
import { executed } from './execute.js';
import type { Execution } from './execution.js';
import { resolvePath } from './paths.js';
import type { Project, UserSource } from './project.js';
import { reachOf } from './reach.js';
import type { Refusal } from './refusal.js';
import { sentinelRefusals, withSentinelRefusals } from './sentinel.js';
import type { Settings } from './settings.js';
import type { Snapshot, Wanted } from './snapshot.js';
import { argumentsPlace, type Statement } from './statement.js';
import { usersOf } from './users.js';

/**
 * Replays the start of a server with what can be seen so far. Synchronous and without effect: the same snapshot comes
 * to the same project.
 * @returns the project, and the files that the server would read and that were not in the snapshot
 */
export function startUp(snapshot: Snapshot): { readonly project: Project; readonly wanted: Wanted } {
  const { root, target } = snapshot;
  const dialect = root.kind === 'acl' ? ACL_DIALECT : configDialect(behaviourOf(target));
  const document = documentOf({ uri: root.uri, path: root.path, dialect }, root.text, root.previous);
  const execution = executed(document, snapshot);
  const { catalog } = execution;
  const reading = whileReading(execution);

  const settings = settingsOf(execution.taken, execution.directory, target);
  const userSource = userSourceOf(document, settings, execution);
  const { users, refusals } = usersOf(userSource, settings, catalog);
  const later = root.kind === 'config' ? afterReading(execution, refusals) : refusals;
  return {
    project: {
      target,
      catalog,
      kind: root.kind,
      root: document,
      documents: execution.documents,
      statements: execution.statements,
      refusals: [...reading, ...later],
      withheld: execution.withheld,
      unmatchedPatterns: execution.unmatchedPatterns,
      settings,
      userSource,
      users,
      reach: reachOf(settings, users, target),
    },
    wanted: { paths: execution.wantedPaths, patterns: execution.wantedPatterns },
  };
}

function whileReading({ refusals, sentinelLines, snapshot, statements, target }: Execution): readonly Refusal[] {
  if (snapshot.root.kind !== 'sentinel') return refusals;
  return withSentinelRefusals(refusals, sentinelRefusals(sentinelLines, target), statements, target);
}

function userSourceOf(root: Document, settings: Settings, execution: Execution): UserSource {
  if (execution.snapshot.root.kind === 'acl') return { kind: 'file', document: root, statement: undefined };
  const statement = settings.get('aclfile')?.winner;
  const path = settings.text('aclfile');
  if (statement !== undefined && path !== '') {
    return { kind: 'file', document: aclDocument(path, statement, execution), statement };
  }
  const statements = execution.userLines;
  return statements.length === 0 ? { kind: 'none' } : { kind: 'lines', statements };
}

function aclDocument(path: string, statement: Statement, execution: Execution): Document | undefined {
  const absolute = resolvePath(execution.directory, path);
  const answer = execution.snapshot.answers.get(absolute);
  if (answer === undefined) execution.wantedPaths.add(absolute);
  if (answer?.kind === 'withheld') {
    execution.withheld.push({ at: argumentsPlace(statement), path, reason: answer.reason });
  }
  if (answer?.kind !== 'text') return undefined;
  const document = documentAt(absolute, answer, ACL_DIALECT, execution.snapshot.root.previous);
  execution.documents.set(document.uri, document);
  return document;
}

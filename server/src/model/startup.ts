import { behaviourOf } from '../catalog/behaviour.js';
import { afterReading } from './after-reading.js';
import { NOTHING_BESIDE } from './beside.js';
import { ACL_DIALECT, configDialect, documentOf } from './documents.js';
import { settingsOf } from './effective.js';
import { executed } from './execute.js';
import type { Execution } from './execution.js';
import { isLogging } from './log.js';
import type { Project } from './project.js';
import { reachOf } from './reach.js';
import type { Refusal } from './refusal.js';
import { sentinelRefusals, withSentinelRefusals } from './sentinel.js';
import type { Snapshot, Wanted } from './snapshot.js';
import { userOrigin } from './user-source.js';
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

  const settings = settingsOf(execution.taken, execution);
  const { declared, refusals, mended } = userOrigin(document, execution);
  const { users, refusals: found } = usersOf(declared, settings, catalog, root.kind);
  const loading = mended === declared ? found : usersOf(mended, settings, catalog, root.kind).refusals;
  // What stops a start once the files are read is only logged.
  const told = toldOnce(root.kind === 'acl' ? loading : afterReading(execution, settings, [...refusals, ...loading]));
  return {
    project: {
      target,
      catalog,
      kind: root.kind,
      root: document,
      documents: execution.documents,
      statements: execution.statements,
      refusals: [...reading, ...(isLogging(execution) ? told : told.map(unsaid))],
      withheld: execution.withheld,
      unmatchedPatterns: execution.unmatchedPatterns,
      settings,
      userSource: declared,
      users,
      reach: reachOf(settings, users, target),
      beside: NOTHING_BESIDE,
    },
    wanted: { paths: execution.wantedPaths, patterns: execution.wantedPatterns },
  };
}

function whileReading({ refusals, sentinelLines, snapshot, statements, target }: Execution): readonly Refusal[] {
  if (snapshot.root.kind !== 'sentinel') return refusals;
  return withSentinelRefusals(refusals, sentinelRefusals(sentinelLines, target), statements, target);
}

/** A refusal that the server keeps to itself. */
function unsaid(refusal: Refusal): Refusal {
  return { ...refusal, serverSays: '' };
}

/** A line that its file brings in twice, included twice, is mended for both. */
function toldOnce(refusals: readonly Refusal[]): readonly Refusal[] {
  const told = new Map<string, Refusal['statement']>();
  return refusals.filter(({ code, at, statement }) => {
    const place = [code, at.uri, at.line, at.start].join(' ');
    if (told.has(place)) return told.get(place) === statement;
    told.set(place, statement);
    return true;
  });
}

import { BAD_DIRECTIVE } from '../catalog/values/outcome.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import { type Action, actionOf, logFileRefusal } from './actions.js';
import { boundLine } from './bound-line.js';
import { type Execution, executionOf, refuse, startedAgain } from './execution.js';
import { loopingLine, openFiles } from './include-loops.js';
import type { Inclusion } from './includes.js';
import { isTooLong } from './paths.js';
import type { Refusal } from './refusal.js';
import { argumentRefusal, lineRefusal } from './refusing.js';
import type { Snapshot } from './snapshot.js';
import { argumentsPlace, type Statement, wholePlace } from './statement.js';
import { unknownName } from './unknown-names.js';

/** How often all is read again at most, for files that are included more than once and refused the second time. */
const MOST_RESTARTS = 200;

/** Reads the root file of a snapshot and all that it includes, as a server does. */
export function executed(root: Document, snapshot: Snapshot): Execution {
  let execution = executionOf(snapshot);
  for (let restarts = 0; ; restarts++) {
    execution.documents.set(root.uri, root);
    if (snapshot.root.kind !== 'acl') {
      execution.open.push(openFiles([root.path], undefined, execution));
      execute([root], execution);
    }
    if (!execution.isStale || restarts === MOST_RESTARTS) return execution;
    execution = startedAgain(execution);
  }
}

/**
 * Reads files that the server has made one text of, line by line, as `loadServerConfigFromString` (config.c) does.
 * A refused line changes nothing, so that what follows is what the server would meet once it were mended.
 */
function execute(documents: readonly Document[], execution: Execution): void {
  const file = execution.filesRead++;
  execution.afterInclude = false;
  let number = 0;
  for (const document of documents) {
    for (const [index, line] of document.lines.entries()) {
      if (line.kind === 'swallowed') continue;
      // The empty end of a file is where the next one of the same pattern begins.
      if (line.kind === 'blank' && line.text === '' && index === document.lines.length - 1) continue;
      number++;
      if (line.kind === 'words' || line.kind === 'broken') {
        executeLine(line, { document, index, number, file }, execution);
      }
      if (execution.isStale) return;
    }
  }
  checkLogFile(execution);
  if (execution.isStale) return;
  checkReplicaInCluster(file, execution);
  cutDatabases(execution);
  execution.afterInclude = true;
}

interface At {
  readonly document: Document;
  readonly index: number;
  /** As the server counts. */
  readonly number: number;
  readonly file: number;
}

function executeLine(line: Line & { kind: 'words' | 'broken' }, at: At, execution: Execution): void {
  if (line.kind === 'broken') {
    if (!execution.blank.has(line)) refuse(unbalancedQuotes(line, at), line, execution);
    return;
  }
  const [name, ...args] = line.words;
  if (name === undefined) return;
  const { directive } = boundLine(line, execution.target).binding ?? {};
  const statement: Statement = { document: at.document, line: at.index, name, args, directive };
  execution.statements.push(statement);
  if (execution.blank.has(line)) return;

  const result = meaningOf(line, statement, at, execution);
  if (result === undefined) execution.read.add(line);
  else if ('code' in result) refuse(result, line, execution);
  else include(result, line, statement, at.number, execution);
}

function unbalancedQuotes(line: Line & { kind: 'broken' }, { document, index, number }: At): Refusal {
  return {
    code: 'unbalanced-quotes',
    step: 'reading',
    at: { uri: document.uri, line: index, ...line.at },
    serverSays: 'Unbalanced quotes in configuration line',
    serverLine: number,
    statement: undefined,
    detail: {},
    related: [],
  };
}

/** Reads one line and carries it out, but for the files that it includes. */
function meaningOf(
  line: Line & { kind: 'words' },
  statement: Statement,
  { number, file }: At,
  execution: Execution,
): ReturnType<Action> {
  const { binding, outcome } = boundLine(line, execution.target);
  if (binding === undefined || outcome === undefined) return unknownName(statement, number, execution);
  if (outcome.kind === 'refused') {
    // What no branch of the reader takes is to the server as good as a name that it does not know.
    const says = outcome.says === BAD_DIRECTIVE ? unknownName(statement, number, execution)?.serverSays : outcome.says;
    return says === undefined ? undefined : argumentRefusal(statement, binding, outcome, number, execution.target);
  }
  const result = actionOf(statement)?.(statement, number, execution);
  if (result !== undefined && 'code' in result) return result;
  const { afterInclude } = execution;
  execution.taken.push({ statement, line, outcome, file, number, afterInclude });
  execution.latest.set(statement.directive?.canonical ?? '', outcome.value);
  if (binding.clearsErrno(outcome.value)) {
    execution.leftError = { usersBefore: execution.userLines.length, error: 'none' };
  }
  return result;
}

/** Reads included files before the next line. */
function include(
  { paths, files, documents, hasFolder }: Inclusion,
  line: Line,
  statement: Statement,
  number: number,
  execution: Execution,
): void {
  const { open } = execution;
  const next = openFiles(paths, { statement, line, number }, execution);
  const looping = loopingLine(open, next);
  if (looping !== undefined) {
    // The server ends without a word (SIGSEGV).
    const at = argumentsPlace(looping.statement);
    refuse(lineRefusal(looping.statement, 'include-loop', '', looping.number, { at }), looping.line, execution);
    return;
  }
  execution.read.add(line);
  if (hasFolder) execution.leftError = { usersBefore: execution.userLines.length, error: 'is-a-directory' };
  for (const document of files) execution.documents.set(document.uri, document);
  open.push(next);
  execute(documents, execution);
  open.pop();
}

/** Opened after the last line of each file, included ones too; 6.x open it at its line. */
function checkLogFile(execution: Execution): void {
  const { latest, taken, behaviour } = execution;
  if (behaviour.logFileCheck === 'at-its-line' || !isTooLong(latest.get('logfile') ?? '')) return;
  const line = taken.findLast(({ statement }) => statement.directive?.canonical === 'logfile');
  if (line !== undefined) refuse(logFileRefusal(line.statement, undefined), line.line, execution);
}

/**
 * Looked at after the last line of each file, included ones too. 6.x names the last line of that very file that has a
 * `replicaof`, in force or not (`slaveof_linenum`), and line 0 if none has.
 */
function checkReplicaInCluster(file: number, execution: Execution): void {
  const { latest, taken, behaviour } = execution;
  if (latest.get('cluster-enabled') !== 'yes' || (latest.get('replicaof') ?? '') === '') return;
  const replicas = taken.filter(({ statement }) => statement.directive?.canonical === 'replicaof');
  const replica = replicas.at(-1);
  const cluster = taken.findLast(({ statement }) => statement.directive?.canonical === 'cluster-enabled');
  if (replica === undefined || cluster === undefined) return;
  const named = replicas.findLast((line) => line.file === file)?.number ?? 0;
  const refusal = lineRefusal(
    replica.statement,
    'cluster-with-replicaof',
    'replicaof directive not allowed in cluster mode',
    behaviour.replicaInCluster === 'at-its-line' ? named : undefined,
    {
      step: 'after-reading',
      related: [{ at: wholePlace(cluster.statement), message: 'cluster mode is turned on here' }],
    },
  );
  refuse(refusal, replica.line, execution);
}

/** After the last line of each file, included ones too: what follows may turn cluster mode off, and has one database still. */
function cutDatabases({ behaviour, latest }: Execution): void {
  if (behaviour.databasesInCluster === 'one' && latest.get('cluster-enabled') === 'yes') latest.set('databases', '1');
}

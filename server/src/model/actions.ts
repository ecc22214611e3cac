import { cString } from '../catalog/values/c-string.js';
import { isBlankTemplate, TEMPLATE_COMPLAINT } from '../catalog/values/text.js';
import type { Execution } from './execution.js';
import { filesToInclude, type Inclusion } from './includes.js';
import { asLogged } from './log.js';
import { isTooLong, MOST_OF_A_NAME, resolvePath, TOO_LONG } from './paths.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';
import { checkUserLine } from './users.js';

/**
 * Carries out a line that its reader accepts.
 * @param number the line number that the server gives it
 * @returns the refusal that comes of it, with nothing changed; or the files that are to be read before the next line
 */
export type Action = (statement: Statement, number: number, execution: Execution) => Refusal | Inclusion | undefined;

/** What the directive of a statement does besides setting a value, if anything. */
export function actionOf({ directive }: Statement): Action | undefined {
  return ACTIONS[directive?.canonical ?? ''];
}

const ACTIONS: Readonly<Record<string, Action>> = {
  dir: changeDirectory,
  include: filesToInclude,
  loadmodule: loadModule,
  logfile: openLogFile,
  'proc-title-template': checkTitle,
  'rename-command': renameCommand,
  sentinel: addSentinelLine,
  user: addUser,
};

function changeDirectory(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const path = cString(statement.args[0]?.value ?? '');
  const { emptyFolderComplaint, oldReaders } = execution.behaviour;
  const refuse = (says: string): Refusal =>
    lineRefusal(statement, 'invalid-value', says, oldReaders === 'loose' ? undefined : number, {
      at: argumentsPlace(statement),
      detail: { expected: 'the path of a folder' },
    });
  if (path === '') return refuse(emptyFolderComplaint);
  if (isTooLong(path)) {
    return refuse(oldReaders === 'loose' ? asLogged(`Can't chdir to '${path}': ${TOO_LONG}`) : TOO_LONG);
  }
  execution.directory = resolvePath(execution.directory, path);
  return undefined;
}

/** 6.x open the file at once; whether they can is the machine's business, but for a name that no machine takes. */
function openLogFile(statement: Statement, number: number, { behaviour }: Execution): Refusal | undefined {
  const isRefused = behaviour.logFileCheck === 'at-its-line' && isTooLong(cString(statement.args[0]?.value ?? ''));
  return isRefused ? logFileRefusal(statement, number) : undefined;
}

/** @param number the line that the server names, if it does */
export function logFileRefusal(statement: Statement, number: number | undefined): Refusal {
  return lineRefusal(statement, 'invalid-value', `Can't open the log file: ${TOO_LONG}`, number, {
    step: number === undefined ? 'after-reading' : 'reading',
    at: argumentsPlace(statement),
    detail: { expected: `the path of a file, each name ${MOST_OF_A_NAME}` },
  });
}

function loadModule(statement: Statement, _number: number, { modules }: Execution): undefined {
  modules.push(statement);
}

/** `validateProcTitleTemplate` (server.c) fills the template in with what is set so far, and wants something left. */
function checkTitle(statement: Statement, number: number, { latest }: Execution): Refusal | undefined {
  const empty = new Set(['title']);
  if ((latest.get('unixsocket') ?? '') === '') empty.add('unixsocket');
  if (latest.get('cluster-enabled') !== 'yes') empty.add('server-mode');
  if (!isBlankTemplate(cString(statement.args[0]?.value ?? ''), empty)) return undefined;
  return lineRefusal(statement, 'invalid-value', TEMPLATE_COMPLAINT, number, {
    at: argumentsPlace(statement),
    detail: { expected: 'a text that is not blank once its variables are filled in' },
  });
}

const RENAME_REFUSALS = {
  unknown: ['rename-unknown-command', 'No such command in rename-command', 0],
  exists: ['rename-to-existing-command', 'Target command name already exists', 1],
  // The server ends in a failed assertion.
  subcommand: ['rename-subcommand', '', 0],
} as const;

function renameCommand(statement: Statement, number: number, { names }: Execution): Refusal | undefined {
  const [from, to] = statement.args;
  if (from === undefined || to === undefined) return undefined;
  const problem = names.rename(from.value, to.value);
  if (problem === undefined) return undefined;
  const [code, says, index] = RENAME_REFUSALS[problem];
  const blamed = index === 0 ? from : to;
  return lineRefusal(statement, code, says, number, {
    at: placeOf(statement, blamed),
    detail: { command: blamed.value },
  });
}

function addSentinelLine(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  if (statement.args.length === 0) return undefined;
  if (execution.snapshot.root.kind === 'sentinel') {
    const line = statement.document.lines[statement.line];
    if (line !== undefined) execution.sentinelLines.push({ statement, line, number });
    return undefined;
  }
  const says = 'sentinel directive while not in sentinel mode';
  return lineRefusal(statement, 'sentinel-line-outside-sentinel', says, number);
}

function addUser(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const { userLines, catalog, latest, leftError } = execution;
  const channels = latest.get('acl-pubsub-default');
  const refusal = checkUserLine(statement, number, userLines, catalog, channels, leftError);
  if (refusal === undefined) userLines.push(statement);
  return refusal;
}

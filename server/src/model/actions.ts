import { cString } from '../catalog/values/c-string.js';
import type { Accepted } from '../catalog/values/outcome.js';
import { isBlankTemplate, TEMPLATE_COMPLAINT } from '../catalog/values/text.js';
import type { Execution } from './execution.js';
import { includeFiles } from './includes.js';
import { resolvePath } from './paths.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';
import { checkUserLine } from './users.js';

/** Carries out a line that its reader accepts; the refusal that comes of doing so, with nothing changed, if any. */
export function act(
  statement: Statement,
  outcome: Accepted,
  number: number,
  file: number,
  execution: Execution,
): Refusal | undefined {
  const name = statement.directive?.canonical ?? '';
  const refusal = ACTIONS[name]?.(statement, number, execution);
  if (refusal !== undefined) return refusal;
  execution.taken.push({ statement, outcome, file });
  execution.latest.set(name, outcome.value);
  return undefined;
}

type Action = (statement: Statement, number: number, execution: Execution) => Refusal | undefined;

const ACTIONS: Readonly<Record<string, Action>> = {
  include: includeFiles,
  dir: changeDirectory,
  'rename-command': renameCommand,
  user: addUser,
  loadmodule: (statement, _, { modules }) => {
    modules.push(statement);
    return undefined;
  },
  sentinel: addSentinelLine,
  'proc-title-template': checkTitle,
};

function changeDirectory(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const path = cString(statement.args[0]?.value ?? '');
  if (path !== '') {
    execution.directory = resolvePath(execution.directory, path);
    return undefined;
  }
  const { emptyFolderComplaint: says, oldReaders } = execution.behaviour;
  return lineRefusal(statement, 'invalid-value', says, oldReaders === 'loose' ? undefined : number, {
    at: argumentsPlace(statement),
    detail: { expected: 'the path of a folder' },
  });
}

const RENAME_REFUSALS = {
  unknown: ['rename-unknown-command', 'No such command in rename-command', 0],
  exists: ['rename-to-existing-command', 'Target command name already exists', 1],
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

function addUser(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const { userLines, catalog, taken } = execution;
  const channels = taken.findLast((line) => line.statement.directive?.canonical === 'acl-pubsub-default');
  const channelsByDefault = channels?.statement.args[0]?.value.toLowerCase();
  const refusal = checkUserLine(statement, number, userLines, catalog, channelsByDefault);
  if (refusal === undefined) execution.userLines.push(statement);
  return refusal;
}

function addSentinelLine(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  if (statement.args.length === 0) return undefined;
  if (execution.snapshot.root.kind === 'sentinel') {
    execution.sentinelLines.push(statement);
    return undefined;
  }
  const says = 'sentinel directive while not in sentinel mode';
  return lineRefusal(statement, 'sentinel-line-outside-sentinel', says, number);
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

import { BAD_DIRECTIVE } from '../catalog/values/outcome.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import { act } from './actions.js';
import { boundLine } from './bound-line.js';
import type { Execution } from './execution.js';
import { argumentRefusal } from './refusing.js';
import type { Statement } from './statement.js';
import { unknownName } from './unknown-names.js';

/**
 * Reads files that the server has made one text of, line by line, as `loadServerConfigFromString` (config.c) does.
 * A refused line changes nothing, so that what follows is what the server would meet once it were mended.
 */
export function execute(documents: readonly Document[], execution: Execution): void {
  const file = execution.filesRead++;
  let number = 0;
  for (const document of documents) {
    for (const [index, line] of document.lines.entries()) {
      if (line.kind === 'swallowed') continue;
      number++;
      if (line.kind === 'broken') refuseBroken(line, { document, index, number }, execution);
      if (line.kind === 'words') executeLine(line, { document, index, number, file }, execution);
    }
  }
}

interface At {
  readonly document: Document;
  readonly index: number;
  /** As the server counts. */
  readonly number: number;
}

function refuseBroken(line: Line & { kind: 'broken' }, { document, index, number }: At, execution: Execution): void {
  if (execution.blank.has(line)) return;
  execution.refusals.push({
    code: 'unbalanced-quotes',
    step: 'reading',
    at: { uri: document.uri, line: index, ...line.at },
    serverSays: 'Unbalanced quotes in configuration line',
    serverLine: number,
    statement: undefined,
    detail: {},
    related: [],
  });
  execution.blank.add(line);
}

function executeLine(
  line: Line & { kind: 'words' },
  { document, index, number, file }: At & { readonly file: number },
  execution: Execution,
): void {
  const [name, ...args] = line.words;
  if (name === undefined) return;
  const { binding, outcome } = boundLine(line, execution.target);
  const statement: Statement = { document, line: index, name, args, directive: binding?.directive };
  execution.statements.push(statement);
  if (execution.blank.has(line)) return;

  const refusal = (() => {
    if (binding === undefined || outcome === undefined) return unknownName(statement, number, execution);
    if (outcome.kind === 'accepted') return act(statement, outcome, number, file, execution);
    if (outcome.says === BAD_DIRECTIVE && outcome.cause === 'unmatched') {
      const complaint = unknownName(statement, number, execution);
      return complaint && argumentRefusal(statement, binding, outcome, number, execution.target);
    }
    return argumentRefusal(statement, binding, outcome, number, execution.target);
  })();
  if (refusal === undefined) return;
  execution.refusals.push(refusal);
  execution.blank.add(line);
}

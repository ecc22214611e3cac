import { cString } from '../catalog/values/c-string.js';
import { type Document, parse, textOf } from '../syntax/document.js';
import { configDialect, documentAt } from './documents.js';
import type { Execution } from './execution.js';
import { isPattern } from './glob.js';
import { asLogged, isLogging } from './log.js';
import { opened } from './opening.js';
import { resolvePath, resolvePattern } from './paths.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';

/** Files that one start reads at most: a file that includes two that each include two has no end worth waiting for. */
const MOST_FILES = 2000;

/** Files that the server reads as one text. */
export interface Inclusion {
  readonly paths: readonly string[];
  /** Each on its own. */
  readonly files: readonly Document[];
  /** The same as the server joins them. */
  readonly documents: readonly Document[];
  /** Whether one of the paths is a folder, which is read as an empty file. */
  readonly hasFolder: boolean;
}

/** The files that an `include` line wants read before the next line: one, or all that match a pattern. */
export function filesToInclude(
  statement: Statement,
  number: number,
  execution: Execution,
): Refusal | Inclusion | undefined {
  const path = cString(statement.args[0]?.value ?? '');
  if (execution.filesRead >= MOST_FILES) return withhold('too many files are included', statement, execution);
  if (execution.behaviour.includePatterns === 'expanded' && isPattern(path)) {
    return matchingFiles(path, statement, number, execution);
  }
  if (path === '-' && execution.behaviour.loneDash === 'standard-input') {
    return withhold('standard input is read here', statement, execution);
  }
  const absolute = resolvePath(execution.directory, path);
  const found = find(path, statement, number, execution);
  if (found === undefined || 'code' in found) return found;
  return { paths: [absolute], files: found, documents: found, hasFolder: found.length === 0 };
}

function matchingFiles(
  path: string,
  statement: Statement,
  number: number,
  execution: Execution,
): Refusal | Inclusion | undefined {
  const pattern = resolvePattern(execution.directory, path);
  const matches = execution.snapshot.matches.get(pattern);
  if (matches === undefined) {
    execution.wantedPatterns.add(pattern);
    return undefined;
  }
  if (matches === 'withheld') return withhold('the folder was not looked at', statement, execution);
  if (matches.length === 0) execution.unmatchedPatterns.push(statement);
  const documents: Document[] = [];
  let hasFolder = false;
  for (const match of matches) {
    const found = find(match, statement, number, execution);
    if (found === undefined) continue;
    if ('code' in found) return found;
    documents.push(...found);
    hasFolder ||= found.length === 0;
  }
  return { paths: matches, files: documents, documents: joined(documents), hasFolder };
}

/** The document at a path, none for a folder, which is read as an empty file; undefined where we have not looked (yet). */
function find(
  path: string,
  statement: Statement,
  number: number,
  execution: Execution,
): readonly Document[] | Refusal | undefined {
  const { snapshot, behaviour } = execution;
  const answer = opened(path, execution);
  switch (answer?.kind) {
    case 'failed':
      return notOpened(path, answer.reason, statement, number, execution);
    case 'withheld':
      return withhold(answer.reason, statement, execution);
    case 'text': {
      const absolute = resolvePath(execution.directory, path);
      const root = execution.documents.get(snapshot.root.uri);
      if (root !== undefined && absolute === snapshot.root.path) return [root];
      return [documentAt(absolute, answer, configDialect(behaviour), snapshot.root.previous)];
    }
    case 'directory':
      return [];
    default:
      return undefined;
  }
}

/**
 * The files of one pattern as the server reads them: one text, in which the last line of a file that ends without a
 * newline and the first of the next are one line.
 */
function joined(documents: readonly Document[]): readonly Document[] {
  let rest = '';
  return documents.map((document, index) => {
    const glued = rest;
    rest = index === documents.length - 1 ? '' : endOf(document, glued);
    return glued === '' && rest === '' ? document : spliced(document, glued, rest);
  });
}

/** What stands behind the last newline of a document, the rest of the file before it included. */
function endOf({ lines }: Document, glued: string): string {
  const [last, previous] = [lines.at(-1), lines.at(-2)];
  const before = previous?.kind === 'swallowed' ? previous.kept : previous === undefined ? glued : '';
  return before + cString(last?.text ?? '');
}

/** The document between two others, its lines the same objects each time. */
function spliced(document: Document, glued: string, rest: string): Document {
  const known = splicedDocuments.get(document) ?? new Map<string, Document>();
  splicedDocuments.set(document, known);
  const key = JSON.stringify([glued, rest]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const lines = [...(glued === '' ? document : parse(document, textOf(document), glued)).lines];
  if (rest !== '') lines[lines.length - 1] = { kind: 'swallowed', text: lines.at(-1)?.text ?? '', kept: rest };
  const made = { ...document, lines };
  known.set(key, made);
  return made;
}

const splicedDocuments = new WeakMap<Document, Map<string, Document>>();

/** The server only logs it, where other refusals of a line are printed. */
function notOpened(path: string, reason: string, statement: Statement, number: number, execution: Execution): Refusal {
  const said = asLogged(`Fatal error, can't open config file '${path}': ${reason}`);
  return lineRefusal(statement, 'include-missing', isLogging(execution) ? said : '', undefined, {
    at: argumentsPlace(statement),
    detail: { path, reason, line: String(number) },
  });
}

function withhold(reason: string, statement: Statement, execution: Execution): undefined {
  const word = statement.args[0] ?? statement.name;
  execution.withheld.push({ at: placeOf(statement, word), path: word.value, reason });
}

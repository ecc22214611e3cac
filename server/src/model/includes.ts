import type { Document } from '../syntax/document.js';
import { parseLine } from '../syntax/line.js';
import { configDialect, documentAt } from './documents.js';
import { execute } from './execute.js';
import type { Execution } from './execution.js';
import { isPattern } from './glob.js';
import { resolvePath, resolvePattern } from './paths.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';

/** Files that one start reads at most: a file that includes two that each include two has no end worth waiting for. */
const MOST_FILES = 2000;

/** Carries out an `include` line: reads the file, or all that match the pattern as one text, before the next line. */
export function includeFiles(statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const path = statement.args[0]?.value ?? '';
  if (execution.filesRead >= MOST_FILES) return withhold('too many files are included', statement, execution);
  if (execution.behaviour.includePatterns === 'expanded' && isPattern(path)) {
    return includePattern(path, statement, number, execution);
  }
  return includePath(path, statement, number, execution);
}

function includePath(path: string, statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const absolute = resolvePath(execution.directory, path);
  const found = path === '' ? 'missing' : find(absolute, statement, execution);
  if (found === 'missing') return missing(path, statement, number);
  return found === undefined ? undefined : read([absolute], [found], statement, number, execution);
}

function includePattern(path: string, statement: Statement, number: number, execution: Execution): Refusal | undefined {
  const pattern = resolvePattern(execution.directory, path);
  const matches = execution.snapshot.matches.get(pattern);
  if (matches === undefined) {
    execution.wantedPatterns.add(pattern);
    return undefined;
  }
  if (matches === 'withheld') return withhold('the folder was not looked at', statement, execution);
  if (matches.length === 0) execution.unmatchedPatterns.push(statement);
  const documents: Document[] = [];
  for (const match of matches) {
    const found = find(match, statement, execution);
    if (found === 'missing') return missing(match, statement, number);
    if (found !== undefined) documents.push(found);
  }
  return read(matches, joined(documents), statement, number, execution);
}

/** The document at a path, `missing`, or undefined where there is nothing to read (yet). */
function find(path: string, statement: Statement, execution: Execution): Document | 'missing' | undefined {
  const { snapshot, behaviour } = execution;
  if (path === snapshot.root.path) return execution.documents.get(snapshot.root.uri);
  const answer = snapshot.answers.get(path);
  if (answer === undefined) execution.wantedPaths.add(path);
  else if (answer.kind === 'missing') return 'missing';
  else if (answer.kind === 'withheld') withhold(answer.reason, statement, execution);
  else if (answer.kind === 'text') return documentAt(path, answer, configDialect(behaviour), snapshot.root.previous);
  return undefined;
}

function read(
  paths: readonly string[],
  documents: readonly Document[],
  statement: Statement,
  number: number,
  execution: Execution,
): Refusal | undefined {
  if (paths.some((path) => execution.open.includes(path))) {
    // The server reads on in circles until its stack is full (SIGSEGV, without a word).
    return lineRefusal(statement, 'include-loop', '', number, { at: argumentsPlace(statement) });
  }
  for (const document of documents) execution.documents.set(document.uri, document);
  execution.open.push(...paths);
  execute(documents, execution);
  execution.open.length -= paths.length;
  return undefined;
}

/**
 * The files of one pattern as the server reads them: one text, in which the last line of a file that ends without a
 * newline and the first of the next are one line.
 */
function joined(documents: readonly Document[]): readonly Document[] {
  let rest = '';
  return documents.map((document, index) => {
    const lines = [...document.lines];
    const [first] = lines;
    if (rest !== '' && first !== undefined) lines[0] = parseLine(first.text, document.dialect, rest);
    const last = lines.at(-1);
    if (last !== undefined && index < documents.length - 1) {
      rest = last.text;
      lines[lines.length - 1] = { kind: 'swallowed', text: last.text, kept: last.text };
    }
    return { ...document, lines };
  });
}

function missing(path: string, statement: Statement, number: number): Refusal {
  const says = `Fatal error, can't open config file '${path}': No such file or directory`;
  return lineRefusal(statement, 'include-missing', says, undefined, {
    at: argumentsPlace(statement),
    detail: { path, line: String(number) },
  });
}

function withhold(reason: string, statement: Statement, execution: Execution): undefined {
  const word = statement.args[0] ?? statement.name;
  execution.withheld.push({ at: placeOf(statement, word), path: word.value, reason });
}

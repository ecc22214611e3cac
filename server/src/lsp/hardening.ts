import type { ChangeAnnotation, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { mustBeShown } from '../rules/new-secret.js';
import { fixesTogether, preferredFix } from '../rules/safe-edits.js';
import type { Document } from '../syntax/document.js';
import { applyEdits, type Edit } from '../text/edit.js';
import { toRange } from './convert.js';
import { findingsIn } from './diagnostics.js';
import type { Analysis } from './session.js';
import { editingFor, type Workbench } from './workbench.js';

/** One edit for all that can be mended, in which each change has its explanation, and is confirmed unless it is safe. */
export interface Hardening {
  readonly edit: WorkspaceEdit;
  readonly changes: number;
  /** Passwords that were made and are nowhere to be read afterwards. */
  readonly secrets: readonly string[];
}

/**
 * Gathers a fix for every finding of a file: the first that cannot change what the server does, or else the first.
 * Findings whose fixes touch each other's wait for the next time.
 */
export function hardeningOf(uri: string, analyses: readonly Analysis[], workbench: Workbench): Hardening {
  const findings = findingsIn(uri, analyses).map(({ finding }) => finding);
  const fixes = fixesTogether(findings, preferredFix);
  const { versionOf, exists } = editingFor(workbench, analyses);
  const isAllSafe = fixes.every(({ safety }) => safety === 'safe');
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const documentChanges: TextDocumentEdit[] = [];
  for (const [index, fix] of fixes.entries()) {
    const annotationId = String(index);
    const finding = findings.find((one) => one.fixes.includes(fix));
    // The preview groups changes of one label, and ticks those that need no confirmation; only where all are such, a
    // client may make them without any preview, so that there all have to be ticked.
    changeAnnotations[annotationId] = {
      label: finding === undefined ? fix.title : `${finding.rule}: ${fix.title}`,
      needsConfirmation: fix.safety === 'review' || isAllSafe,
      ...(finding === undefined ? {} : { description: finding.message }),
    };
    for (const file of new Set(fix.edits.map((edit) => edit.uri))) {
      const own = fix.edits.filter((edit) => edit.uri === file);
      const edits = mergedByLine(own, documentAt(file, analyses)).map(({ range, newText }) => ({
        range: toRange(range),
        newText,
        annotationId,
      }));
      documentChanges.push({ textDocument: { uri: file, version: versionOf(file) ?? null }, edits });
    }
  }
  const secrets = fixes.flatMap((fix) => (mustBeShown(fix) && fix.secret !== undefined ? [fix.secret] : []));
  const edits = byFile(documentChanges);
  const made = edits
    .filter(({ textDocument }) => !exists(textDocument.uri))
    .map(
      ({ textDocument }): CreateFile => ({ kind: 'create', uri: textDocument.uri, options: { ignoreIfExists: true } }),
    );
  return { edit: { documentChanges: [...made, ...edits], changeAnnotations }, changes: fixes.length, secrets };
}

/** Edits of one file belong together: they all speak of the text as it is now. */
function byFile(edits: readonly TextDocumentEdit[]): TextDocumentEdit[] {
  const files = new Map<string, TextDocumentEdit>();
  for (const { textDocument, edits: some } of edits) {
    const before = files.get(textDocument.uri)?.edits ?? [];
    files.set(textDocument.uri, { textDocument, edits: [...before, ...some] });
  }
  return [...files.values()];
}

function documentAt(uri: string, analyses: readonly Analysis[]): Document | undefined {
  return analyses.map(({ project }) => project.documents.get(uri)).find((document) => document !== undefined);
}

/** What one fix does to one line is one change to be ticked. */
function mergedByLine(edits: readonly Edit[], document: Document | undefined): readonly Edit[] {
  const [first, ...others] = edits;
  const line = first?.range.start.line;
  const text = line === undefined ? undefined : document?.lines[line]?.text;
  const isOneLine = edits.every(({ range: { start, end } }) => start.line === line && end.line === line);
  if (first === undefined || text === undefined || others.length === 0 || !isOneLine) return edits;
  const start = Math.min(...edits.map(({ range }) => range.start.column));
  const end = Math.max(...edits.map(({ range }) => range.end.column));
  const shifted = edits.map((edit) => ({
    ...edit,
    range: {
      start: { line: 0, column: edit.range.start.column - start },
      end: { line: 0, column: edit.range.end.column - start },
    },
  }));
  const newText = applyEdits(text.slice(start, end), shifted);
  const at = first.range.start.line;
  return [{ uri: first.uri, range: { start: { line: at, column: start }, end: { line: at, column: end } }, newText }];
}

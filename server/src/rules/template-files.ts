import type { Project } from '../model/project.js';
import type { Refusal } from '../model/refusal.js';
import type { Span } from '../text/place.js';
import { markedBy } from './marked.js';

/** Whether a file says by its path, or its URI, that something is filled in before a server reads it. */
export function isTemplate(path: string): boolean {
  return /\.(?:tpl|tmpl|template|j2|erb|in|example|sample|dist)$|\/templates?\//i.test(path);
}

/** Where in a line stands what a program is to replace; undefined where nothing does. */
export function holeIn(text: string): Span | undefined {
  const match = HOLE.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** `{{ .value }}`, `{% if %}`, `<%= value %>`, `${VAR}`, `$VAR`, `@VAR@`, `__VAR__`, `%VAR%` */
const HOLE =
  /\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|<%.*?(?:%>|$)|\$\{[^}]*\}?|(?<=\s)(?:\$\w+|@[A-Z][A-Z0-9_]*@|__[A-Z][A-Z0-9_]*__|%\w+%)(?=\s|$)/;

/**
 * Whether whole lines of the files are there for a program that writes the file, such as `{% if %}`: what stands
 * between them may be there or not, so that nothing can be said of the whole.
 */
export function isWrittenByProgram(project: Project): boolean {
  return project.refusals.some(({ at }) => /^\s*(?:\{\{|\{%|<%)/.test(lineAt(project, at)));
}

/** The refusal that a hole in its line causes, told as such; undefined for any other. */
export function unfilled(refusal: Refusal, project: Project): Refusal | undefined {
  const hole = holeIn(lineAt(project, refusal.at));
  return hole && { ...refusal, code: 'unfilled-template', at: { ...refusal.at, ...hole }, related: [] };
}

function lineAt(project: Project, at: Refusal['at']): string {
  const { document, line } = markedBy(project, at);
  return document.lines[line]?.text ?? '';
}

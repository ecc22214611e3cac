import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import type { Span } from '../text/place.js';
import { completeAclRule, completeUserName } from './complete-acl.js';
import { completeDirective } from './complete-directive.js';
import { completeSentinel } from './complete-sentinel.js';
import { completeValue } from './complete-value.js';
import { cursorAt } from './cursor.js';
import { directiveText } from './directive-text.js';
import { rangeIn } from './ranges.js';

/** Where something is to be completed: its line up to there, cut into words as they will be when it is done. */
export interface Place {
  readonly project: Project;
  readonly uri: string;
  readonly line: number;
  /** The words before the one that is being written. */
  readonly before: readonly string[];
  /** What of the word stands left of the cursor. */
  readonly typed: string;
  /** What a completion replaces: the whole word. */
  readonly span: Span;
  /** Whether other words follow. */
  readonly isFollowed: boolean;
}

/** What may be written at a position, as the target knows it. Texts are snippets where they have something to fill in. */
export function completion(project: Project, uri: string, position: Position): readonly CompletionItem[] {
  const place = placeAt(project, uri, position);
  if (place === undefined) return [];
  const range = rangeIn(place.line, place.span);
  return itemsAt(place).map(({ newText, ...item }) => ({
    ...item,
    filterText: item.filterText ?? item.label,
    textEdit: { range, newText },
  }));
}

/** Adds what is only wanted for the one item that is looked at. */
export function completionDetails(project: Project, uri: string, item: CompletionItem): CompletionItem {
  const directive = project.catalog.directives.get(item.label);
  if (directive === undefined) return item;
  return { ...item, documentation: { kind: 'markdown', value: directiveText(directive, project, uri) } };
}

/** An item whose place in the line is known. */
export type Completion = Omit<CompletionItem, 'textEdit'> & { readonly newText: string };

function itemsAt(place: Place): readonly Completion[] {
  const { project, uri, before } = place;
  if (project.documents.get(uri)?.dialect.syntax === 'acl') {
    if (before.length === 0) return [{ label: 'user', newText: 'user ' }];
    return before.length === 1 ? completeUserName(place) : completeAclRule(place);
  }
  const [name, second] = before;
  if (name === undefined) return completeDirective(place);
  const directive = project.catalog.directives.get(name.toLowerCase());
  if (directive === undefined) return [];
  if (directive.canonical === 'user') return second === undefined ? completeUserName(place) : completeAclRule(place);
  if (directive.canonical === 'sentinel') return completeSentinel(place);
  return completeValue(place, directive);
}

function placeAt(project: Project, uri: string, position: Position): Place | undefined {
  const cursor = cursorAt(project, uri, position);
  if (cursor === undefined || cursor.kind === 'comment' || cursor.kind === 'swallowed') return undefined;
  const { words, index, column, line, text } = cursor;
  const word = words[index];
  const before = words.filter(({ span }) => span.end < column || (word !== undefined && span.end <= word.span.start));
  const span = word?.span ?? { start: column, end: column };
  return {
    project,
    uri,
    line,
    before: before.map(({ value }) => value),
    typed: text.slice(span.start, column),
    span,
    isFollowed: words.some((other) => other.span.start > column && other !== word),
  };
}

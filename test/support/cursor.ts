import { expect } from 'vitest';
import type { Location, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { TargetName } from '../../server/src/catalog/target.js';
import { completion } from '../../server/src/features/completion.js';
import type { Project } from '../../server/src/model/project.js';
import { textOf } from '../../server/src/syntax/document.js';
import { applyEdits, type Edit } from '../../server/src/text/edit.js';
import { plainText } from '../../server/src/text/snippet-text.js';
import { draw, type Mark, undraw } from './drawing.js';
import { type FixtureOptions, projectOf } from './fixtures.js';
import { uriOf } from './memory-files.js';

/** Drawn files with a cursor, `$0`, in one of them. */
export interface Cursor {
  readonly project: Project;
  readonly uri: string;
  readonly position: Position;
}

/** Reads a drawing in which `$0` stands where the cursor is; it is no part of the file. */
export async function cursorIn(drawn: string, options: FixtureOptions = {}): Promise<Cursor> {
  let place: { name: string; position: Position } | undefined;
  const files = undraw(drawn).map((file) => {
    const at = file.text.indexOf('$0');
    if (at === -1) return file;
    const before = file.text.slice(0, at).split('\n');
    place = { name: file.name, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
    return { ...file, text: file.text.replace('$0', '') };
  });
  if (place === undefined) throw new Error('a drawing without a cursor');
  const project = await projectOf(files, options);
  return { project, uri: fileUri(place.name), position: place.position };
}

/** The URI of a drawn file. */
export function fileUri(name: string): string {
  return uriOf(name.startsWith('/') ? name : `/etc/redis/${name}`);
}

/** What is offered where the cursor is, by label, as far as it begins like the text before the cursor. */
export async function completionLabels(target: TargetName, drawn: string): Promise<readonly string[]> {
  return (await offered(target, drawn)).map(({ label }) => label).sort();
}

/** Compares the labels of what is offered. */
export async function expectCompletions(target: TargetName, drawn: string, labels: readonly string[]): Promise<void> {
  expect(await completionLabels(target, drawn)).toEqual([...labels].sort());
}

/** Takes the completion of that label and compares the text, fields of snippets filled with what stands in them at first. */
export async function expectCompleted(target: TargetName, drawn: string, label: string, after: string): Promise<void> {
  const { project, uri } = await cursorIn(drawn, { target });
  const item = (await offered(target, drawn)).find((one) => one.label === label);
  if (item?.textEdit === undefined || !('range' in item.textEdit)) expect.fail(`no completion ${label}`);
  const { range, newText } = item.textEdit;
  const edit: Edit = { uri, range: ourRange(range), newText: plainText(newText) };
  const document = project.documents.get(uri);
  expect(applyEdits(document === undefined ? '' : textOf(document), [edit])).toBe(undraw(after)[0]?.text);
}

/** Draws stretches of the project's files under their text. */
export function drawnLocations(project: Project, locations: readonly Location[]): string {
  return drawnRanges(
    project,
    locations.map(({ uri, range }) => ({ uri, range, message: '' })),
  );
}

/** Draws stretches with a text each under the files they stand in; files without one are left out. */
export function drawnRanges(
  project: Project,
  ranges: readonly { readonly uri: string; readonly range: Range; readonly message: string }[],
): string {
  return draw(
    [...project.documents.values()].flatMap((document) => {
      const marks = ranges
        .filter(({ uri }) => uri === document.uri)
        .map(({ range, message }): Mark => {
          const { start, end } = range;
          return {
            line: start.line,
            start: start.character,
            end: Math.max(end.character, start.character + 1),
            message,
          };
        });
      const name = document.path.replace('/etc/redis/', '');
      return marks.length === 0 ? [] : [{ name, withheld: false, text: textOf(document), marks }];
    }),
  );
}

/** A drawing in the one way in which we draw. */
export function asDrawn(drawn: string): string {
  return draw(undraw(drawn));
}

/** A file of the project after edits. */
export function editedText(project: Project, uri: string, edits: readonly TextEdit[]): string {
  const document = project.documents.get(uri);
  const ours = edits.map(({ range, newText }) => ({ uri, range: ourRange(range), newText }));
  return applyEdits(document === undefined ? '' : textOf(document), ours);
}

async function offered(target: TargetName, drawn: string) {
  const { project, uri, position } = await cursorIn(drawn, { target });
  const line = project.documents.get(uri)?.lines[position.line]?.text ?? '';
  return completion(project, uri, position).filter(({ textEdit, filterText = '' }) => {
    if (textEdit === undefined || !('range' in textEdit)) return false;
    const typed = line.slice(textEdit.range.start.character, position.character);
    return filterText.toLowerCase().startsWith(typed.toLowerCase());
  });
}

function ourRange({ start, end }: Range): Edit['range'] {
  return {
    start: { line: start.line, column: start.character },
    end: { line: end.line, column: end.character },
  };
}

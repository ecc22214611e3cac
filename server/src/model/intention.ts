import { type Document, textOf } from '../syntax/document.js';
import type { Place } from '../text/place.js';
import type { Files } from './files.js';
import type { Project } from './project.js';
import type { RootFile } from './snapshot.js';
import { commentAt } from './trailing-comments.js';

/**
 * The files of a project as their author means them: comments behind directives, for which the server refuses the
 * line, are blanked out. Every other word stays where it is.
 * @returns what to load instead; undefined where no line is refused for a comment
 */
export function withoutTrailingComments(
  project: Project,
  root: RootFile,
  files: Files,
): { readonly root: RootFile; readonly files: Files } | undefined {
  const comments = project.refusals.flatMap((refusal) => commentAt(refusal, project)?.at ?? []);
  if (comments.length === 0) return undefined;
  const texts = new Map<string, string>();
  for (const document of project.documents.values()) {
    const own = comments.filter(({ uri }) => uri === document.uri);
    if (own.length > 0) texts.set(document.uri, blanked(document, own));
  }
  return {
    root: { ...root, text: texts.get(root.uri) ?? root.text, previous: root.previous?.intended ?? project },
    files: {
      ...files,
      async read(path) {
        const answer = await files.read(path);
        const text = answer.kind === 'text' ? texts.get(answer.uri) : undefined;
        return answer.kind === 'text' && text !== undefined ? { ...answer, text } : answer;
      },
    },
  };
}

function blanked(document: Document, comments: readonly Place[]): string {
  const lines = textOf(document).split('\n');
  for (const { line, start } of comments) {
    const text = lines[line] ?? '';
    lines[line] = text.slice(0, start) + text.slice(start).replace(/[^\r\0]/g, ' ');
  }
  return lines.join('\n');
}

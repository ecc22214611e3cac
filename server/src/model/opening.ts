import type { Execution } from './execution.js';
import type { FileAnswer } from './files.js';
import { isTooLong, NO_FILE, resolvePath, TOO_LONG } from './paths.js';

/** What `fopen` comes to: what stands at the path, or in the words of C's `strerror` why it opens nothing. */
export type Opened = Exclude<FileAnswer, { kind: 'missing' }> | { readonly kind: 'failed'; readonly reason: string };

/**
 * Opens a path as a server does that works in `execution.directory`: all that it passes on its way has to be there.
 * @returns undefined where something was not looked at yet, which is then wanted
 */
export function opened(path: string, execution: Execution): Opened | undefined {
  if (isTooLong(path)) return { kind: 'failed', reason: TOO_LONG };
  if (path === '') return { kind: 'failed', reason: NO_FILE };
  for (const folder of foldersNamed(path, execution.directory)) {
    const answer = look(folder, execution);
    if (answer === undefined || answer.kind === 'missing') return answer && failure(folder, execution);
    if (answer.kind === 'text') return { kind: 'failed', reason: NO_FOLDER };
  }
  const absolute = resolvePath(execution.directory, path);
  const answer = look(absolute, execution);
  return answer?.kind === 'missing' ? failure(absolute, execution) : answer;
}

const NO_FOLDER = 'Not a directory';

function look(path: string, { snapshot, wantedPaths }: Execution): FileAnswer | undefined {
  if (path === snapshot.root.path) return { kind: 'text', uri: snapshot.root.uri, text: snapshot.root.text };
  const answer = snapshot.answers.get(path);
  if (answer === undefined) wantedPaths.add(path);
  return answer;
}

/** What stands before `..`, or before a slash or a dot at the end: whatever the path leads to, these have to be folders. */
function foldersNamed(path: string, directory: string): readonly string[] {
  const names = path.split('/');
  return names.flatMap((name, index) => {
    const isLast = index === names.length - 1;
    if (name !== '..' && !(isLast && (name === '' || name === '.'))) return [];
    const folder = resolvePath(directory, names.slice(0, index).join('/') || '.');
    return isBelow(folder, directory) ? [folder] : [];
  });
}

/** Whether something may be missing there: the working directory is there, and so is all that it stands in. */
function isBelow(folder: string, directory: string): boolean {
  return folder !== '/' && !`${directory}/`.startsWith(`${folder}/`);
}

/** Why there is nothing: no such name, or a file stands where the path wants a folder. */
function failure(path: string, execution: Execution): Opened | undefined {
  const answers = foldersAbove(path, execution.directory).map((folder) => look(folder, execution));
  if (answers.includes(undefined)) return undefined;
  return { kind: 'failed', reason: answers.some((answer) => answer?.kind === 'text') ? NO_FOLDER : NO_FILE };
}

function foldersAbove(path: string, directory: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return isBelow(folder, directory) && folder !== '' ? [folder, ...foldersAbove(folder, directory)] : [];
}

import { FileSystemError, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NEW_CONFIGURATION, type NewConfigurationResult } from '../../server/src/lsp/requests.js';
import { askForConfiguration, TITLE } from './configuration-questions.js';
import { showPasswords } from './passwords.js';

/** Asks what the server is for, writes a hardened configuration for it and shows its passwords once. */
export async function newConfiguration(client: BaseLanguageClient): Promise<void> {
  const wishes = await askForConfiguration(client);
  if (wishes === undefined) return;
  const made = await client.sendRequest<NewConfigurationResult>(NEW_CONFIGURATION, wishes);
  if (made.kind === 'problems') {
    await window.showErrorMessage(`Nothing was written: ${made.problems.join('; ')}.`);
    return;
  }
  const folder = await askForFolder(made.files.map(({ name }) => name));
  if (folder === undefined || !(await write(made.files, folder))) return;
  // Whether or not the file can be shown, the passwords have to be: nobody can find them again.
  await window
    .showTextDocument(Uri.joinPath(folder, 'redis.conf'), { preview: false })
    .then(undefined, () => undefined);
  showPasswords(made.passwords);
}

/** A folder in which none of the files exists. */
async function askForFolder(names: readonly string[]): Promise<Uri | undefined> {
  const root = await rootFolder();
  if (root === undefined) return undefined;
  if (!root.isOpen) {
    const present = await existing(names, root.uri);
    if (present !== undefined) await window.showErrorMessage(`${present} Nothing was written.`);
    return present === undefined ? root.uri : undefined;
  }
  const name = await window.showInputBox({
    title: TITLE,
    prompt: `A folder in ${workspace.getWorkspaceFolder(root.uri)?.name}, which is made where there is none`,
    value: 'redis',
    ignoreFocusOut: true,
    validateInput: async (text) =>
      isInside(text) ? await existing(names, Uri.joinPath(root.uri, text)) : 'Write a folder inside the open one.',
  });
  return name === undefined ? undefined : Uri.joinPath(root.uri, name);
}

/** The folder of the workspace, one of several, or one from anywhere where none is open. */
async function rootFolder(): Promise<{ readonly uri: Uri; readonly isOpen: boolean } | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const [uri] =
      (await window.showOpenDialog({
        title: TITLE,
        canSelectFiles: false,
        canSelectFolders: true,
        openLabel: 'Write the Files Here',
      })) ?? [];
    return uri && { uri, isOpen: false };
  }
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick({ placeHolder: TITLE });
  return folder && { uri: folder.uri, isOpen: true };
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}

/** A sentence about those that exist. */
async function existing(names: readonly string[], folder: Uri): Promise<string | undefined> {
  const present: string[] = [];
  for (const name of names) if (await exists(Uri.joinPath(folder, name))) present.push(name);
  if (present.length === 0) return undefined;
  return `${present.join(', ')} ${present.length === 1 ? 'exists' : 'exist'} there already: choose another folder.`;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    // What cannot be looked at may exist, and is not written over.
    return !(error instanceof FileSystemError && error.code === 'FileNotFound');
  }
}

/** In one step, which can be undone; where a file has come to exist meanwhile, it is left alone. */
async function write(
  files: readonly { readonly name: string; readonly text: string }[],
  folder: Uri,
): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { name, text } of files) {
    edit.createFile(Uri.joinPath(folder, name), { overwrite: false, contents: new TextEncoder().encode(text) });
  }
  const isDone = await workspace.applyEdit(edit);
  if (!isDone) await window.showErrorMessage('The files could not be written.');
  return isDone;
}

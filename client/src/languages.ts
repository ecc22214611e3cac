import { type DocumentFilter, workspace } from 'vscode';

/** The languages of the manifest. */
const IDS = ['redis-conf', 'redis-sentinel', 'redis-acl'];

/** The files that are ours, by language. */
export const LANGUAGES: readonly DocumentFilter[] = IDS.map((language) => ({ language }));

/**
 * The same for the language server: files on disk, new ones, and those of the workspace, wherever that lies. Other
 * schemes show a file a second time, as differences and previews do.
 */
export function served(): { language: string; scheme: string }[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders]);
  return [...schemes].flatMap((scheme) => IDS.map((language) => ({ language, scheme })));
}

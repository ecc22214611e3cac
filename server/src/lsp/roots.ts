import type { Files } from '../model/files.js';
import type { RootKind } from '../model/project.js';
import { HEAD_LENGTH, type LanguageId, languageIdOf } from '../syntax/language-id.js';
import { folderOf, isInside, pathOf } from './uris.js';

/** A file that a server may be started with. */
export interface RootFile {
  readonly uri: string;
  readonly kind: RootKind;
}

/** What a file is, by the language that the editor gives it or else by its name and first lines; undefined for any other. */
export function rootKindOf(uri: string, languageId: string, text: string): RootKind | undefined {
  if (/^(?:git|redis-hardening):/.test(uri)) return undefined; // another version of a file, or a text of ours
  const id = isOurs(languageId) ? languageId : languageIdOf(pathOf(uri), text.slice(0, HEAD_LENGTH));
  return id === undefined ? undefined : KINDS[id];
}

/**
 * The configuration files around an open file that may include it: in its folder and in the folders above, up to the
 * workspace's.
 * @param workspaceFolders URIs; where none holds the file, only its own folder is looked into
 */
export async function rootsAround(uri: string, workspaceFolders: readonly string[], files: Files): Promise<RootFile[]> {
  const found: RootFile[] = [];
  const workspace = workspaceFolders.filter((folder) => isInside(uri, folder)).map(pathOf);
  let folder = folderOf(pathOf(uri));
  for (let level = 0; level <= LEVELS; level++) {
    const paths = await files.glob(`${folder === '/' ? '' : escaped(folder)}/*.conf`);
    if (paths === 'withheld') break;
    for (const path of paths.slice(0, MOST)) {
      const answer = await files.read(path);
      if (answer.kind !== 'text') continue;
      const kind = rootKindOf(answer.uri, '', answer.text);
      if (kind !== undefined && !isFragment(path)) found.push({ uri: answer.uri, kind });
    }
    if (folder === '/' || !workspace.some((top) => folder.startsWith(`${top.replace(/\/$/, '')}/`))) break;
    folder = folderOf(folder);
  }
  return found;
}

/** The files at those URIs; one that says nothing of itself is a server's configuration. */
export async function rootsNamed(uris: readonly string[], files: Files): Promise<RootFile[]> {
  const found: RootFile[] = [];
  for (const uri of uris) {
    const answer = await files.read(pathOf(uri));
    if (answer.kind === 'text')
      found.push({ uri: answer.uri, kind: rootKindOf(answer.uri, '', answer.text) ?? 'config' });
  }
  return found;
}

/** Whether the name is that of a part which others include, as in `conf.d/90-limits.conf`. */
export function isFragment(path: string): boolean {
  return /\.d\/[^/]*$|\/\d+[-_][^/]*$/.test(path);
}

/** Folders above an open file's own in which a root is looked for. */
const LEVELS = 3;

/** Files of one folder that are looked at. */
const MOST = 50;

const KINDS: Readonly<Record<LanguageId, RootKind>> = {
  'redis-conf': 'config',
  'redis-sentinel': 'sentinel',
  'redis-acl': 'acl',
};

function isOurs(languageId: string): languageId is LanguageId {
  return languageId in KINDS;
}

function escaped(path: string): string {
  return path.replace(/[*?[\\]/g, '\\$&');
}

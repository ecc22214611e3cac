import { allowingEdits } from '../configuration/allowing.js';
import { CONFIGURATION_FILE } from '../configuration/configuration.js';
import type { Action } from '../features/actions.js';
import type { Finding } from '../rules/define.js';
import type { Analysis } from './session.js';
import { folderOf, isInside, pathOf, uriOf } from './uris.js';

/** The offer to allow a finding in the configuration file, for ACL files, in which comments are illegal. */
export function allowingAction(
  finding: Finding,
  { project, measures }: Analysis,
  workspaceFolders: readonly string[],
): Action | undefined {
  const document = project.documents.get(finding.at.uri);
  if (finding.kind === 'load' || document?.dialect.syntax !== 'acl') return undefined;
  const file = measures.file ?? { uri: newFile(finding.at.uri, workspaceFolders), text: '' };
  const line = document.lines[finding.at.line];
  const user = line?.kind === 'words' ? line.words[1]?.value : undefined;
  const path = relative(pathOf(finding.at.uri), folderOf(pathOf(file.uri)));
  return {
    title: `Allow ${finding.rule} here, in ${CONFIGURATION_FILE}`,
    kind: 'quickfix',
    finding,
    isPreferred: false,
    edits: allowingEdits(file.uri, file.text, { rule: finding.rule, path, user, reason: 'why this is fine here' }),
    placeholder: undefined,
    secret: undefined,
  };
}

/** At the top of the workspace; beside the file where there is none. */
function newFile(uri: string, workspaceFolders: readonly string[]): string {
  const folder = workspaceFolders.find((candidate) => isInside(uri, candidate));
  const path = folder === undefined ? folderOf(pathOf(uri)) : pathOf(folder).replace(/\/$/, '');
  return uriOf(`${path}/${CONFIGURATION_FILE}`, uri);
}

function relative(path: string, folder: string): string {
  const inside = folder === '/' ? '/' : `${folder}/`;
  return path.startsWith(inside) ? path.slice(inside.length) : path;
}

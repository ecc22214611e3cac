import { matchesPath } from '../model/glob.js';
import { resolvePath, resolvePattern } from '../model/paths.js';
import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import type { Document } from '../syntax/document.js';

/** The files of the project that a line names: those of an `include`, the one of an `aclfile`. None for other lines. */
export function filesNamedBy(statement: Statement, project: Project): readonly Document[] {
  const name = statement.directive?.canonical;
  const path = statement.args[0]?.value;
  if (path === undefined || (name !== 'include' && name !== 'aclfile')) return [];
  // `include` is carried out where it stands; the ACL file is opened when all lines have been read.
  const directory = directoryAt(name === 'include' ? statement : undefined, project);
  const whole = resolvePath(directory, path);
  const documents = [...project.documents.values()];
  const exact = documents.filter((document) => document.path === whole);
  if (exact.length > 0 || name === 'aclfile') return exact;
  return documents.filter((document) => matchesPath(resolvePattern(directory, path), document.path));
}

/** The server's working directory when it comes to a line, or in the end; it starts in the folder of the root file. */
function directoryAt(statement: Statement | undefined, project: Project): string {
  let directory = project.root.path.slice(0, project.root.path.lastIndexOf('/')) || '/';
  for (const earlier of project.statements) {
    if (earlier === statement) break;
    const path = earlier.directive?.canonical === 'dir' ? earlier.args[0]?.value : undefined;
    if (path !== undefined) directory = resolvePath(directory, path);
  }
  return directory;
}

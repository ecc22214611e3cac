import type { DocumentLink } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { statementsByLine } from './cursor.js';
import { filesNamedBy } from './included-files.js';
import { rangeIn } from './ranges.js';

/** Paths that lead to another file of the project. A pattern that stands for several files leads to none of them. */
export function links(project: Project, uri: string): readonly DocumentLink[] {
  return [...statementsByLine(project, uri).values()].flatMap((statement) => {
    const [path] = statement.args;
    const [file, ...others] = filesNamedBy(statement, project);
    if (path === undefined || file === undefined || others.length > 0) return [];
    return [
      {
        range: rangeIn(statement.line, path.span),
        target: file.uri,
        tooltip: 'Open the file that the server reads here',
      },
    ];
  });
}

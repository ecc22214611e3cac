import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import { proseOf, sentinelProseOf } from '../catalog/prose.js';
import type { Project } from '../model/project.js';
import { cursorAt } from './cursor.js';
import { parameterAt, parametersOf, sentinelParametersOf } from './parameters.js';

/** Which argument of a directive with several of them is being written. Null where there is no more than one. */
export function signature(project: Project, uri: string, position: Position): SignatureHelp | null {
  const cursor = cursorAt(project, uri, position);
  const [name, keyword] = cursor?.words ?? [];
  if (cursor === undefined || name === undefined || cursor.document.dialect.syntax === 'acl') return null;
  if (cursor.column <= name.span.end) return null;
  const behind = cursor.words.filter(({ span }) => span.end < cursor.column).length;
  const directive = project.catalog.directives.get(name.value.toLowerCase());
  if (directive === undefined) return null;

  if (directive.canonical !== 'sentinel') {
    const parameters = parametersOf(directive);
    if (parameters.names.length < 2) return null;
    return help(directive.name, parameters.names, parameterAt(parameters, behind - 1), proseOf(directive));
  }
  const parameters = keyword && sentinelParametersOf(keyword.value);
  if (parameters === undefined || behind < 2) return null;
  return help(`sentinel ${keyword?.value}`, parameters.names, behind - 2, sentinelProseOf(keyword?.value ?? ''));
}

function help(name: string, parameters: readonly string[], active: number, prose: string | undefined): SignatureHelp {
  let label = name;
  const spans = parameters.map((parameter): [number, number] => {
    const start = label.length + 1;
    label += ` ${parameter}`;
    return [start, label.length];
  });
  return {
    signatures: [
      {
        label,
        parameters: spans.map((span) => ({ label: span })),
        ...(prose === undefined ? {} : { documentation: { kind: 'markdown', value: prose } }),
      },
    ],
    activeSignature: 0,
    activeParameter: Math.min(active, parameters.length - 1),
  };
}

import { behaviourOf } from '../catalog/behaviour.js';
import { parseMemory } from '../catalog/values/memory.js';
import { resolvePath } from '../model/paths.js';
import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import { holdsSecret } from './directive-text.js';
import { grouped } from './numbers.js';

/** What an argument means to the server, as Markdown; undefined where that is plain to see. */
export function valueText(statement: Statement, argument: number, project: Project): string | undefined {
  const word = statement.args[argument];
  if (word === undefined || holdsSecret(statement)) return undefined;
  const bytes = bytesOf(statement, argument, project);
  if (bytes !== undefined) return `\`${word.value}\` = ${grouped(bytes)} bytes`;
  if (word.quote !== '') return `The server reads \`${word.value.replaceAll('`', "'")}\``;
  return undefined;
}

/** The size that an argument stands for, where it is one and has a unit to be got wrong, and the line is taken. */
export function bytesOf(statement: Statement, argument: number, { target, refusals }: Project): bigint | undefined {
  const { directive, args } = statement;
  if (refusals.some((refusal) => refusal.statement === statement)) return undefined;
  const value = args[argument]?.value ?? '';
  if (directive === undefined || !/^\d+[a-z]+$/i.test(value)) return undefined;
  const isSize =
    ((directive.type === 'memory' || directive.type === 'percent-or-memory') && args.length === 1) ||
    (directive.canonical === 'client-output-buffer-limit' && argument % 4 !== 0 && argument % 4 !== 3);
  return isSize ? parseMemory(value, behaviourOf(target).memory) : undefined;
}

/** The path that the server opens for a path argument, as far as it does not depend on a `dir` line in between. */
export function pathNamedBy(project: Project, path: string): string {
  const folder = project.root.path.slice(0, project.root.path.lastIndexOf('/')) || '/';
  return resolvePath(folder, path);
}

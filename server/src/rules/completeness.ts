import type { Project } from '../model/project.js';
import { markedBy } from './marked.js';

/**
 * Whether a line of one of these directives is refused, or a file that is included was not read, so that what no line
 * says may have been meant there.
 */
export function isIncomplete(project: Project, ...directives: readonly string[]): boolean {
  const isMeant = (name: string | undefined): boolean => name !== undefined && directives.includes(name);
  if (project.refusals.some(({ statement }) => isMeant(statement?.directive?.canonical))) return true;
  if (project.refusals.some(({ code }) => code === 'include-missing')) return true;
  return project.withheld.some(({ at }) => markedBy(project, at).words[0]?.value.toLowerCase() === 'include');
}

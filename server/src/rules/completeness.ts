import type { Project } from '../model/project.js';
import { markedBy } from './marked.js';

/** Whether a file that is included was not read, so that what no line says may be said there. */
export function isIncomplete(project: Project): boolean {
  if (project.refusals.some(({ code }) => code === 'include-missing')) return true;
  return project.withheld.some(({ at }) => markedBy(project, at).words[0]?.value.toLowerCase() === 'include');
}

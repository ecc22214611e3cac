import type { Project } from '../model/project.js';
import type { Place } from '../text/place.js';

/** A file's name as people write it beside the root: `conf.d/90.conf`; its whole path where it lies elsewhere. */
export function fileName(project: Project, uri: string): string {
  const path = project.documents.get(uri)?.path ?? uri;
  const folder = project.root.path.slice(0, project.root.path.lastIndexOf('/') + 1);
  return folder !== '' && path.startsWith(folder) ? path.slice(folder.length) : path;
}

/** `conf.d/90.conf:3`; only `line 3` for a place in the file that is looked at. */
export function placeName(project: Project, { uri, line }: Pick<Place, 'uri' | 'line'>, lookedAt: string): string {
  return uri === lookedAt ? `line ${line + 1}` : `${fileName(project, uri)}:${line + 1}`;
}

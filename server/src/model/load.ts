import type { Target } from '../catalog/target.js';
import { besideOf, type Started } from './beside.js';
import type { FileAnswer, Files } from './files.js';
import { withoutTrailingComments } from './intention.js';
import type { Project } from './project.js';
import type { RootFile } from './snapshot.js';
import { startUp } from './startup.js';

/**
 * Reads a root file and all that a server would read with it, replays the server's start, and looks at what stands
 * beside. Asynchronous only because of the reading: `startUp` does the work, and is run again until it misses no file.
 * @returns what the server would run with, and all that it would refuse; never rejects
 */
export async function loadProject(root: RootFile, target: Target, files: Files): Promise<Project> {
  const { project } = await started(root, target, files);
  const beside = await besideOf(project, root, files, (other) => started(other, target, files));
  const mended = withoutTrailingComments(project, root, files);
  const intended = mended && (await started(mended.root, target, mended.files));
  return { ...project, beside, intended: intended && { ...intended.project, beside } };
}

async function started(root: RootFile, target: Target, files: Files): Promise<Started> {
  const answers = new Map<string, FileAnswer>();
  const matches = new Map<string, readonly string[] | 'withheld'>();
  for (;;) {
    const { project, wanted } = startUp({ root, target, answers, matches });
    if (wanted.paths.size === 0 && wanted.patterns.size === 0) {
      return { project, isAlone: answers.size === 0 && matches.size === 0 };
    }
    await Promise.all([
      ...[...wanted.paths].map(async (path) => answers.set(path, await files.read(path))),
      ...[...wanted.patterns].map(async (pattern) => matches.set(pattern, await files.glob(pattern))),
    ]);
  }
}

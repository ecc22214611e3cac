import { threatsOf } from '../model/abilities.js';
import { HARMS, type Harm } from '../model/harms.js';
import type { Project } from '../model/project.js';
import type { ThreatsResult } from './requests.js';

/** The table of who can do what harm, as clients show it. */
export function threatsTable(project: Project): ThreatsResult {
  const users = new Map([...project.users].slice(0, MOST));
  const principals = threatsOf({ ...project, users });
  return {
    root: project.root.path,
    target: project.target.title,
    loads: project.refusals.length === 0,
    leftOut: project.users.size - users.size,
    principals: principals.map(({ name, reach }) => ({ name, reach })),
    harms: HARMS.map((harm) => ({
      title: TITLES[harm],
      abilities: principals.map(({ abilities }) => {
        const { can, by, because, cut } = abilities[harm];
        return { can, by, because: because.map(({ message, at }) => ({ message, at })), cut: cut?.message };
      }),
    })),
  };
}

/** Users that fit into a table which somebody reads; the default user comes first. */
const MOST = 100;

const TITLES: Readonly<Record<Harm, string>> = {
  'read-all-data': 'Read all data',
  'write-any-key': 'Write any key',
  'delete-all-data': 'Delete all data',
  'run-lua': 'Run Lua',
  'write-server-files': 'Write files on the server',
  'freeze-server': 'Freeze the server',
  'stop-server': 'Stop the server',
  'load-module': 'Load a module',
  'change-permissions': 'Change permissions',
  'read-secrets': 'Read secrets',
  'become-replica': 'Make it a replica of another',
  'copy-dataset': 'Copy the whole dataset',
  'watch-traffic': 'Watch everybody’s commands',
};

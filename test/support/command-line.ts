import type { Disk, Io, Output } from '../../server/src/cli/io.js';
import { main } from '../../server/src/cli/main.js';
import type { FolderEntry } from '../../server/src/model/glob.js';
import { type Content, memoryFiles, uriOf } from './memory-files.js';

/** A machine in memory on which the command line runs. */
export interface Machine {
  /** By path; relative ones lie in the working directory, `/project`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether somebody looks at what is printed. */
  readonly terminal?: boolean;
}

/** How a command ended, and what the files held afterwards. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** By path, as they were given. */
  readonly files: Readonly<Record<string, string>>;
}

const FOLDER = '/project';

/** Runs the command line; arguments are split at blanks. */
export async function run(command: string, machine: Machine = {}): Promise<Ended> {
  const contents = new Map<string, Content>();
  for (const [path, text] of Object.entries(machine.files ?? {})) contents.set(absolute(path), { text });
  const written = { stdout: '', stderr: '' };
  let draw = 0xab;
  const output = (name: 'stdout' | 'stderr'): Output => ({
    isTerminal: machine.terminal ?? false,
    write: async (text) => {
      written[name] += text;
    },
  });
  const io: Io = {
    workingDirectory: FOLDER,
    environment: machine.environment ?? {},
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: inLines(machine.stdin ?? ''),
    disk: memoryDisk(contents),
    version: '1.2.3',
    // Every draw is another one: ab…, ac… and so on.
    randomBytes: (count) => new Uint8Array(count).fill(draw++),
    now: () => Date.parse('2026-11-24'),
    serveLanguage: () => output('stdout').write('serving\n'),
  };
  const status = await main(
    command.split(' ').filter((word) => word !== ''),
    io,
  );
  return { status, ...written, files: filesIn(contents) };
}

async function* inLines(text: string): AsyncGenerator<string> {
  for (const line of text.split(/(?<=\n)/)) yield line;
}

function memoryDisk(contents: Map<string, Content>): Disk {
  const files = memoryFiles(contents);
  return {
    ...files,
    list: async (folder) => entriesOf(folder, contents),
    walk: async function* (folder) {
      for (const path of [...contents.keys()].sort()) if (path.startsWith(`${folder}/`)) yield path;
    },
    head: async (path) => {
      const answer = await files.read(path);
      return answer.kind === 'text' ? answer.text : undefined;
    },
    replace: async (path, text) => {
      contents.set(path, { text });
      return undefined;
    },
    create: async (path, text) => {
      if (contents.has(path)) return 'it exists';
      contents.set(path, { text });
      return undefined;
    },
    uriOf,
    pathOf: (uri) => uri.slice(uriOf('').length),
  };
}

function entriesOf(folder: string, contents: ReadonlyMap<string, Content>): readonly FolderEntry[] {
  const inside = `${folder === '/' ? '' : folder}/`;
  const entries = new Map<string, FolderEntry>();
  for (const path of contents.keys()) {
    if (!path.startsWith(inside)) continue;
    const [name = '', ...rest] = path.slice(inside.length).split('/');
    entries.set(name, { name, isFolder: rest.length > 0 });
  }
  return [...entries.values()];
}

function filesIn(contents: ReadonlyMap<string, Content>): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [path, content] of contents) {
    if (content !== 'withheld') files[path.replace(`${FOLDER}/`, '')] = content.text;
  }
  return files;
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `${FOLDER}/${path}`;
}

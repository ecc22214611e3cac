import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** How the program ended. */
export interface Exited {
  readonly status: number | null;
  /** The signal that ended it, if any. */
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the program is started. */
export interface Start {
  readonly folder: string;
  /** Bytes on standard input, or where they come from; without it there is none. */
  readonly stdin?: Uint8Array | 'never ends';
  /** Bounds on its memory, in MB, and on its time, in seconds. */
  readonly memory?: number;
  readonly seconds?: number;
}

/** Runs the built program, dist/cli.js, in a folder; ends it when its time is over. */
export async function runProgram(args: readonly string[], start: Start): Promise<Exited> {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: npm run build makes it');
  const { folder, stdin, memory = 256, seconds = 60 } = start;
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, CLI, ...args], {
    cwd: folder,
    stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  // The program may end before it has read everything.
  child.stdin?.on('error', () => undefined);
  if (stdin === 'never ends') feed(child.stdin);
  else child.stdin?.end(stdin);
  const [status, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve([status, signal]));
  });
  return { status, signal, ...output };
}

function feed(stdin: NodeJS.WritableStream | null): void {
  const zeros = Buffer.alloc(1024 * 1024);
  const more = (): void => {
    if (stdin?.writable === true) stdin.write(zeros, more);
  };
  more();
}

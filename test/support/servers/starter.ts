import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';

/** A program that was started, and may have ended since. */
export interface StartedProgram {
  readonly pid: number;
  /** All that it has printed so far, on either stream. */
  output(): Buffer;
  /** Its exit status once it has ended; as shells have it, 128 plus the number of a signal. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
  /** Resolves at the next thing that it prints, and when it ends. */
  heard(): Promise<void>;
  /** Kills it and waits for its end. */
  kill(): Promise<void>;
}

/**
 * Starts a program by way of a shell that is kept for the next one: for a process as large as ours, starting one
 * itself costs more than a server needs to refuse a file.
 * @param folder its working directory
 */
export function startProgram(folder: string, program: string, args: readonly string[]): Promise<StartedProgram> {
  const shell = idle.pop() ?? newShell();
  keepUsAlive(shell, true);
  shell.stdin.write(`${REPORT} ${[folder, program, ...args].map(quoted).join(' ')}\n`);
  return listenTo(shell);
}

type Shell = ChildProcessByStdio<Writable, Readable, null>;

const idle: Shell[] = [];
const alive = new Set<number>();
process.once('exit', () => {
  for (const pid of alive) killNow(pid);
});

/** Stands before what the shell says itself, so that no server's words are taken for it. */
const MARK = `@${process.pid}-${Math.random().toString(36).slice(2)}`;
const REPORT = 'report';
const SCRIPT = `
newline='
'
${REPORT}() {
  ( cd "$1" && shift && exec "$@" ) 2>&1 &
  printf '\\n${MARK} pid %d\\n' $!
  wait $!
  printf '\\n${MARK} exit %d\\n' $?
}
while IFS= read -r request; do eval "$request"; done`;

function newShell(): Shell {
  const shell = spawn('sh', ['-c', SCRIPT], { stdio: ['pipe', 'pipe', 'ignore'] });
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return shell;
}

/** What waits for a server keeps us alive; a shell that waits for us does not. */
function keepUsAlive({ stdout }: Shell, isBusy: boolean): void {
  if (!(stdout instanceof Socket)) return;
  if (isBusy) stdout.ref();
  else stdout.unref();
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`).replaceAll('\n', `'"$newline"'`)}'`;
}

/** Follows a program from its start to its end, when the shell is free again. */
function listenTo(shell: Shell): Promise<StartedProgram> {
  let printed: Buffer = Buffer.alloc(0);
  let isOver = false;
  const listeners: (() => void)[] = [];
  const heard = () => new Promise<void>((resolve) => (isOver ? resolve() : void listeners.push(resolve)));

  return new Promise((started, failed) => {
    let pid = 0;
    const ended = new Promise<number>((resolve) => {
      const receive = (bytes: Buffer) => {
        printed = Buffer.concat([printed, bytes]);
        const named = pid === 0 ? cutOut(printed, 'pid') : undefined;
        if (named !== undefined) {
          ({ rest: printed, number: pid } = named);
          alive.add(pid);
          started({ pid, output: () => printed, ended, hasEnded: () => isOver, heard, kill });
        }
        const over = cutOut(printed, 'exit');
        if (over !== undefined) {
          printed = over.rest;
          isOver = true;
          alive.delete(pid);
          shell.stdout.off('data', receive);
          shell.off('close', failed);
          keepUsAlive(shell, false);
          idle.push(shell);
          resolve(over.number);
        }
        for (const listener of listeners.splice(0)) listener();
      };
      shell.stdout.on('data', receive);
      shell.once('close', failed);
    });
    const kill = async () => {
      killNow(pid);
      await ended;
    };
  });
}

/** What the shell says of a program, taken out of what the program itself has printed; undefined as long as it does not. */
function cutOut(printed: Buffer, what: 'pid' | 'exit'): { readonly rest: Buffer; readonly number: number } | undefined {
  const start = printed.indexOf(`\n${MARK} ${what} `);
  const end = start === -1 ? -1 : printed.indexOf('\n', start + 1);
  if (end === -1) return undefined;
  const number = Number(printed.toString('latin1', start, end).split(' ').at(-1));
  return { rest: Buffer.concat([printed.subarray(0, start), printed.subarray(end + 1)]), number };
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { textOfBytes } from '../../../server/src/node/bytes.js';
import { type Connection, type ConnectionOptions, connect, isError } from './connection.js';
import type { Server } from './server.js';
import { type Complaint, complaintIn, type LogLine, logLines, unresolvedIn } from './startup-output.js';

/** How to start a server. */
export interface StartRequest {
  /** What the working directory holds: relative path → text or bytes. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The file that the server is given; without one it starts on its options alone. */
  readonly config?: string;
  /** Without this: `server`. A sentinel needs a `config`, which it rewrites. */
  readonly role?: 'server' | 'sentinel';
  /**
   * Options appended after the file, where they override it. Without this: listen on a Unix socket only. Give your
   * own where the file's own `port` or `unixsocket` is what is tested; `--daemonize no` is always appended.
   */
  readonly options?: readonly string[];
  /** Where the server is expected to listen when `options` or the file say so. Without this: the Unix socket. */
  readonly address?: { readonly path: string } | { readonly port: number; readonly host: string };
}

/** How a start ended. */
export type StartResult = Started | Refused | Crashed;

export interface Started {
  readonly verdict: 'started';
  readonly log: readonly LogLine[];
}

export interface Refused extends Partial<Complaint> {
  readonly verdict: 'refused';
  readonly exitCode: number;
  /** Settings that no module claimed (Redis 8), sorted; else empty. */
  readonly unresolved: readonly string[];
  readonly log: readonly LogLine[];
}

export interface Crashed {
  readonly verdict: 'crashed';
  /** `SIGSEGV`, `SIGABRT` … */
  readonly signal: string;
  readonly log: readonly LogLine[];
}

/** A server that answers. Stop it in the end. */
export interface RunningServer {
  /** Its working directory. */
  readonly folder: string;
  readonly pid: number;
  connect(options?: ConnectionOptions): Promise<Connection>;
  /** What it has logged so far. */
  log(): readonly LogLine[];
  /** Waits for its end, if something made it end. */
  ended(): Promise<StartResult>;
  /** Kills it and removes its working directory. */
  stop(): Promise<void>;
}

/** Starts a server only to see whether it starts; nothing is left behind. */
export async function verdictOf(server: Pick<Server, 'path'>, request: StartRequest): Promise<StartResult> {
  return withScratch(request, async (folder) => {
    const attempt = launch(server, request, folder);
    const result = await Promise.race([attempt.ended, answering(attempt)]);
    if (result !== 'answers') return result;
    const log = attempt.log();
    await attempt.kill();
    return { verdict: 'started', log };
  });
}

/** Starts a server to talk with; when it does not start, says how it ended instead. */
export async function startServer(
  server: Pick<Server, 'path'>,
  request: StartRequest = {},
): Promise<RunningServer | Refused | Crashed> {
  const folder = await scratchFolder(request);
  const attempt = launch(server, request, folder);
  const result = await Promise.race([attempt.ended, answering(attempt)]);
  if (result !== 'answers') {
    await removeFolder(folder);
    if (result.verdict === 'started') throw new Error('the server ended without a complaint before it answered');
    return result;
  }
  return {
    folder,
    pid: attempt.pid,
    connect: (options) => connect(attempt.address, options),
    log: attempt.log,
    ended: () => attempt.ended,
    stop: async () => {
      await attempt.kill();
      await removeFolder(folder);
    },
  };
}

/** Starts a server, hands it over and stops it, whatever happens. Throws when it does not start. */
export async function withServer<T>(
  server: Pick<Server, 'path'>,
  request: StartRequest,
  use: (running: RunningServer, connection: Connection) => Promise<T>,
): Promise<T> {
  const running = await startServer(server, request);
  if ('verdict' in running) throw new Error(`the server did not start: ${JSON.stringify(running)}`);
  try {
    const connection = await running.connect();
    try {
      return await use(running, connection);
    } finally {
      connection.close();
    }
  } finally {
    await running.stop();
  }
}

interface Attempt {
  readonly address: { readonly path: string } | { readonly port: number; readonly host: string };
  readonly pid: number;
  readonly ended: Promise<StartResult>;
  hasEnded(): boolean;
  log(): readonly LogLine[];
  kill(): Promise<void>;
}

const children = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function launch(server: Pick<Server, 'path'>, request: StartRequest, folder: string): Attempt {
  const socket = join(folder, 's.sock');
  const args = [
    ...(request.config === undefined ? [] : [request.config]),
    ...(request.role === 'sentinel' ? ['--sentinel'] : []),
    ...(request.options ?? ['--port', '0', '--unixsocket', socket]),
    ...['--daemonize', 'no'],
  ];
  const child = spawn(server.path, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);

  const output: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => output.push(bytes));
  let over = false;
  const ended = new Promise<StartResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      over = true;
      children.delete(child);
      resolve(outcome(code, signal, textOfBytes(Buffer.concat(output))));
    });
  });
  return {
    address: request.address ?? { path: socket },
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => over,
    log: () => logLines(textOfBytes(Buffer.concat(output))),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function outcome(code: number | null, signal: NodeJS.Signals | null, output: string): StartResult {
  const log = logLines(output);
  if (code === 0) return { verdict: 'started', log };
  if (code === null) return { verdict: 'crashed', signal: signal ?? 'unknown', log };
  // A shell reports a child's signal as 128 plus its number.
  if (code > 128) return { verdict: 'crashed', signal: code === 139 ? 'SIGSEGV' : `exit ${code}`, log };
  return { verdict: 'refused', exitCode: code, unresolved: unresolvedIn(output), ...complaintIn(output), log };
}

/** Resolves as soon as the server answers anything but that it is loading; never when it ends before. */
async function answering(attempt: Attempt): Promise<'answers'> {
  const deadline = Date.now() + 30_000;
  // Asking costs more than the server needs to start, so not too often.
  for (let pause = 8; !attempt.hasEnded(); pause = Math.min(pause * 1.5, 50)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (attempt.hasEnded()) break;
    if (await answers(attempt)) return 'answers';
    if (Date.now() > deadline) {
      await attempt.kill();
      throw new Error('the server neither answered nor ended within 30 seconds');
    }
  }
  return new Promise(() => {});
}

async function answers({ address }: Attempt): Promise<boolean> {
  try {
    const connection = await connect(address);
    const reply = await connection.ask('PING');
    connection.close();
    return !(isError(reply) && (reply.error === 'connection closed' || reply.error.startsWith('LOADING')));
  } catch (error) {
    // `unixsocketperm` of the file under test may shut ourselves out of our own socket.
    if (isRefusedAccess(error) && 'path' in address) await chmod(address.path, 0o700).catch(() => {});
    return false;
  }
}

function isRefusedAccess(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EACCES';
}

async function withScratch<T>(request: StartRequest, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await scratchFolder(request);
  try {
    return await use(folder);
  } finally {
    await removeFolder(folder);
  }
}

async function scratchFolder({ files = {} }: StartRequest): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-hardening-'));
  folders.add(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (name.includes('/')) await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
}

/** Reads a file that a server has written into its working directory. */
export async function readScratch(running: RunningServer, name: string): Promise<string> {
  return readFile(join(running.folder, name), 'utf8');
}

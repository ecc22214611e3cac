import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { textOfBytes } from '../../../server/src/node/bytes.js';
import { type Connection, type ConnectionOptions, connect, isError } from './connection.js';
import type { Server } from './server.js';
import { type StartedProgram, startProgram } from './starter.js';
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
    const attempt = await launch(server, request, folder);
    const result = await Promise.race([attempt.ended, answering(attempt)]);
    if (result !== 'answers') return result;
    const log = attempt.log();
    await attempt.program.kill();
    return { verdict: 'started', log };
  });
}

/** Starts a server to talk with; when it does not start, says how it ended instead. */
export async function startServer(
  server: Pick<Server, 'path'>,
  request: StartRequest = {},
): Promise<RunningServer | Refused | Crashed> {
  const folder = await scratchFolder(request);
  const attempt = await launch(server, request, folder);
  const result = await Promise.race([attempt.ended, answering(attempt)]);
  if (result !== 'answers') {
    await removeFolder(folder);
    if (result.verdict === 'started') throw new Error('the server ended without a complaint before it answered');
    return result;
  }
  return {
    folder,
    pid: attempt.program.pid,
    connect: (options) => connect(attempt.address, options),
    log: attempt.log,
    ended: () => attempt.ended,
    stop: async () => {
      await attempt.program.kill();
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
  readonly program: StartedProgram;
  readonly ended: Promise<StartResult>;
  log(): readonly LogLine[];
}

const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function launch(server: Pick<Server, 'path'>, request: StartRequest, folder: string): Promise<Attempt> {
  const socket = join(folder, 's.sock');
  const args = [
    ...(request.config === undefined ? [] : [request.config]),
    ...(request.role === 'sentinel' ? ['--sentinel'] : []),
    ...(request.options ?? ['--port', '0', '--unixsocket', socket]),
    ...['--daemonize', 'no'],
  ];
  const program = await startProgram(folder, server.path, args);
  return {
    address: request.address ?? { path: socket },
    program,
    ended: program.ended.then((status) => outcome(status, textOfBytes(program.output()))),
    log: () => logLines(textOfBytes(program.output())),
  };
}

function outcome(code: number, output: string): StartResult {
  const log = logLines(output);
  if (code === 0) return { verdict: 'started', log };
  if (code > 128) return { verdict: 'crashed', signal: signalOf(code - 128), log };
  return { verdict: 'refused', exitCode: code, unresolved: unresolvedIn(output), ...complaintIn(output), log };
}

function signalOf(number: number): string {
  return Object.entries(constants.signals).find(([, own]) => own === number)?.[0] ?? `signal ${number}`;
}

/** Resolves as soon as the server answers anything but that it is loading; never when it ends before. */
async function answering(attempt: Attempt): Promise<'answers'> {
  const { program } = attempt;
  const deadline = Date.now() + 60_000;
  // Asking costs more than the server needs to start. Most say when they are ready, but not with `loglevel warning`.
  for (let pause = 30; !program.hasEnded(); pause = 50) {
    await Promise.race([readiness(program), new Promise((resolve) => setTimeout(resolve, pause))]);
    if (program.hasEnded()) break;
    if (await answers(attempt)) return 'answers';
    if (Date.now() > deadline) {
      await program.kill();
      throw new Error('the server neither answered nor ended within 60 seconds');
    }
  }
  return new Promise(() => {});
}

/** Resolves when the server has said that it accepts connections, or has ended. */
async function readiness(program: StartedProgram): Promise<void> {
  while (!program.hasEnded() && !program.output().includes('eady to accept connections')) await program.heard();
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
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}

/** Reads a file that a server has written into its working directory. */
export async function readScratch(running: RunningServer, name: string): Promise<string> {
  return readFile(join(running.folder, name), 'utf8');
}

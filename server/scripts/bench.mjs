// `npm run bench`: how fast the built programs are on this machine, beside floors that are measured in the same run:
// what Node needs to start and to read a file and split it into lines. Prints a table; the ratios can be compared
// between machines, the times cannot.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
/** So many times each thing is done, unless that takes long; the median counts. */
const ROUNDS = 7;
const LONG = 20_000;
/** So many are asked of `can --batch`. */
const QUESTIONS = 20_000;
/** Milliseconds after which a program is ended. */
const TOO_LONG = 120_000;

/** Reads a file and splits it, and nothing else. */
const SPLITTING = `let n = 0; for (const line of require('node:fs').readFileSync(process.argv[1], 'utf8').split('\\n')) n += line.split(' ').length`;

try {
  row('what', 'measured', 'floor', 'ratio');
  const config = await hardenedFile();
  const acl = usersFile();
  await programs();
  await startUp();
  await editing('redis.conf', 'redis-conf', config);
  await editing('users.acl', 'redis-acl', acl);
  await checking('redis.conf', config);
  await checking('users.acl', acl);
  await asking(acl);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A redis.conf of 2,300 lines: every setting with its default, and comments between them. */
async function hardenedFile() {
  const empty = join(folder, 'empty.conf');
  writeFileSync(empty, '');
  const { stdout } = await run([join(dist, 'cli.js'), 'effective', empty, '--format', 'json']);
  const comment = '# What this does, what goes wrong without it, and which value is a safe choice for most.\n';
  /** @type {{ settings: { name: string, value?: string | null }[] }} */
  const { settings } = JSON.parse(stdout);
  const set = settings.filter(({ name, value }) => value && !/[\s"']/.test(value) && name !== 'dir');
  const each = Math.floor(2300 / set.length) - 1;
  const text = set.map(({ name, value }) => `${comment.repeat(each)}${name} ${value}\n`).join('');
  const lines = text.split('\n').length;
  return text + comment.repeat(Math.max(0, 2300 - lines));
}

/** An ACL file of 20,000 users with a password each, little of which anything is to be said. */
function usersFile() {
  const users = Array.from({ length: 20_000 }, (_, i) => {
    const digest = createHash('sha256').update(`long-and-secret-${i}`).digest('hex');
    return `user app-${i} on #${digest} ~app-${i}:* resetchannels &app-${i}:* +@read +@write -@dangerous -@scripting -scan\n`;
  });
  return `user default off\n${users.join('')}`;
}

async function programs() {
  for (const name of ['server.js', 'cli.js', 'client.js', 'web-client.js', 'web-server.js']) {
    row(`size of ${name}`, `${Math.round(statSync(join(dist, name)).size / 1024)} KB`);
  }
}

async function startUp() {
  const floor = await median(async () => (await run(['--eval', '0'])).milliseconds);
  const measured = await median(async () => {
    const began = performance.now();
    const client = await connect();
    const milliseconds = performance.now() - began;
    await client.end();
    return milliseconds;
  });
  timed('process start to initialize answer', measured, floor);
}

/**
 * @param {string} name
 * @param {string} languageId
 * @param {string} text
 */
async function editing(name, languageId, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const uri = pathToFileURL(path).href;
  const floor = await median(async () => readAndSplit(path));
  const line = Math.floor(text.split('\n').length / 2);
  const client = await connect();
  const ask = () => client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const began = performance.now();
  client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId, version: 1, text },
  });
  await ask();
  const opened = performance.now() - began;
  let version = 1;
  const keystroke = await median(async () => {
    version++;
    const before = performance.now();
    client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: ' ' }],
    });
    await ask();
    return performance.now() - before;
  });
  const memory = peakMemory(client.pid);
  await client.end();
  timed(`${name}: open to diagnostics`, opened, floor);
  timed(`${name}: keystroke to diagnostics`, keystroke, floor);
  row(`${name}: peak memory of the server`, memory === 0 ? 'unknown here' : `${Math.round(memory / 1024)} MB`);
}

/**
 * @param {string} name
 * @param {string} text
 */
async function checking(name, text) {
  const path = join(folder, name);
  const lines = text.split('\n').length - 1;
  const floor = await median(async () => (await run(['--eval', SPLITTING, path])).milliseconds);
  const checked = await median(
    async () => (await run([join(dist, 'cli.js'), 'check', path, '--fail-on', 'never'])).milliseconds,
  );
  timed(`${name}: check of ${lines} lines`, checked, floor);
  row(
    `${name}: lines a second of check`,
    String(Math.round((lines / checked) * 1000)),
    String(Math.round((lines / floor) * 1000)),
  );
}

/** @param {string} text */
async function asking(text) {
  const path = join(folder, 'users.acl');
  const cli = join(dist, 'cli.js');
  const floor = await median(async () => (await run(['--eval', SPLITTING, path])).milliseconds);
  const asked = await median(
    async () => (await run([cli, 'can', path, '--user', 'app-19999', 'GET', 'app-19999:1'])).milliseconds,
  );
  timed(`can, one command of one of ${text.split('\n').length - 1} users`, asked, floor);
  // What the first question costs, reading the file above all, is not what the others cost.
  const batch = await median(async () => (await run([cli, 'can', path, '--batch'], questions(QUESTIONS))).milliseconds);
  const answered = (QUESTIONS / Math.max(1, batch - asked)) * 1000;
  row(`can --batch: answers a second, of ${QUESTIONS}`, String(Math.round(answered)));
}

/** As `can --batch` reads them, each of another user. @param {number} count */
function questions(count) {
  const lines = Array.from({ length: count }, (_, i) => {
    const user = `app-${i % 20_000}`;
    return `${JSON.stringify({ user, argv: i % 2 === 0 ? ['GET', `${user}:1`] : ['SET', 'other', '1'] })}\n`;
  });
  return lines.join('');
}

/** @param {string} path */
function readAndSplit(path) {
  const began = performance.now();
  let words = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) words += line.split(' ').length;
  return words > 0 ? performance.now() - began : 0;
}

/** Starts the language server and greets it. */
async function connect() {
  const child = spawn(process.execPath, [join(dist, 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 2 * TOO_LONG,
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    pid: child.pid ?? 0,
    async end() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
      await exited;
    },
  };
}

/** In KB; 0 where the system does not tell. @param {number} pid */
function peakMemory(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Runs Node to its end.
 * @param {readonly string[]} args
 * @param {string} [stdin]
 * @returns {Promise<{ stdout: string, milliseconds: number }>}
 */
function run(args, stdin = '') {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: TOO_LONG });
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined).end(stdin);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve({ stdout, milliseconds: performance.now() - began }));
  });
}

/** @param {() => Promise<number>} measure */
async function median(measure) {
  /** @type {number[]} */
  const times = [];
  const began = performance.now();
  while (times.length < ROUNDS && (times.length === 0 || performance.now() - began < LONG)) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * @param {string} what
 * @param {number} measured
 * @param {number} floor
 */
function timed(what, measured, floor) {
  row(what, `${measured.toFixed(1)} ms`, `${floor.toFixed(1)} ms`, `${(measured / floor).toFixed(1)} x`);
}

/**
 * Prints at once, since the whole takes minutes.
 * @param {string[]} cells
 */
function row(...cells) {
  const [what = '', ...numbers] = cells;
  console.log([what.padEnd(44), ...numbers.map((cell) => cell.padStart(12))].join(' '));
}

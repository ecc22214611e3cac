import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.js';
import { RULES } from '../../server/src/rules/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { type DrawnFile, draw, markAt, undraw } from './drawing.js';
import { type Content, memoryFiles, uriOf } from './memory-files.js';

/** Who speaks to the server. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Section `redisHardening`, for clients that are asked. */
  readonly settings?: unknown;
  /** Without this: always the same ones. */
  readonly randomBytes?: (count: number) => Uint8Array;
}

/** A client that holds drawn files, and a server that runs in this process: connected by a pair of streams. */
export interface LanguageClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Lines that the server has logged, and messages it has shown. */
  readonly said: string[];
  uri(name: string): string;
  open(name: string): Promise<void>;
  /** Replaces text in an open file, as typing does: only the changed part is sent. */
  replace(name: string, before: string, after: string): Promise<void>;
  text(name: string): string;
  /** A position in a file as requests name it: where that text begins. */
  place(name: string, text: string): { textDocument: { uri: string }; position: Position };
  /** All of a file as requests name it. */
  whole(name: string): { textDocument: { uri: string }; range: Range };
  /** Asks for the diagnostics of a file and draws those of rules about loading under its text. */
  drawnDiagnostics(name: string): Promise<string>;
  /** The same for diagnostics that the server sends by itself, which are waited for. */
  publishedDiagnostics(name: string): Promise<string>;
  diagnostics(name: string): Promise<readonly Diagnostic[]>;
  /** A file's text on disk is this from now on, and the client says so. */
  write(name: string, text: string): Promise<void>;
  /** Makes the edits that the server answers with. */
  apply(edit: WorkspaceEdit | undefined): Promise<void>;
  stop(): Promise<void>;
}

const FOLDER = '/etc/redis';

/** Starts a server for files drawn as in rule tests; nothing is open yet. Marks are no part of the files. */
export async function languageClient(drawn: string, options: ClientOptions = {}): Promise<LanguageClient> {
  const files = new Map<string, Content>(undraw(drawn).map((file) => [pathOf(file.name), { text: file.text }]));
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    files: () => memoryFiles(files),
    randomBytes: options.randomBytes ?? ((count) => new Uint8Array(count).fill(7)),
    now: () => Date.parse('2026-11-24'),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });

  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const said: string[] = [];
  const published = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Map<string, () => void>();
  connection.onNotification('window/logMessage', ({ message }) => void said.push(message));
  connection.onNotification('window/showMessage', ({ message }) => void said.push(message));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => options.settings ?? null));
  for (const method of [
    'client/registerCapability',
    'workspace/diagnostic/refresh',
    'window/workDoneProgress/create',
  ]) {
    connection.onRequest(method, () => null);
  }
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
    waiting.get(params.uri)?.();
  });
  connection.listen();

  const uri = (name: string): string => uriOf(pathOf(name));
  const open = new Map<string, { version: number; text: string }>();
  const textAt = (path: string): string => {
    const content = files.get(path);
    return open.get(uriOf(path))?.text ?? (content === undefined || content === 'withheld' ? '' : content.text);
  };
  const diagnostics = async (name: string): Promise<readonly Diagnostic[]> => {
    const params = { textDocument: { uri: uri(name) } };
    const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', params);
    return report.kind === 'full' ? report.items : [];
  };
  const change = async (path: string, text: string, range?: { start: number; end: number; newText: string }) => {
    const file = open.get(uriOf(path));
    if (file === undefined) return void files.set(path, { text });
    const contentChanges =
      range === undefined
        ? [{ text }]
        : [
            {
              range: { start: positionAt(file.text, range.start), end: positionAt(file.text, range.end) },
              text: range.newText,
            },
          ];
    file.text = text;
    file.version++;
    const textDocument = { uri: uriOf(path), version: file.version };
    await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  };

  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: uriOf(FOLDER),
    workspaceFolders: [{ uri: uriOf(FOLDER), name: 'redis' }],
    capabilities: options.capabilities ?? {
      workspace: { configuration: options.settings !== undefined },
      textDocument: { diagnostic: {} },
    },
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    said,
    uri,
    diagnostics,
    text: (name) => textAt(pathOf(name)),
    place: (name, text) => {
      const whole = textAt(pathOf(name));
      return { textDocument: { uri: uri(name) }, position: positionAt(whole, whole.indexOf(text)) };
    },
    whole: (name) => {
      const text = textAt(pathOf(name));
      const range = { start: positionAt(text, 0), end: positionAt(text, text.length) };
      return { textDocument: { uri: uri(name) }, range };
    },
    async open(name) {
      open.set(uri(name), { version: 1, text: textAt(pathOf(name)) });
      const textDocument = { uri: uri(name), languageId: languageOf(name), version: 1, text: textAt(pathOf(name)) };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    async replace(name, before, after) {
      const text = textAt(pathOf(name));
      const start = text.indexOf(before);
      const end = start + before.length;
      await change(pathOf(name), text.slice(0, start) + after + text.slice(end), { start, end, newText: after });
    },
    async drawnDiagnostics(name) {
      return drawnFile(name, textAt(pathOf(name)), await diagnostics(name));
    },
    async publishedDiagnostics(name) {
      const next = new Promise<void>((resolve) => waiting.set(uri(name), resolve));
      await next;
      return drawnFile(name, textAt(pathOf(name)), published.get(uri(name))?.diagnostics ?? []);
    },
    async write(name, text) {
      files.set(pathOf(name), { text });
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type: 2 }] });
    },
    async apply(edit) {
      const changes = new Map(Object.entries(edit?.changes ?? {}));
      for (const one of edit?.documentChanges ?? []) {
        if ('edits' in one)
          changes.set(
            one.textDocument.uri,
            one.edits.flatMap((e) => ('newText' in e ? [e] : [])),
          );
      }
      for (const [file, edits] of changes) {
        const path = file.replace('file://', '');
        const ours = edits.map(({ range, newText }) => ({
          uri: file,
          range: {
            start: { line: range.start.line, column: range.start.character },
            end: { line: range.end.line, column: range.end.character },
          },
          newText,
        }));
        await change(path, applyEdits(textAt(path), ours));
      }
    },
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
}

/** A drawing in the one way that the client draws, for comparison. */
export function asDrawn(drawn: string): string {
  return draw(undraw(drawn));
}

function drawnFile(name: string, text: string, diagnostics: readonly Diagnostic[]): string {
  const loading = new Set(RULES.filter(({ kind }) => kind === 'load').map(({ id }) => id));
  const marks = diagnostics
    .filter(({ code }) => loading.has(String(code)))
    .map(({ range, code, message }) =>
      markAt(
        { uri: '', line: range.start.line, start: range.start.character, end: range.end.character },
        `${code}: ${String(message).replaceAll('\n', ' / ')}`,
      ),
    );
  const file: DrawnFile = { name, withheld: false, text, marks };
  return draw([file]);
}

function languageOf(name: string): string {
  if (name.endsWith('.acl')) return 'redis-acl';
  return name.includes('sentinel') ? 'redis-sentinel' : 'redis-conf';
}

function pathOf(name: string): string {
  return name.startsWith('/') ? name : `${FOLDER}/${name}`;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

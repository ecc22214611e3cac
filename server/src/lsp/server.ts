import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TARGETS as ALL_TARGETS, target } from '../catalog/target.js';
import { languageIdOf } from '../syntax/language-id.js';
import { capabilitiesFor } from './capabilities.js';
import type { Host } from './host.js';
import { newConfiguration } from './new-configuration.js';
import { serveTexts } from './provided-texts.js';
import {
  CHANGED,
  LANGUAGE_OF,
  type LanguageOfParams,
  type LanguageOfResult,
  NEW_CONFIGURATION,
  type NewConfigurationParams,
  type NewConfigurationResult,
  READ_AS,
  type ReadAsParams,
  type ReadAsResult,
  TARGETS,
  type TargetsResult,
} from './requests.js';
import { serveCommands } from './serve-commands.js';
import { serveDiagnostics } from './serve-diagnostics.js';
import { serveFeatures } from './serve-features.js';
import { keyOf, pathOf } from './uris.js';
import { type Workbench, workbenchFor } from './workbench.js';

/** Serves one client until it goes: answers what it asks for, and tells it what it is to know. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    const workbench = workbenchFor(connection, host, documents, params);
    const diagnostics = serveDiagnostics(workbench);
    const texts = serveTexts(workbench);
    serveFeatures(workbench);
    serveCommands(workbench);
    answerOwnRequests(workbench);
    follow(workbench, () => {
      diagnostics.changed();
      texts.changed();
    });
    return { serverInfo: { name: 'redis-hardening' }, capabilities: capabilitiesFor(workbench.client) };
  });
  documents.listen(connection);
  connection.listen();
}

/** What only our own client asks. */
function answerOwnRequests({ connection, host, measuresFor }: Workbench): void {
  connection.onRequest(
    LANGUAGE_OF,
    ({ uri, head }: LanguageOfParams): LanguageOfResult => languageIdOf(pathOf(uri), head) ?? null,
  );
  connection.onRequest(READ_AS, async ({ uri }: ReadAsParams): Promise<ReadAsResult> => {
    const { target, targetFrom } = await measuresFor(uri);
    return { name: target.name, title: target.title, decidedBy: targetFrom };
  });
  connection.onRequest(TARGETS, (): TargetsResult => ALL_TARGETS.map((name) => ({ name, title: target(name).title })));
  connection.onRequest<NewConfigurationResult, void>(NEW_CONFIGURATION, (params: NewConfigurationParams) =>
    newConfiguration(params, host),
  );
}

/** Keeps the session in step with the editors, the files and the settings. */
function follow(workbench: Workbench, changed: () => void): void {
  const { connection, client, documents, files, folders, session, settings } = workbench;
  const forget = (): void => {
    session.forget();
    files.forget();
    changed();
    if (client.readsFiles) void connection.sendNotification(CHANGED);
    if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    if (client.refreshesHints) void connection.languages.inlayHint.refresh();
    if (client.refreshesLenses) void connection.sendRequest('workspace/codeLens/refresh');
  };
  const edited = ({ document }: { readonly document: TextDocument }): void => {
    session.edited(document.uri);
    changed();
  };

  documents.onDidChangeContent(edited);
  documents.onDidClose(edited);
  connection.onDidChangeConfiguration((params) => {
    settings.take(params.settings);
    settings.forget();
    forget();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const open = new Set(documents.all().map(({ uri }) => keyOf(uri)));
    const news = changes.filter(({ uri, type }) => type !== FileChangeType.Changed || !open.has(keyOf(uri)));
    if (news.length > 0) forget();
  });
  connection.onInitialized(() => {
    if (client.announcesConfigurationOnRequest) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'redisHardening' });
    }
    if (client.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (!client.followsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
      forget();
    });
  });
}

/** Whatever a server may read: included files have any name, most of them one of these. */
const WATCHED = ['**/*.{conf,acl}', '**/.redis-hardening*.json'];

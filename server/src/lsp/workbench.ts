import type { CancellationToken, Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project } from '../model/project.js';
import { abilitiesOf, type ClientAbilities } from './abilities.js';
import { type ClientSettings, clientSettings } from './client-settings.js';
import type { Editing } from './convert.js';
import { filesThroughClient, noFiles, type RememberedFiles, rememberedFiles } from './files.js';
import { type Guard, guardOf, throwIfCancelled, whereOf } from './guard.js';
import type { Host } from './host.js';
import { type Measures, measuresFor } from './measures.js';
import { watchFor } from './progress.js';
import { keptSecrets, type Secrets } from './secrets.js';
import { type Analysis, openSession, type Session } from './session.js';

/** What the handlers of all requests work with. */
export interface Workbench {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: ClientAbilities;
  readonly documents: TextDocuments<TextDocument>;
  readonly session: Session;
  readonly settings: ClientSettings;
  measuresFor(uri: string): Promise<Measures>;
  readonly files: RememberedFiles;
  readonly guard: Guard;
  readonly secrets: Secrets;
  /** URIs; changes with the client's. */
  readonly folders: Set<string>;
}

/** Sets everything up for the client that has just said what it can do. */
export function workbenchFor(
  connection: Connection,
  host: Host,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): Workbench {
  const client = abilitiesOf(params);
  const settings = clientSettings(connection, client, params.initializationOptions);
  const folders = new Set(client.workspaceFolders);
  const beside = client.readsFiles ? filesThroughClient(connection) : (host.files ?? noFiles);
  const files = rememberedFiles(beside);
  const read = client.watchesFiles ? files.beside : beside;
  const measures = async (uri: string): Promise<Measures> =>
    measuresFor(uri, await settings.for(uri), [...folders], read);
  const opened = openSession({
    openFiles: () => documents.all(),
    files: read,
    workspaceFolders: () => [...folders],
    measuresFor: measures,
    randomBytes: (count) => host.randomBytes(count),
    now: () => host.now(),
    breathe: () => new Promise((resolve) => host.after(0, resolve)),
    onRuleError: (rule, error) => connection.console.error(`the rule ${rule} failed: ${whereOf(error)}`),
  });
  const watch = watchFor(connection, host);
  const session: Session = client.showsProgress
    ? { ...opened, analysesOf: (uri) => watch(opened.analysesOf(uri)) }
    : opened;
  return {
    connection,
    host,
    client,
    documents,
    session,
    settings,
    measuresFor: measures,
    files,
    guard: guardOf(connection),
    secrets: keptSecrets(),
    folders,
  };
}

/** Calls a feature with the project that a file belongs to first; without one the answer is `empty`. */
export async function inProject<R>(
  { session }: Workbench,
  uri: string,
  token: CancellationToken,
  empty: R,
  feature: (project: Project, analysis: Analysis) => R,
): Promise<R> {
  const [analysis] = await session.analysesOf(uri);
  throwIfCancelled(token);
  return analysis === undefined ? empty : feature(analysis.project, analysis);
}

/** How edits are to be written for the client, where these analyses are what is known of files. */
export function editingFor({ client, documents }: Workbench, analyses: readonly Analysis[]): Editing {
  const known = (uri: string): boolean =>
    analyses.some(({ project, measures }) => project.documents.has(uri) || measures.file?.uri === uri);
  return {
    client,
    versionOf: (uri) => documents.get(uri)?.version,
    exists: (uri) => documents.get(uri) !== undefined || known(uri),
  };
}

import type { InitializeParams } from 'vscode-languageserver';

/** What the client at hand can do, as far as it matters here. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly createsFiles: boolean;
  readonly confirmsChanges: boolean;
  readonly snippetCompletions: boolean;
  readonly answersConfiguration: boolean;
  readonly announcesConfigurationOnRequest: boolean;
  readonly watchesFiles: boolean;
  readonly followsFolders: boolean;
  readonly showsProgress: boolean;
  readonly showsDocumentContent: boolean;
  /** Reads files for the server: our own extension. */
  readonly readsFiles: boolean;
  readonly workspaceFolders: readonly string[];
  /** The address of a rule's page, where a click on it leads somewhere. */
  rulePage(rule: string): string | undefined;
}

/** Texts that this server provides stand under this scheme. */
export const CONTENT_SCHEME = 'redis-hardening';

/** Reads what a client says of itself when it starts the server. */
export function abilitiesOf(params: InitializeParams): ClientAbilities {
  const { workspace, textDocument, window } = params.capabilities;
  const options: unknown = params.initializationOptions;
  const showsDocumentContent = workspace?.textDocumentContent !== undefined;
  const clickableCodes =
    textDocument?.diagnostic?.codeDescriptionSupport ??
    textDocument?.publishDiagnostics?.codeDescriptionSupport ??
    false;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport ?? false,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    confirmsChanges: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    answersConfiguration: workspace?.configuration ?? false,
    announcesConfigurationOnRequest: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    followsFolders: workspace?.workspaceFolders ?? false,
    showsProgress: window?.workDoneProgress ?? false,
    showsDocumentContent,
    readsFiles: isFlagged(options, 'readsFiles'),
    workspaceFolders: params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []),
    rulePage: (rule) => (clickableCodes && showsDocumentContent ? `${CONTENT_SCHEME}:/rules/${rule}.md` : undefined),
  };
}

function isFlagged(options: unknown, name: string): boolean {
  return typeof options === 'object' && options !== null && new Map(Object.entries(options)).get(name) === true;
}

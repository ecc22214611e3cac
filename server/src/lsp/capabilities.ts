import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL } from '../features/actions.js';
import { type ClientAbilities, CONTENT_SCHEME } from './abilities.js';
import { COMMANDS } from './serve-commands.js';

/** What the client may ask of this server. */
export function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.showsDocumentContent ? { textDocumentContent: { schemes: [CONTENT_SCHEME] } } : {}),
    },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    ...(client.pullsDiagnostics ? { diagnosticProvider: DIAGNOSTICS } : {}),
    completionProvider: { resolveProvider: true, triggerCharacters: [' ', '+', '-', '@', '|', '(', '%'] },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [' '] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    executeCommandProvider: { commands: Object.values(COMMANDS) },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
  };
}

const DIAGNOSTICS = { identifier: 'redis-hardening', interFileDependencies: true, workspaceDiagnostics: true };

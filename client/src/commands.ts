import { ConfigurationTarget, commands, Disposable, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TARGETS, type TargetsResult } from '../../server/src/lsp/requests.js';
import { activeUri, ask } from './ask.js';
import { showEffective } from './effective.js';
import { newConfiguration } from './new-configuration.js';
import { showThreats } from './threats.js';
import { askWhoCanRun } from './who-can-run.js';

/** The commands of the palette. What they show comes from the language server, which other editors can ask as well. */
export function registerCommands(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('redisHardening.selectTarget', () => selectTarget(client)),
    commands.registerCommand('redisHardening.fixAll', fixAll),
    commands.registerCommand('redisHardening.showEffective', () => showEffective(client)),
    commands.registerCommand('redisHardening.askWhoCanRun', () => askWhoCanRun(client)),
    commands.registerCommand('redisHardening.showThreats', () => showThreats(client)),
    commands.registerCommand('redisHardening.newConfiguration', () => newConfiguration(client)),
    commands.registerCommand('redisHardening.hardenFile', () => hardenFile(client)),
    commands.registerCommand('redisHardening.restart', () => restart(client)),
    commands.registerCommand('redisHardening.showOutput', () => client.outputChannel.show()),
  );
}

async function fixAll(): Promise<void> {
  const kind = 'source.fixAll.redisHardening';
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
}

/** Gathers all fixes in a refactor preview, where each can be ticked. */
async function hardenFile(client: BaseLanguageClient): Promise<void> {
  const uri = activeUri(client);
  if (uri === undefined) return;
  const changes = await ask<number>(client, 'redisHardening.harden', uri);
  if (changes === 0) await window.showInformationMessage('Nothing was changed.');
}

/** Stops the language server and starts it anew. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

async function selectTarget(client: BaseLanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const settings = workspace.getConfiguration('redisHardening', uri);
  const current = settings.get<string>('target');
  const targets = await client.sendRequest<TargetsResult>(TARGETS);
  const picked = await window.showQuickPick(
    targets.map(({ name, title }) => ({
      label: title,
      name,
      ...(name === current ? { description: 'current' } : {}),
    })),
    {
      title: 'Judge Redis files as this server would',
      placeHolder: 'Product and release of the server that reads the file',
    },
  );
  if (picked === undefined) return;
  const scope = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update('target', picked.name, scope);
}

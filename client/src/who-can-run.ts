import { Range, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { MayRunResult } from '../../server/src/lsp/requests.js';
import { activeUri, ask } from './ask.js';

/** Asks for a command, then shows who may run it and why; choosing a user goes to the line that defines it. */
export async function askWhoCanRun(client: BaseLanguageClient): Promise<void> {
  const uri = activeUri(client);
  const names = uri === undefined ? [] : await ask<readonly string[]>(client, 'redisHardening.commands', uri);
  if (uri === undefined || names.length === 0) {
    await window.showInformationMessage('Open a redis.conf, sentinel.conf or ACL file first.');
    return;
  }
  const command = await window.showQuickPick(
    names.map((name) => name.toUpperCase().replace('|', ' ')),
    { title: 'Who can run …?', placeHolder: 'A command' },
  );
  if (command === undefined) return;
  const users = await ask<readonly MayRunResult[]>(client, 'redisHardening.whoCanRun', uri, ...command.split(' '));
  const chosen = await window.showQuickPick(users.map(itemFor), {
    title: `Who can run ${command}?`,
    placeHolder: 'A user, to go to the line that defines it',
    matchOnDescription: true,
  });
  if (chosen?.user.definedAt) await reveal(chosen.user.definedAt);
}

function itemFor(user: MayRunResult) {
  const icon = user.allowed ? (user.canLogIn ? '$(check)' : '$(circle-slash)') : '$(close)';
  const login = user.canLogIn ? '' : '; nobody can log in as this user';
  return {
    label: `${icon} ${user.user}`,
    description: (user.allowed ? 'may: ' : 'may not: ') + user.reason + login,
    user,
  };
}

async function reveal({ uri, line, start, end }: NonNullable<MayRunResult['definedAt']>): Promise<void> {
  await window.showTextDocument(Uri.parse(uri, true), { selection: new Range(line, start, line, end) });
}

import { commands, window, workspace } from 'vscode';
import { drawn, eventually, lines, open, rulesOn, uriOf } from './editor.js';

describe('a new hardened configuration', () => {
  it('is written where nothing is yet, and shows its passwords once', async () => {
    const asked = commands.executeCommand('redisHardening.newConfiguration');
    while (!isShown('Passwords')) await acceptWhatIsOffered();
    await asked;
    const names = await namesIn('redis');
    await eventually(
      () => names,
      ['.redis-hardening.json', 'NEXT-STEPS.md', 'redis-alerts.yml', 'redis.conf', 'users.acl'],
    );

    const { document } = await open('redis/redis.conf');
    await eventually(() => lines(document, 'maxmemory-policy', 1), 'maxmemory-policy allkeys-lfu');
    await eventually(() => rulesOn(document, 'bind'), []);
    await eventually(() => drawn(document), '');
    const users = (await open('redis/users.acl')).document;
    await eventually(() => drawn(users), '');
    await eventually(() => users.getText().replace(/ on #(?!0{64})[0-9a-f]{64}.*/g, ''), USERS);
  });

  it('is not written over one that is there', async () => {
    const before = await textOf('redis/users.acl');
    await commands.executeCommand('workbench.action.closeAllEditors');
    const asked = commands.executeCommand('redisHardening.newConfiguration');
    // More often than there are questions: the last one takes no folder that holds such files.
    for (let i = 0; i < 15; i += 1) await acceptWhatIsOffered();
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    const after = await textOf('redis/users.acl');
    await eventually(() => after, before);
    await eventually(() => isShown('Passwords'), false);
  });
});

const USERS = `\
user default off resetpass resetkeys -@all
user ops-admin
user cache-app
user metrics
user health
`;

/** Presses Enter in the question that is shown, if one is by now. */
async function acceptWhatIsOffered(): Promise<void> {
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await new Promise((resolve) => setTimeout(resolve, 300));
}

function isShown(title: string): boolean {
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === title));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(uriOf(folder));
  return entries.map(([name]) => name).sort();
}

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uriOf(name)));
}

import { openWorkbench } from './workbench.mjs';

describe('a person opens the sample redis.conf', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench('redis.conf');
  });

  afterEach(async function photographFailure() {
    if (this.currentTest?.state === 'failed') await workbench.photograph('failure');
  });

  after(() => workbench?.close());

  it('sees red under what the server refuses', async () => {
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.photograph('1-opened');
  });

  it('reads in the Problems panel what is wrong', async () => {
    await workbench.showProblems('');
    await workbench.problem('default-user-open').first().waitFor();
    await workbench.photograph('2-problems');
  });

  it('clicks the light bulb: the comment moves to a line of its own, and one finding less is listed', async () => {
    await workbench.showProblems('trailing-comment');
    await workbench.problem('trailing-comment').nth(1).waitFor();
    await workbench.line('tcp-keepalive 60 # notice').click();
    await workbench.clickLightBulb('Move the comment to its own line', '3-light-bulb');
    await workbench.line(/^tcp-keepalive\s60$/).waitFor();
    await workbench.problem('trailing-comment').nth(1).waitFor({ state: 'detached' });
    await workbench.photograph('4-mended');
  });

  it('types the prefix of a snippet, and has its lines', async () => {
    await workbench.addLine('redis-harden-lim');
    await workbench.acceptSuggestion('redis-harden-limits', '5-suggestions');
    await workbench.line(/^maxmemory-clients/).waitFor();
    await workbench.photograph('6-snippet');
  });

  it('chooses another server from the status bar', async () => {
    await workbench.statusBarItem('Redis 8.6').click();
    await workbench.pick('Redis 6.0');
    await workbench.statusBarItem('Redis 6.0').waitFor();
    await workbench.photograph('7-target');
  });

  it('reads why a rule exists by clicking its name in the Problems panel', async () => {
    await workbench.showProblems('weak-password');
    await workbench.problem('weak-password').first().getByText('weak-password').click();
    await workbench.webview.getByRole('heading', { name: 'weak-password' }).waitFor();
    await workbench.photograph('8-rule');
  });

  it('sees who can do what harm, and moves through the table with the keyboard', async () => {
    await workbench.tab('redis.conf').click();
    await workbench.runCommand('Redis Hardening: Show Threats');
    const table = workbench.webview.getByRole('grid');
    await table.getByRole('rowheader', { name: 'Delete all data' }).waitFor();
    await table.locator('td[data-reasons]').first().click();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.webview.locator('#reasons', { hasText: 'write any key: yes, by' }).waitFor();
    await workbench.photograph('9-threats');
  });

  it('gathers all changes in a preview, in which each can be ticked', async () => {
    await workbench.tab('redis.conf').click();
    await workbench.runCommand('Redis Hardening: Harden This File');
    const changes = workbench.page.locator('.refactor-preview, .bulk-edit-panel').getByRole('checkbox');
    await changes.first().waitFor();
    await workbench.photograph('10-preview');
    await workbench.page.getByRole('button', { name: 'Discard' }).click();
  });

  it('answers a few questions, and has a hardened configuration with passwords that are shown once', async () => {
    await workbench.tab('redis.conf').click();
    await workbench.runCommand('Redis Hardening: New Hardened');
    await workbench.question('What the server is for', '11-role');
    await workbench.pick('Session store');
    await workbench.question('The server that reads the files', '12-server');
    await workbench.pick('Redis 7.2');
    await workbench.question('How clients connect', '13-transport');
    await workbench.pick('TLS with passwords');
    await workbench.question('Replication', '14-replication');
    await workbench.pick('A server and a replica');
    await workbench.question('Failover', '15-failover');
    await workbench.pick('By Sentinel');
    await workbench.question(/^Applications/, '16-applications');
    await workbench.page.keyboard.type('shop');
    await workbench.page.keyboard.press('Enter');
    await workbench.question(/^The administrator/, '17-administrator');
    await workbench.page.keyboard.press('Enter');
    await workbench.question('Who else logs in', '18-services');
    await workbench.page.keyboard.press('Enter');
    await workbench.question(/^A folder in/, '19-folder');
    await workbench.page.keyboard.press('Enter');
    await workbench.webview.getByRole('heading', { name: 'Passwords, shown only now' }).waitFor();
    await workbench.webview.getByRole('button', { name: 'Copy the password of shop' }).click();
    await workbench.webview.getByText('Copied').waitFor();
    await workbench.photograph('20-passwords');
  });
});

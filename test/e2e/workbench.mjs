// The VS Code window as a person uses it, for tests to read and click.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, HOW_TO_GET_CHROMIUM, launchChromium } from '../support/vscode/chromium.mjs';
import { installExtension, startServer } from '../support/vscode/server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench */

/**
 * Installs the packaged extension and opens a fresh copy of the sample files with it.
 *
 * @param {string} file the file to show first
 */
export async function openWorkbench(file) {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(`no Chromium here: ${HOW_TO_GET_CHROMIUM}`);
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'workbench-')));
  const folder = join(scratch, 'workspace');
  const extensionsFolder = join(scratch, 'extensions');
  cpSync(join(root, 'test', 'workspace'), folder, { recursive: true });
  installExtension(join(root, 'redis-hardening.vsix'), extensionsFolder);
  const server = await startServer({ extensionsFolder, settings: { 'editor.minimap.enabled': false } });
  const browser = await launchChromium(chromium);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(server.address(folder, [['openFile', server.uri(join(folder, file))]]));

  const editor = page.locator(`.monaco-editor[data-uri$="/${file}"]`);
  const problems = page.locator('.markers-panel');
  return {
    page,
    editor,
    /** @param {string | RegExp} text */
    line: (text) => editor.locator('.view-line').filter({ hasText: asShown(text) }),
    /** @param {string | RegExp} text */
    problem: (text) => problems.locator('.monaco-list-row').filter({ hasText: asShown(text) }),

    /**
     * Opens the Problems panel, which shows what matches the text alone.
     *
     * @param {string} filter
     */
    async showProblems(filter) {
      await page.keyboard.press('Control+Shift+M');
      await problems.waitFor();
      await page.getByPlaceholder(/^Filter/).fill(filter);
    },

    /**
     * Clicks the light bulb of the line the cursor is in, and then the action.
     *
     * @param {string | RegExp} title
     * @param {string} screenshot of the open menu
     */
    async clickLightBulb(title, screenshot) {
      await page
        .locator(
          '.lightBulbWidget:visible, .codicon-gutter-lightbulb:visible, .codicon-gutter-lightbulb-auto-fix:visible',
        )
        .first()
        .click();
      const action = page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
      await action.waitFor();
      await this.photograph(screenshot);
      // The menu takes no click before the mouse has moved over it, so that a double click on the bulb does no harm.
      await action.hover({ force: true });
      await action.click();
    },

    /**
     * Types a line at the end of the file.
     *
     * @param {string} text
     */
    async addLine(text) {
      await editor.locator('.view-line').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type(text, { delay: 30 });
    },

    /**
     * Takes the suggestion of that name; it has to be the first.
     *
     * @param {string} name
     * @param {string} screenshot of the open list
     */
    async acceptSuggestion(name, screenshot) {
      await page.locator(`.suggest-widget.visible .monaco-list-row.focused[aria-label^="${name}"]`).waitFor();
      await this.photograph(screenshot);
      await page.keyboard.press('Tab');
    },

    /** @param {string} text */
    statusBarItem: (text) => page.locator('.statusbar-item').filter({ hasText: text }),

    /**
     * Takes an entry of the list that a command has opened.
     *
     * @param {string} text
     */
    async pick(text) {
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click();
    },

    /**
     * Waits for one of the questions that a command asks.
     *
     * @param {string | RegExp} text
     * @param {string} screenshot
     */
    async question(text, screenshot) {
      const widget = page.locator('.quick-input-widget');
      await widget.getByPlaceholder(text).or(widget.getByText(text)).first().waitFor();
      await this.photograph(screenshot);
    },

    /** @param {string} text the beginning of a command's name in the palette */
    async runCommand(text) {
      await page.keyboard.press('F1');
      await page.keyboard.type(text);
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().waitFor();
      await page.keyboard.press('Enter');
    },

    /** @param {string} name */
    tab: (name) => page.locator('.tab').filter({ hasText: name }).first(),

    /** The page that the extension shows in a panel or an editor of its own; the last one of several. */
    webview: page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame'),

    /** @param {string} name */
    async photograph(name) {
      mkdirSync(join(root, 'artifacts'), { recursive: true });
      await page.screenshot({ path: join(root, 'artifacts', `${name}.png`) });
    },

    async close() {
      await browser.close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * The editor draws spaces as no-break spaces.
 *
 * @param {string | RegExp} text
 */
function asShown(text) {
  return typeof text === 'string'
    ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'))
    : text;
}

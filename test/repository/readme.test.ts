import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const ROOT = new URL('../../', import.meta.url);
const README = readFileSync(new URL('README.md', ROOT), 'utf8');

test('the README shows what its example really prints', async () => {
  const [, config = '', , shown = ''] =
    /\$ cat redis\.conf\n([^$]*)\n\$ (redis-hardening check redis\.conf)\n([^`]*)```/.exec(README) ?? [];
  const { stdout } = await run('check redis.conf', { files: { 'redis.conf': `${config.trim()}\n` } });
  expect(`${shown.trim()}\n`).toBe(stdout);
});

test('the README names every command of the palette', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const titles: string[] = contributes.commands.map(({ title }: { title: string }) => title);
  expect(titles.filter((title) => !README.includes(`- ${title}`))).toEqual([]);
});

test('the README names every setting', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const settings = Object.keys(contributes.configuration.properties);
  expect(settings.filter((setting) => !README.includes(`\`${setting}\``))).toEqual([]);
});

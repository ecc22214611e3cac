import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { completeSnippet } from '../../server/src/features/complete-snippet.js';
import { plainText } from '../../server/src/text/snippet-text.js';
import { cursorIn } from '../support/cursor.js';
import { expand, SNIPPETS } from '../support/snippets.js';

async function names(target: TargetName, drawn: string): Promise<readonly (string | undefined)[]> {
  const { project, uri, position } = await cursorIn(drawn, { target });
  return completeSnippet(project, uri, position).map(({ detail }) => detail);
}

test('a snippet is offered where it loads', async () => {
  expect(await names('redis-7.2', 'port 1\nredis-$0')).toContain('Hardened baseline');
  expect(await names('redis-7.2', 'port 1\nredis-$0')).not.toContain('Hardened baseline (6.x)');
  expect(await names('redis-6.2', 'port 1\nredis-$0')).toContain('Hardened baseline (6.x)');
});

test('users are offered to ACL files', async () => {
  expect(await names('redis-7.2', '-- users.acl --\n user default off\n acl$0')).toContain('Administrator');
});

test('nothing is offered behind a word and in comments', async () => {
  expect(await names('redis-7.2', 'port $0')).toEqual([]);
  expect(await names('redis-7.2', '# redis$0')).toEqual([]);
});

test('secrets are fields with a word in them, since other editors have no variable that draws one', async () => {
  const { project, uri, position } = await cursorIn('-- sentinel.conf --\nsentinel-$0', { target: 'redis-7.2' });
  const [{ textEdit } = {}] = completeSnippet(project, uri, position);
  expect(textEdit?.newText).toMatch(/^sentinel sentinel-pass \$\{10:replace-by-a-long-random-secret\}$/m);
});

test.each(SNIPPETS)('$name says without fields what an editor inserts when nobody fills them in', ({ body }) => {
  const drawn = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  expect(plainText(body)).toBe(expand(body).replace(drawn, 'replace-by-a-long-random-secret'));
});

import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { folding } from '../../server/src/features/folding.js';
import { selection } from '../../server/src/features/selection.js';
import { symbols } from '../../server/src/features/symbols.js';
import { cursorIn, fileUri } from '../support/cursor.js';
import { project } from '../support/fixtures.js';

async function outline(drawn: string, name = 'redis.conf'): Promise<readonly string[]> {
  const lines = (all: readonly DocumentSymbol[], indent: string): readonly string[] =>
    all.flatMap((one) => [
      `${indent}${one.name} ${one.detail ?? ''}`.trimEnd(),
      ...lines(one.children ?? [], `${indent}  `),
    ]);
  return lines(symbols(await project(drawn), fileUri(name)), '');
}

test('directives are listed with their values', async () =>
  expect(await outline('port 6379\n# a comment\nsave 900 1')).toEqual(['port 6379', 'save 900 1']));

test('banners make sections', async () =>
  expect(
    await outline(`
      daemonize no
      ######################## NETWORK ########################
      port 6379
      ######################## SECURITY #######################
      user app on >app-password
    `),
  ).toEqual(['NETWORK', '  port 6379', 'SECURITY', '  app user', 'daemonize no']));

test('secrets are left out', async () =>
  expect(await outline('requirepass hunter2hunter2\nmasterauth other-secret')).toEqual(['requirepass', 'masterauth']));

test('an ACL file lists its users', async () =>
  expect(await outline('-- users.acl --\n user default off\n user app on >secret', 'users.acl')).toEqual([
    'default user',
    'app user',
  ]));

test('comments and sections fold', async () => {
  const read = await project(`
    # one
    # two
    port 1
    #### SECURITY ####
    # three
    requirepass secretsecret

    #### LIMITS ####
    maxclients 10
  `);
  const folded = folding(read, fileUri('redis.conf')).map(({ startLine, endLine, kind }) => {
    const lines = read.root.lines.slice(startLine, endLine + 1).map(({ text }) => text);
    return `${kind}: ${lines[0]} … ${lines.at(-1)}`;
  });
  expect(folded).toEqual([
    'region: #### SECURITY #### … requirepass secretsecret',
    'region: #### LIMITS #### … maxclients 10',
    'comment: # one … # two',
    'comment: #### SECURITY #### … # three',
  ]);
});

test('a selection grows from word to arguments, line, paragraph, file', async () => {
  const { project, uri, position } = await cursorIn(`
    port 1

    save 900$0 1
    save 300 10
  `);
  const grown: string[] = [];
  for (let at = selection(project, uri, [position])[0]; at !== undefined; at = at.parent) {
    const { start, end } = at.range;
    const lines = project.root.lines.slice(start.line, end.line + 1).map(({ text }) => text);
    grown.push(start.line === end.line ? (lines[0]?.slice(start.character, end.character) ?? '') : lines.join('⏎'));
  }
  expect(grown).toEqual(['900', '900 1', 'save 900 1', 'save 900 1⏎save 300 10', 'port 1⏎⏎save 900 1⏎save 300 10⏎']);
});

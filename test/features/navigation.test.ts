import { expect, test } from 'vitest';
import { definition } from '../../server/src/features/definition.js';
import { links } from '../../server/src/features/links.js';
import { highlights, references } from '../../server/src/features/references.js';
import { rename, renameable } from '../../server/src/features/rename.js';
import { asDrawn, cursorIn, drawnLocations, drawnRanges, editedText, fileUri } from '../support/cursor.js';
import { project } from '../support/fixtures.js';

const SENTINEL = `
  -- sentinel.conf --
  sentinel monitor cache 10.0.0.1 6379 2
  sentinel monitor queue 10.0.0.2 6379 2
  sentinel auth-pass cach$0e secretsecret
`;

async function definitions(drawn: string) {
  const { project, uri, position } = await cursorIn(drawn);
  return { project, found: definition(project, uri, position) };
}

test('an include leads to its file', async () => {
  const { found } = await definitions(`
    -- redis.conf --
    include conf.d/t$0ls.conf
    -- conf.d/tls.conf --
    tls-port 0
  `);
  expect(found.map(({ uri }) => uri)).toEqual([fileUri('conf.d/tls.conf')]);
});

test('a pattern leads to all files that it stands for', async () => {
  const { found } = await definitions(`
    -- redis.conf --
    include conf.d/*$0.conf
    -- conf.d/a.conf --
    port 1
    -- conf.d/b.conf --
    port 2
  `);
  expect(found.map(({ uri }) => uri)).toEqual([fileUri('conf.d/a.conf'), fileUri('conf.d/b.conf')]);
});

test('a relative path starts where the server works, which dir changes', async () => {
  const { found } = await definitions(`
    -- redis.conf --
    dir /var/lib/redis
    include a$0.conf
    -- /var/lib/redis/a.conf --
    port 1
  `);
  expect(found.map(({ uri }) => uri)).toEqual([fileUri('/var/lib/redis/a.conf')]);
});

test('the ACL file is looked for where the server works in the end', async () => {
  const { found } = await definitions(`
    -- redis.conf --
    aclfile use$0rs.acl
    dir /var/lib/redis
    -- /var/lib/redis/users.acl --
    user default off
  `);
  expect(found.map(({ uri }) => uri)).toEqual([fileUri('/var/lib/redis/users.acl')]);
});

test('a directive leads to the line that decides its value', async () => {
  const drawn = `
      po$0rt 1
      port 2
  `;
  const { project, found } = await definitions(drawn);
  expect(drawnLocations(project, found)).toBe(
    asDrawn(`
      port 1
      port 2
    # ^^^^
    `),
  );
});

test('a master leads to the line that monitors it', async () => {
  const { project, found } = await definitions(SENTINEL);
  expect(drawnLocations(project, found)).toBe(
    asDrawn(`
      -- sentinel.conf --
      sentinel monitor cache 10.0.0.1 6379 2
    #                  ^^^^^
      sentinel monitor queue 10.0.0.2 6379 2
      sentinel auth-pass cache secretsecret
    `),
  );
});

test('references are all lines of a directive, whatever it is called there', async () => {
  const { project, uri, position } = await cursorIn(`
    -- redis.conf --
    replica-prior$0ity 5
    include a.conf
    -- a.conf --
    slave-priority 7
  `);
  const found = references(project, uri, position, { includeDeclaration: true });
  expect(drawnLocations(project, found)).toBe(
    asDrawn(`
      -- redis.conf --
      replica-priority 5
    # ^^^^^^^^^^^^^^^^
      include a.conf
      -- a.conf --
      slave-priority 7
    # ^^^^^^^^^^^^^^
    `),
  );
  expect(references(project, uri, position, { includeDeclaration: false })).toHaveLength(1);
});

test('highlights are the references in the file that is looked at', async () => {
  const { project, uri, position } = await cursorIn(SENTINEL);
  const found = highlights(project, uri, position).map(({ range, kind }) => ({ uri, range, message: String(kind) }));
  expect(drawnRanges(project, found)).toBe(
    asDrawn(`
      -- sentinel.conf --
      sentinel monitor cache 10.0.0.1 6379 2
    #                  ^^^^^ 3
      sentinel monitor queue 10.0.0.2 6379 2
      sentinel auth-pass cache secretsecret
    #                    ^^^^^ 2
    `),
  );
});

test('a master is renamed in all its lines', async () => {
  const { project, uri, position } = await cursorIn(SENTINEL);
  expect(renameable(project, uri, position)?.placeholder).toBe('cache');
  const renamed = rename(project, uri, position, 'sessions');
  const edits = 'edits' in renamed ? renamed.edits : [];
  const asLsp = edits.map(({ range: { start, end }, newText }) => ({
    range: {
      start: { line: start.line, character: start.column },
      end: { line: end.line, character: end.column },
    },
    newText,
  }));
  expect(editedText(project, uri, asLsp)).toBe(
    [
      'sentinel monitor sessions 10.0.0.1 6379 2',
      'sentinel monitor queue 10.0.0.2 6379 2',
      'sentinel auth-pass sessions secretsecret',
      '',
    ].join('\n'),
  );
});

test('a name that cannot be is refused with the reason', async () => {
  const { project, uri, position } = await cursorIn(SENTINEL);
  expect(rename(project, uri, position, 'two words')).toEqual({ refused: 'a name cannot have blanks in it' });
  expect(rename(project, uri, position, 'queue')).toEqual({ refused: 'there is a master queue already' });
});

test('the default user keeps its name', async () => {
  const { project, uri, position } = await cursorIn('-- users.acl --\n user defau$0lt off');
  expect(renameable(project, uri, position)).toBeUndefined();
});

test('paths of files that are read are links, others are not', async () => {
  const drawn = `
      -- redis.conf --
      include a.conf
    #         ^^^^^^ file:///etc/redis/a.conf
      include missing.conf
      aclfile users.acl
    #         ^^^^^^^^^ file:///etc/redis/users.acl
      -- a.conf --
      port 1
      -- users.acl --
      user default off
  `;
  const read = await project(drawn);
  const uri = fileUri('redis.conf');
  const found = links(read, uri).map(({ range, target }) => ({ uri, range, message: String(target) }));
  expect(drawnRanges(read, found)).toBe(asDrawn(drawn).split('\n-- a.conf')[0]);
});

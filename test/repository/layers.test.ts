import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const MODEL = ['text', 'syntax', 'catalog', 'model'];
const RULES = [...MODEL, 'rules'];
const LSP_PACKAGES = ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-languageserver-types'];
const CORE = [...RULES, 'creation', 'configuration', 'features', 'cli', 'lsp'];

/** What the files of a folder may import besides each other: folders of server/src, and packages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  catalog: ['text', 'snippets'],
  model: ['text', 'syntax', 'catalog', '@noble/hashes', '@peculiar'],
  rules: [...MODEL, '@noble/hashes', 'fastest-levenshtein'],
  creation: [...RULES],
  configuration: [...RULES, 'jsonc-parser'],
  features: [...RULES, 'vscode-languageserver-types'],
  cli: [...RULES, 'creation', 'configuration', 'diff', 'get-east-asian-width', 'sarif', 'type-flag'],
  lsp: [...RULES, 'creation', 'configuration', 'features', ...LSP_PACKAGES],
  node: [...CORE, 'node:', 'vscode-languageserver'],
  browser: [...CORE, 'vscode-languageserver'],
  client: ['lsp/requests.ts', 'lsp/measures.ts', 'vscode', 'vscode-languageclient'],
};

const FILES = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

test.each(FILES)('%s imports only what lies below it', (file) => {
  const offenders = importsOf(file).filter((imported) => !isAllowed(imported, layerOf(file)));
  expect(offenders).toEqual([]);
});

/** What a file imports: files as paths below server/src or client, packages by name. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].map(([, name = '']) => {
    if (!name.startsWith('.')) return name;
    const path = relative(ROOT, join(ROOT, dirname(file), name)).replace(/\.js$/, '.ts');
    return path.replace(/^server\/src\//, '').replace(/^client\/src\//, 'client/');
  });
}

function layerOf(file: string): string {
  return file.startsWith('client') ? 'client' : (file.split('/')[2] ?? '');
}

function isAllowed(imported: string, layer: string): boolean {
  const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
  return allowed.some((name) => imported === name || imported.startsWith(name.endsWith(':') ? name : `${name}/`));
}

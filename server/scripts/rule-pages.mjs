// `npm run pages`: writes the page of all rules, and their table in the README, from the rules themselves.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageOf, tableOf } from '../src/rules/page.ts';
import { RULES } from '../src/rules/registry.ts';

const PAGES = new URL('../RULES.md', import.meta.url);
const README = new URL('../../README.md', import.meta.url);

const BEGIN = '<!-- rules: written by npm run pages -->';
const END = '<!-- /rules -->';

const KINDS = /** @type {const} */ ([
  ['safety', 'Is it safe?'],
  ['load', 'Would it load?'],
  ['clarity', 'Does it mean what it says?'],
]);

/** The files that are generated, each with the text that it should have; the README only where it has a place for it. */
export function generated() {
  const files = [{ path: PAGES, text: allPages() }];
  const readme = existsSync(README) ? withTable(readFileSync(README, 'utf8')) : undefined;
  return readme === undefined ? files : [...files, { path: README, text: readme }];
}

function allPages() {
  const contents = KINDS.map(([kind, title]) => `### ${title}\n\n${tableOf(rulesOf(kind), '')}`);
  const pages = KINDS.flatMap(([kind]) => rulesOf(kind).map(pageOf));
  return `# Rules\n\n<!-- Written by npm run pages, from the rules. -->\n\n${[...contents, ...pages].join('\n\n')}\n`;
}

/** @param {string} readme */
function withTable(readme) {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) return undefined;
  const tables = KINDS.map(([kind, title]) => `**${title}**\n\n${tableOf(rulesOf(kind), 'server/RULES.md')}`);
  return `${before}${BEGIN}\n\n${tables.join('\n\n')}\n\n${END}${after}`;
}

/** @param {string} kind */
function rulesOf(kind) {
  return RULES.filter((rule) => rule.kind === kind);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text } of generated()) writeFileSync(path, text);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** A grammar of the extension, loaded as editors load it, together with those that it includes. */
export async function grammar(language: string): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: oniguruma(),
    loadGrammar: async (scopeName) => {
      const path = new URL(`../../syntaxes/${scopeName.replace('source.', '')}.tmLanguage.json`, import.meta.url);
      return parseRawGrammar(readFileSync(path, 'utf8'), path.pathname);
    },
  });
  const loaded = await registry.loadGrammar(`source.${language}`);
  if (loaded === null) throw new Error(`no grammar for ${language}`);
  return loaded;
}

/**
 * Compares colours with a drawing: under a line stand carets and the scope that they mark. The run of characters with
 * that scope must be exactly as long as drawn, a shorter scope name stands for all that it begins, and nothing may be
 * `invalid` without being drawn so.
 *
 *     maxmemory 1gb
 *     ^^^^^^^^^ keyword.other.directive
 *               ^ constant.numeric
 */
export function expectScopes(language: IGrammar, drawing: string): void {
  const lines = withoutIndent(drawing);
  const drawn: string[] = [];
  const actual: string[] = [];
  let state = INITIAL;
  lines.forEach((line, index) => {
    if (MARK.test(line)) return;
    const { tokens, ruleStack } = language.tokenizeLine(line, state);
    state = ruleStack;
    const scopes = Array.from(line, (_, column) => tokens.find(({ endIndex }) => column < endIndex)?.scopes ?? []);
    const marks = marksBelow(lines, index);
    drawn.push(line, ...marks.map(markLine));
    actual.push(line, ...marks.map((mark) => markLine(actualMark(scopes, mark))));
    actual.push(...undrawnInvalid(scopes, marks).map(markLine));
  });
  expect(actual.join('\n')).toBe(drawn.join('\n'));
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

const MARK = /^( *)(\^+) (\S+)$/;

function marksBelow(lines: readonly string[], index: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const line of lines.slice(index + 1)) {
    const [, before, carets, scope] = MARK.exec(line) ?? [];
    if (before === undefined || carets === undefined || scope === undefined) break;
    marks.push({ start: before.length, end: before.length + carets.length, scope });
  }
  return marks;
}

function markLine({ start, end, scope }: Mark): string {
  return `${' '.repeat(start)}${'^'.repeat(end - start)} ${scope}`;
}

/** Where the drawn scope really runs, or what stands there in its place. */
function actualMark(scopes: readonly (readonly string[])[], { start, end, scope }: Mark): Mark {
  const has = (column: number) => scopes[column]?.some((name) => stands(scope, name)) ?? false;
  if (!has(start)) return { start, end, scope: scopes[start]?.slice(1).join(',') || 'nothing' };
  let [first, last] = [start, start];
  while (has(first - 1)) first--;
  while (has(last)) last++;
  return { start: first, end: last, scope };
}

function undrawnInvalid(scopes: readonly (readonly string[])[], marks: readonly Mark[]): readonly Mark[] {
  const drawn = marks.filter(({ scope }) => stands('invalid', scope));
  return scopes.flatMap((names, start) => {
    const scope = names.find((name) => stands('invalid', name));
    if (scope === undefined || drawn.some((mark) => mark.start <= start && start < mark.end)) return [];
    return [{ start, end: start + 1, scope }];
  });
}

function stands(scope: string, name: string): boolean {
  return name === scope || name.startsWith(`${scope}.`);
}

function withoutIndent(drawing: string): readonly string[] {
  const lines = drawing.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent));
}

async function oniguruma() {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  return { createOnigScanner, createOnigString };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INITIAL } from 'vscode-textmate';
import { type LanguageId, languageIdOf } from '../../server/src/syntax/language-id.js';
import { grammar } from '../support/drawn-scopes.js';
import { describeWithFacts } from '../support/servers/requirements.js';

interface SampleFile {
  readonly file: string;
  readonly path: string;
  readonly kind: string;
}

/** What files of each kind are; templates and YAML are left to the languages that they are written in. */
const LANGUAGE_OF_KIND: Readonly<Record<string, LanguageId | undefined>> = {
  conf: 'redis-conf',
  sentinel: 'redis-sentinel',
  acl: 'redis-acl',
};

await describeWithFacts('public configuration files', (facts) => {
  const corpus = join(facts, '../corpus');
  const { files }: { files: readonly SampleFile[] } = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8'));

  test.each(files)('$path is recognised, and nothing in it is coloured as illegal', async ({ file, path, kind }) => {
    const text = readFileSync(join(corpus, file), 'utf8');
    const language = languageIdOf(path, text);
    expect(language).toBe(LANGUAGE_OF_KIND[kind]);
    if (language === undefined) return;

    const colours = await grammar(language);
    for (const line of text.split(/\r?\n/)) {
      const { tokens, ruleStack } = colours.tokenizeLine(line, INITIAL);
      expect(
        tokens.flatMap(({ scopes }) => scopes).filter((scope) => scope.startsWith('invalid')),
        line,
      ).toEqual([]);
      expect(ruleStack.depth, `${line} ends what it began`).toBe(1);
    }
  });
});

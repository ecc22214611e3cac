import { describe, expect, test } from 'vitest';
import { INITIAL } from 'vscode-textmate';
import { grammar } from '../support/drawn-scopes.js';

/** Twice as long as the longest line that VS Code colours. A search that starts over at every character would hang. */
const LENGTH = 40_000;

const REPEATED = [
  'a',
  ' ',
  '\t',
  '"',
  "'",
  '\\"',
  '"a\\n" ',
  '# ',
  '(',
  '(~a +get) ',
  '~a[ ',
  '+get|',
  '{{',
  '${',
  '<%',
];

describe.each(['redis-conf', 'redis-sentinel', 'redis-acl'])('%s', (language) => {
  test.each(['', 'user a ', 'user a (~', 'requirepass "', 'sentinel auth-pass m '])(
    'a line that goes on and on after %j is coloured, and the next one is as ever',
    async (beginning) => {
      const colours = await grammar(language);
      const next = 'user app on';
      const alone = colours.tokenizeLine(next, INITIAL).tokens;
      for (const repeated of REPEATED) {
        const line = beginning + repeated.repeat(LENGTH / repeated.length);
        const { ruleStack } = colours.tokenizeLine(line, INITIAL);
        expect(colours.tokenizeLine(next, ruleStack).tokens, `after ${repeated}`).toEqual(alone);
      }
    },
  );
});

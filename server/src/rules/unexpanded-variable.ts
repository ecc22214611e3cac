import { placeOf, type Statement } from '../model/statement.js';
import { defineRule, type Fix } from './define.js';
import { replaceLine } from './fixing.js';
import { isPlaceholder } from './placeholders.js';
import { isTemplate } from './template-files.js';

export default defineRule({
  id: 'unexpanded-variable',
  aliases: ['auth-placeholder-credential', 'syn-silently-accepted'],
  kind: 'clarity',
  oncePerFile: true,
  tags: ['secrets', 'syntax'],
  severity: 'warning',
  supersedes: ['weak-password'],
  summary: 'A value is the name of a variable, which no server expands.',
  rationale:
    'Servers take `$NAME`, `%NAME%` and the marks of templates as they stand. Unless a program fills the file in before ' +
    'the server reads it, the text itself is the value: a password that everybody can guess who has seen the template.',
  silentWhen:
    'In files whose name says that a program fills them in: `.tmpl`, `.j2`, `.example`, a folder `templates`. ' +
    'A dollar sign inside a longer value is a character.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        requirepass $REDIS_PASSWORD
      #             ^^^^^^^^^^^^^^^ servers expand no variables: include a file that sets the value
        -- /run/secrets/redis.conf (withheld) --
    `,
    good: `
        -- redis.conf --
        include /run/secrets/redis.conf
        -- /run/secrets/redis.conf (withheld) --
    `,
  },

  statement(statement, { profile }, report) {
    if (isTemplate(statement.document.path)) return;
    for (const word of statement.args) {
      if (!isPlaceholder(word.value.replace(/^[<>]/, ''))) continue;
      const isSecret = SECRETS.has(statement.directive?.name ?? '');
      const advice = isSecret ? 'include a file that sets the value' : 'write the value';
      report(placeOf(statement, word), `servers expand no variables: ${advice}`, {
        ...((isSecret || word.value.startsWith('>')) && profile === 'production' ? { severity: 'error' } : {}),
        fixes: isSecret ? [inclusion(statement)] : [],
      });
    }
  },
});

const SECRETS: ReadonlySet<string> = new Set(['requirepass', 'masterauth', 'primaryauth', 'tls-key-file-pass']);

const SECRET_FILE = '/run/secrets/redis.conf';

function inclusion({ document, line }: Statement): Fix {
  return {
    title: 'Include a file that is kept apart',
    safety: 'review',
    edits: [replaceLine(document, line, `include ${SECRET_FILE}`)],
    placeholder: SECRET_FILE,
  };
}

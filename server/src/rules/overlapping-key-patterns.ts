import type { AclEffect, User } from '../model/user.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';
import { keyPatternsOf } from './key-patterns.js';
import { applicationsIn, placeOfUser } from './ordinary-users.js';
import { allEffects } from './rights-fixes.js';

export default defineRule({
  id: 'overlapping-key-patterns',
  aliases: ['acl-key-pattern-overlap'],
  kind: 'safety',
  severity: { production: 'hint', development: 'off' },
  tags: ['acl'],
  summary: 'The key pattern of one application matches keys of another.',
  rationale:
    'A pattern without a delimiter, such as ~app*, matches application2:1 too: the one application overwrites the data of ' +
    'the other.',
  silentWhen:
    'Both have the same patterns, which is how a producer and a consumer share keys; one of them may only read; or one may ' +
    'use all keys, of which all-keys-granted speaks.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-1220'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app* +get +set
      #                                                                               ^^^^^ this matches application2:1, a key of application2: end the prefix with a delimiter, such as ~app:*
        user application2 on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~application2:* +get +set
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +set
        user application2 on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~application2:* +get +set
    `,
  },

  project(context, report) {
    const writers = applicationsIn(context).map((user, index) => ({ user, index, patterns: written(user) }));
    const beginnings = beginningsOf(writers);
    for (const { user, patterns } of writers) {
      for (const { user: other, patterns: others } of near(patterns, beginnings)) {
        if (user === other || patterns.join(' ') === others.join(' ')) continue;
        const clash = clashOf(patterns, others);
        if (clash === undefined) continue;
        const rule = allEffects(user).findLast((effect) => isPattern(effect, clash.wide))?.rule;
        const prefix = clash.wide.slice(0, -1);
        const isOpen = /[\p{L}\p{N}]$/u.test(prefix);
        const advice = isOpen
          ? `end the prefix with a delimiter, such as ~${prefix}:*`
          : 'give each a prefix of its own';
        report(rule?.at ?? placeOfUser(user, context), `this matches ${clash.key}, a key of ${other.name}: ${advice}`, {
          fixes:
            rule === undefined || !isOpen
              ? []
              : [
                  {
                    title: 'End the prefix with a colon; keys without it are refused',
                    safety: 'review',
                    edits: [replacePlace(rule.at, rule.word.value.replace(/\*$/, ':*'))],
                  },
                ],
        });
      }
    }
  },
});

/** The patterns of keys that a user may change; none where it may change all. */
function written(user: User): readonly string[] {
  const patterns = keyPatternsOf(user)
    .filter(({ write }) => write)
    .map(({ pattern }) => pattern);
  return patterns.includes('*') ? [] : patterns.sort();
}

interface Writer {
  readonly user: User;
  /** Among the users of the project. */
  readonly index: number;
  readonly patterns: readonly string[];
}

/** What a pattern of a user begins with. */
interface Beginning {
  readonly text: string;
  readonly writer: Writer;
}

/** By their texts, so that those which begin with another one stand together: there may be many users. */
function beginningsOf(writers: readonly Writer[]): readonly Beginning[] {
  const beginnings = writers.flatMap((writer) =>
    writer.patterns.filter(isPrefix).map((pattern) => ({ text: pattern.slice(0, -1), writer })),
  );
  return beginnings.sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** The users with a pattern that begins with one of these, in their order. */
function near(patterns: readonly string[], beginnings: readonly Beginning[]): readonly Writer[] {
  const found = new Set<Writer>();
  for (const prefix of patterns.filter(isPrefix).map((pattern) => pattern.slice(0, -1))) {
    for (let at = firstFrom(prefix, beginnings); beginnings[at]?.text.startsWith(prefix); at++) {
      const writer = beginnings[at]?.writer;
      if (writer !== undefined) found.add(writer);
    }
  }
  return [...found].sort((a, b) => a.index - b.index);
}

function firstFrom(text: string, beginnings: readonly Beginning[]): number {
  let low = 0;
  let high = beginnings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((beginnings[middle]?.text ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A prefix of the one that a pattern of the other begins with, and a key that both match. */
function clashOf(wide: readonly string[], narrow: readonly string[]): { wide: string; key: string } | undefined {
  for (const pattern of wide.filter(isPrefix)) {
    const other = narrow.find((one) => one !== pattern && isPrefix(one) && one.startsWith(pattern.slice(0, -1)));
    if (other !== undefined) return { wide: pattern, key: `${other.slice(0, -1)}1` };
  }
  return undefined;
}

/** Literal text with one asterisk at its end: what nearly all patterns are, and what can be compared. */
function isPrefix(pattern: string): boolean {
  return /^[^*?[\]\\]+\*$/.test(pattern);
}

function isPattern({ rule }: AclEffect, pattern: string): boolean {
  return (
    rule.word.value === `~${pattern}` ||
    (/^%(?:rw|wr|w)~/i.test(rule.word.value) && rule.word.value.endsWith(`~${pattern}`))
  );
}

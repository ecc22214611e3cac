import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Project } from '../model/project.js';
import type { Place } from '../text/place.js';
import { ACL_KEYWORDS, missingFeature } from './acl-words.js';
import { defineRule, type Explanation, type Fix } from './define.js';
import { aclRuleDeletion, replacePlace } from './fixing.js';
import { type Marked, markedBy } from './marked.js';
import { nearest } from './nearest.js';

export default defineRule({
  id: 'invalid-acl-rule',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'syntax'],
  explains: ['acl-rule-syntax'],
  summary: 'A word of a user is no ACL rule.',
  rationale:
    'Commands begin with + or -, categories with +@ or -@, keys with ~ or %, channels with &, passwords with > and ' +
    'their hashes with #; the rest are words such as on and nopass. Anything else stops the start, and what can be ' +
    'written depends on the release.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* @read
      #                                                                                      ^^^^^ allow or deny with + or -: write +@read
    `,
    good: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const marked = markedBy(project, at);
    const { document, word } = marked;
    const written = word?.value ?? marked.text;
    const removal = [aclRuleDeletion(document, at)];
    const explanation =
      lackingFeature(written, project) ?? withoutSign(written, at, project) ?? misspelt(written, at, marked);
    if (explanation !== undefined) return { ...explanation, fixes: [...(explanation.fixes ?? []), ...removal] };
    return { message: 'no ACL rule: passwords begin with >, keys with ~, commands with + or -', fixes: removal };
  },
});

function lackingFeature(written: string, { target }: Project): Explanation | undefined {
  const since = missingFeature(written, aclBehaviourOf(target));
  return since === undefined ? undefined : { message: `${since}: delete this for ${target.title}` };
}

/** `get`, `@read`: it is not known whether the author meant to allow or to deny, but denying needs no line. */
function withoutSign(written: string, at: Place, { catalog }: Project): Explanation | undefined {
  const isCommand = catalog.commands.has(written.toLowerCase());
  const isCategory = written.startsWith('@') && catalog.category(written.slice(1)) !== undefined;
  if (!isCommand && !isCategory && written.toLowerCase() !== '@all') return undefined;
  const meant = `+${written}`;
  const fix: Fix = { title: `Change to ${meant}`, safety: 'review', edits: [replacePlace(at, meant)] };
  return { message: `allow or deny with + or -: write ${meant}`, fixes: [fix] };
}

/** The word itself may be a password whose > was forgotten, so that no message repeats it. */
function misspelt(written: string, at: Place, { document }: Marked): Explanation | undefined {
  if (document.dialect.syntax === 'acl') {
    if (/^["'].*["']$/.test(written)) return unquotedRule(written.slice(1, -1), at);
    if (written.includes('\t')) {
      const fix: Fix = {
        title: 'Replace the tab by a space',
        safety: 'safe',
        edits: [replacePlace(at, written.replace(/\t+/g, ' '))],
      };
      return { message: 'tabs separate nothing in an ACL file: write a space', fixes: [fix] };
    }
  }
  if (/^[~&].*\s/s.test(written)) {
    return { message: 'patterns have no blanks in them: write ? for the blank' };
  }
  const meant = nearest(written, ACL_KEYWORDS);
  if (meant === undefined) return undefined;
  const fix: Fix = { title: `Change to ${meant}`, safety: 'review', edits: [replacePlace(at, meant)] };
  return { message: `no ACL rule: write ${meant}`, fixes: [fix] };
}

function unquotedRule(rule: string, at: Place): Explanation {
  const fixes: Fix[] = rule.includes(' ')
    ? []
    : [{ title: 'Delete the quotes', safety: 'review', edits: [replacePlace(at, rule)] }];
  return { message: 'quotes mean nothing in an ACL file: delete them', fixes };
}

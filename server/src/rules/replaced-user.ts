import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Project } from '../model/project.js';
import type { Place } from '../text/place.js';
import { defineRule } from './define.js';
import { deleteLine } from './fixing.js';

export default defineRule({
  id: 'replaced-user',
  aliases: ['syn-acl-source-conflict'],
  kind: 'clarity',
  tags: ['acl', 'versions'],
  severity: 'warning',
  summary: 'A user is defined twice, and only the later line counts.',
  rationale:
    'Before 7.0 a later line for a user replaces the earlier one as a whole, rights and passwords; from 7.0 on the server ' +
    'refuses the file.',
  silentWhen: 'From 7.0 on, where the server refuses the file (see duplicate-user).',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    target: 'redis-6.2',
    bad: `
        -- users.acl --
        user app on nopass ~app:* +@read
      #      ^^^ no effect: app is defined again further on, and that line alone counts
        user app on nopass ~app:* +@write
    `,
    good: `
        -- users.acl --
        user app on nopass ~app:* +@write
    `,
  },

  project({ project }, report) {
    if (aclBehaviourOf(project.target).duplicateUser === 'refused') return;
    const names = namesOf(project);
    const last = new Map(names.map(({ name, at }) => [name, at]));
    for (const { name, at } of names) {
      const winner = last.get(name);
      const document = project.documents.get(at.uri);
      if (winner === undefined || winner === at || document === undefined) continue;
      report(at, `no effect: ${name} is defined again further on, and that line alone counts`, {
        related: [{ at: winner, message: 'this line counts' }],
        fixes: [{ title: 'Delete the line', safety: 'safe', edits: [deleteLine(document, at.line)] }],
      });
    }
  },
});

interface DefinedName {
  readonly name: string;
  readonly at: Place;
}

function namesOf({ userSource }: Project): readonly DefinedName[] {
  if (userSource.kind === 'lines') {
    return userSource.statements.flatMap(({ document, line, args: [word] }) =>
      word === undefined ? [] : [{ name: word.value, at: { uri: document.uri, line, ...word.span } }],
    );
  }
  const { document } = userSource.kind === 'file' ? userSource : {};
  return (document?.lines ?? []).flatMap((line, number) => {
    const word = line.kind === 'words' && line.words[0]?.value === 'user' ? line.words[1] : undefined;
    return word === undefined
      ? []
      : [{ name: word.value, at: { uri: document?.uri ?? '', line: number, ...word.span } }];
  });
}

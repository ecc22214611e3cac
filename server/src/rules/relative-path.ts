import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import type { Word } from '../syntax/words.js';
import { defineRule, type Fix } from './define.js';
import { quoted, replacePlace } from './fixing.js';

export default defineRule({
  id: 'relative-path',
  aliases: ['syn-include'],
  kind: 'clarity',
  tags: ['files'],
  severity: { production: 'info', development: 'off' },
  summary: 'Where a file is looked up depends on the folder in which the server is started.',
  rationale:
    'A relative path is looked up in the working directory of the process, which is not the folder of the file that names ' +
    'it, and which an earlier `dir` changes. Started by hand and by a service, a server reads two different files.',
  silentWhen: 'Where an absolute `dir` stands before the include, or anywhere for the ACL file.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        include tls.conf
      #         ^^^^^^^^ looked up where the server is started, not beside this file: write an absolute path
        -- tls.conf --
        tls-protocols "TLSv1.2 TLSv1.3"
    `,
    good: `
        -- redis.conf --
        include /etc/redis/tls.conf
        -- tls.conf --
        tls-protocols "TLSv1.2 TLSv1.3"
    `,
  },

  statement(statement, { project }, report) {
    const [word] = statement.args;
    if (word === undefined || word.value === '' || word.value.startsWith('/')) return;
    if (!isLookedUpAnywhere(statement, project)) return;
    const message = 'looked up where the server is started, not beside this file: write an absolute path';
    report(placeOf(statement, word), message, { fixes: [absolute(statement, word)] });
  },
});

/** An include is carried out where it stands; the ACL file is opened when all has been read. */
function isLookedUpAnywhere(statement: Statement, { statements, settings }: Project): boolean {
  const directories = settings.statements('dir').filter(({ args }) => args[0]?.value.startsWith('/'));
  switch (statement.directive?.canonical) {
    case 'include': {
      const before = statements.slice(0, statements.indexOf(statement));
      return !before.some((earlier) => directories.includes(earlier));
    }
    case 'aclfile':
      return directories.length === 0;
    default:
      return false;
  }
}

/** Folders that are called alike where a server runs; where somebody only writes its files, they lie anywhere. */
const OF_SERVERS = /^\/(?:etc|opt|srv|data|conf|usr\/local|var\/lib)\//;

function absolute(statement: Statement, word: Word): Fix {
  const { path } = statement.document;
  const here = path.slice(0, path.lastIndexOf('/') + 1);
  const folder = OF_SERVERS.test(here) ? here : '/etc/redis/';
  const written = quoted(folder + word.value.replace(/^(?:\.\/+)+/, ''));
  return {
    title: 'Write an absolute path',
    safety: 'review',
    edits: [replacePlace(placeOf(statement, word), written)],
    placeholder: written,
  };
}

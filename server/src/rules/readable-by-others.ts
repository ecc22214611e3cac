import { CERTIFICATE_FILES } from '../model/beside.js';
import { resolvePath } from '../model/paths.js';
import type { Project } from '../model/project.js';
import { secretSpans } from '../model/secrets.js';
import type { Document } from '../syntax/document.js';
import type { Place } from '../text/place.js';
import { decidedValue } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'readable-by-others',
  aliases: ['secret-file-permissions'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['files', 'secrets'],
  summary: 'Every user of the machine may read a file that holds secrets, or write one that the server reads.',
  rationale:
    'Whoever may log in to the machine, and every other service that runs there, reads the passwords of a file that is ' +
    'readable by others, and the digests of an ACL file, which are unsalted. With a private key they are the server. A file that ' +
    'others may write is the server of whoever writes it.',
  silentWhen:
    'The file does not lie under `/etc`, `/run` or `/var`, as in a checkout, where modes mean nothing; it holds no secret; or ' +
    'its mode is not known, as on Windows and in editors.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/', 'CWE-732'],
  example: {
    bad: `
        -- /etc/redis/redis.conf (644) --
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every user of this machine may read what this file keeps secret: chmod o-rwx /etc/redis/redis.conf
    `,
    good: `
        -- /etc/redis/redis.conf (640) --
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
    `,
  },

  document(document, { project }, report) {
    const mode = modeOf(document.path, project);
    if (mode === undefined) return;
    const at = secretIn(document) ?? firstLine(document);
    if ((mode & WRITABLE) !== 0) {
      report(at, `every user of this machine may write the file: chmod o-rwx ${document.path}`, { severity: 'error' });
    } else if ((mode & READABLE) !== 0 && secretIn(document) !== undefined) {
      report(at, `every user of this machine may read what this file keeps secret: chmod o-rwx ${document.path}`);
    }
  },

  project({ project }, report) {
    for (const [, directive] of CERTIFICATE_FILES) {
      const decided = decidedValue(project, directive);
      if (decided === undefined) continue;
      const path = keyPath(directive, project);
      if (((modeOf(path, project) ?? 0) & (READABLE | WRITABLE)) === 0) continue;
      report(decided.at, `every user of this machine may read the private key: chmod o-rwx ${path}`);
    }
  },
});

/** Bits of everybody else. */
const READABLE = 0o004;
const WRITABLE = 0o002;

function modeOf(path: string, { beside }: Project): number | undefined {
  return /^\/(?:etc|run|var)\//.test(path) ? beside.modes.get(path) : undefined;
}

function keyPath(directive: string, { settings }: Project): string {
  return resolvePath(settings.text('dir') || '/', settings.text(directive));
}

function secretIn(document: Document): Place | undefined {
  for (const [line, content] of document.lines.entries()) {
    const [span] = content.kind === 'comment' ? [] : secretSpans(content, document.dialect);
    if (span !== undefined) return { uri: document.uri, line, ...span };
  }
  return undefined;
}

function firstLine({ uri, lines }: Document): Place {
  return { uri, line: 0, start: 0, end: lines[0]?.text.trimEnd().length ?? 0 };
}

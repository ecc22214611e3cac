import type { Settings } from '../model/settings.js';
import { defineRule, type Fix } from './define.js';
import { insertLine } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'missing-tls-certificate',
  aliases: ['tls-startup-conflict'],
  kind: 'load',
  tags: ['tls'],
  explains: ['tls-material-missing'],
  summary: 'TLS is turned on without a certificate, a key or the certificates of an authority.',
  rationale:
    'A server with a TLS port, or with TLS for replication or cluster, needs a certificate and its key; and unless ' +
    '`tls-auth-clients no` is set it needs the certificates of the authority that signs those of its clients.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  example: {
    bad: `
        -- redis.conf --
        tls-port 6380
      # ^^^^^^^^ TLS needs tls-cert-file, tls-key-file and tls-ca-cert-file: set them
    `,
    good: `
        -- redis.conf --
        tls-port 6380
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
    `,
  },

  explain({ at, serverSays }, { project }) {
    const { document, line } = markedBy(project, at);
    const missing = missingFiles(project.settings);
    const lines = missing.map(({ name, path }) => `${name} ${path}`);
    const insert: Fix = {
      title: 'Insert what TLS needs',
      safety: 'review',
      edits: [insertLine(document, line + 1, lines.join('\n'))],
      placeholder: FOLDER,
    };
    if (missing.length === 0) return { message: `TLS cannot be set up${serverSays && `: ${serverSays}`}` };
    return {
      message: `TLS needs ${enumeration(missing)}: set ${missing.length === 1 ? 'it' : 'them'}`,
      fixes: [insert],
    };
  },
});

interface TlsFile {
  readonly name: string;
  readonly path: string;
}

const FOLDER = '/etc/redis/tls';

function missingFiles(settings: Settings): readonly TlsFile[] {
  const files: TlsFile[] = [];
  const isUnset = (name: string): boolean => settings.text(name) === '';
  if (isUnset('tls-cert-file')) files.push({ name: 'tls-cert-file', path: `${FOLDER}/redis.crt` });
  if (isUnset('tls-key-file')) files.push({ name: 'tls-key-file', path: `${FOLDER}/redis.key` });
  const checksOthers =
    settings.text('tls-auth-clients') !== 'no' || settings.isOn('tls-replication') || settings.isOn('tls-cluster');
  if (checksOthers && isUnset('tls-ca-cert-file') && isUnset('tls-ca-cert-dir')) {
    files.push({ name: 'tls-ca-cert-file', path: `${FOLDER}/ca.crt` });
  }
  return files;
}

function enumeration(files: readonly TlsFile[]): string {
  const names = files.map(({ name }) => name);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

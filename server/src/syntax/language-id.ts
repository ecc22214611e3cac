/** The languages of this program, by the names that editors know them under. */
export type LanguageId = 'redis-conf' | 'redis-sentinel' | 'redis-acl';

/** How the files of a language are called, and how they begin where the name says nothing. */
export interface LanguageMarks {
  readonly id: LanguageId;
  /** Whole names. */
  readonly filenames: readonly string[];
  /** Globs as editors know them: of the name, or of the path where there is a slash in it. */
  readonly filenamePatterns: readonly string[];
  /** A regular expression for the first line. */
  readonly firstLine: string;
}

/**
 * The same lists stand in the extension's manifest. No language claims `*.conf` or `*.acl`: most of those belong to
 * other programs. Templates (`redis.conf.j2`) are left alone too, since it is not a server that reads them.
 */
export const LANGUAGES: readonly LanguageMarks[] = [
  {
    id: 'redis-conf',
    filenames: ['redis.conf', 'valkey.conf'],
    filenamePatterns: [
      '{redis,valkey}[-_.]*.conf',
      '{redis,valkey}[0-9]*.conf',
      '**/{redis,valkey}*/**/[0-9][0-9][0-9][0-9].conf',
      '**/{redis,valkey}*/**/[0-9][0-9][0-9][0-9][0-9].conf',
      '{redis,valkey}*.conf.{default,dist,example,sample}',
    ],
    firstLine: '^#(?:!.*\\b(?:redis|valkey)-server\\b|\\s*(?:Redis|Valkey) configuration file\\b)',
  },
  {
    id: 'redis-sentinel',
    filenames: ['sentinel.conf', 'redis-sentinel.conf', 'valkey-sentinel.conf'],
    filenamePatterns: [
      'sentinel[-_.0-9]*.conf',
      '{redis,valkey}[-_.]sentinel[-_.0-9]*.conf',
      '{sentinel,redis-sentinel,valkey-sentinel}*.conf.{default,dist,example,sample}',
    ],
    firstLine:
      '^(?:#!.*\\b(?:redis|valkey)-sentinel\\b|# Example sentinel\\.conf|sentinel\\s+(?:monitor|myid|[a-z]+-[a-z-]+)\\s)',
  },
  {
    id: 'redis-acl',
    filenames: ['users.acl', 'redis.acl', 'valkey.acl'],
    filenamePatterns: [
      '{redis,valkey,users}[-_.]*.acl',
      '**/{redis,valkey}*/**/*.acl',
      '{redis,valkey,users}.acl.{default,dist,example,sample}',
    ],
    firstLine: '^user +[^ ]+ +(?:on|off|nopass|(?:reset|all)[a-z]*|[-+]@?[a-z]|[~&>#%(])',
  },
];

/** This much of a file's beginning, in UTF-16 units, is enough for `languageIdOf`. */
export const HEAD_LENGTH = 65_536;

/**
 * The language of a file; undefined for a file of another program, be it named like one of ours (supervisord has its
 * `redis.conf`, too). A `sentinel` line makes a configuration file Sentinel's, whatever its name.
 * @param path of the file, with slashes or backslashes
 * @param head the first lines of the file
 */
export function languageIdOf(path: string, head: string): LanguageId | undefined {
  const name = languageNamedBy(path);
  const lines = significantLines(head);
  if (!mayBeOurs(path)) return undefined;
  if (name === 'redis-acl') return lines.length === 0 || lines.some(resemblesUser) ? name : undefined;
  if (fileName(path).endsWith('.acl')) return isUser(lines[0]) ? 'redis-acl' : undefined;

  if (lines.some(isForeign)) return undefined;
  if (lines.some((line) => SENTINEL_LINE.test(line))) return 'redis-sentinel';
  return name ?? languageOfContent(fileName(path), head, lines);
}

/** Whether a file of that name can be ours at all, so that it is worth looking into. */
export function mayBeOurs(path: string): boolean {
  return languageNamedBy(path) !== undefined || isOpenToAnyProgram(path);
}

/** The language that a path alone speaks for, as an editor decides it: a whole name, else the longest pattern. */
export function languageNamedBy(path: string): LanguageId | undefined {
  const name = fileName(path);
  const whole = LANGUAGES.find((language) => language.filenames.includes(name));
  if (whole !== undefined) return whole.id;
  const slashed = slashedPath(path);
  let best: { id: LanguageId; length: number } | undefined;
  for (const { id, pattern, expression } of PATTERNS) {
    if (pattern.length <= (best?.length ?? 0)) continue;
    if (expression.test(pattern.includes('/') ? slashed : name)) best = { id, length: pattern.length };
  }
  return best?.id;
}

function languageOfContent(name: string, head: string, lines: readonly string[]): LanguageId | undefined {
  const [firstLine = ''] = head.split('\n', 1);
  const begun = LANGUAGES.find(
    ({ id, firstLine: beginning }) => id !== 'redis-acl' && new RegExp(beginning).test(firstLine),
  );
  if (begun !== undefined) return begun.id;
  if (lines.length > 0 && lines.every(isUser)) {
    return name.endsWith('.conf') && !name.includes('acl') ? 'redis-conf' : 'redis-acl';
  }
  if (lines.some((line) => RELATIVE_LINE.test(line))) return undefined;
  return new Set(lines.map(directiveName).filter((it) => TELLING_NAMES.has(it))).size >= 2 ? 'redis-conf' : undefined;
}

/** Names without an extension, and the extensions that many programs use for what they read. */
function isOpenToAnyProgram(path: string): boolean {
  return /^(?:[^.]*|.*\.(?:conf|cnf|cfg|acl))$/.test(fileName(path));
}

/** A section of an INI file, an element of Apache's, a block of nginx or logrotate: a server refuses them all. */
function isForeign(line: string): boolean {
  return /^\[+[^\]]*\]+$|^<[a-z/]/i.test(line) || (line.endsWith('{') && !/["'#]/.test(line));
}

function isUser(line: string | undefined): boolean {
  return line !== undefined && USER_LINE.test(line);
}

/** A line that somebody may have meant as a user, right or wrong. */
function resemblesUser(line: string): boolean {
  return /^user\b/i.test(line) || /\s(?:[-+]@?[a-z]|[~&>%]\S|#[0-9a-f]{64})/i.test(line);
}

/** The first word in lower case; empty where an assignment follows, which other programs write (`port: 1`, `a = b`). */
function directiveName(line: string): string {
  return /^([a-z-]+)[ \t]+(?![:=])/i.exec(line)?.[1]?.toLowerCase() ?? '';
}

function significantLines(head: string): readonly string[] {
  return head
    .slice(0, HEAD_LENGTH)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function fileName(path: string): string {
  const slashed = slashedPath(path);
  return slashed.slice(slashed.lastIndexOf('/') + 1);
}

function slashedPath(path: string): string {
  return path.replaceAll('\\', '/').toLowerCase();
}

const SENTINEL_LINE = new RegExp(LANGUAGES.find(({ id }) => id === 'redis-sentinel')?.firstLine ?? '', 'i');
const USER_LINE = new RegExp(LANGUAGES.find(({ id }) => id === 'redis-acl')?.firstLine ?? '', 'i');

/** Programs that took over Redis's names and have some of their own: Kvrocks, KeyDB. */
const RELATIVE_LINE = /^(?:rocksdb\.|server-threads\s|active-replica\s|multi-master\s)/i;

/** Directives that no other kind of program is known to have; two of them are enough. */
const TELLING_NAMES: ReadonlySet<string> = new Set([
  'aclfile',
  'activerehashing',
  'appendfilename',
  'appendfsync',
  'appendonly',
  'auto-aof-rewrite-percentage',
  'client-output-buffer-limit',
  'cluster-config-file',
  'cluster-enabled',
  'cluster-node-timeout',
  'dbfilename',
  'enable-debug-command',
  'latency-monitor-threshold',
  'lazyfree-lazy-eviction',
  'masterauth',
  'masteruser',
  'maxmemory',
  'maxmemory-policy',
  'min-replicas-to-write',
  'notify-keyspace-events',
  'primaryauth',
  'primaryuser',
  'protected-mode',
  'rdbchecksum',
  'rdbcompression',
  'rename-command',
  'repl-diskless-sync',
  'replica-read-only',
  'replicaof',
  'requirepass',
  'slaveof',
  'slowlog-log-slower-than',
  'slowlog-max-len',
  'stop-writes-on-bgsave-error',
  'tls-auth-clients',
  'tls-replication',
  'unixsocketperm',
]);

const PATTERNS = LANGUAGES.flatMap(({ id, filenamePatterns }) =>
  filenamePatterns.map((pattern) => ({ id, pattern, expression: expressionOf(pattern) })),
);

/** The regular expression for a glob of those above: any number of folders, any name, ranges, alternatives. */
function expressionOf(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*|\.|\[[^\]]*\]|\{[^}]*\}/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '*') return '[^/]*';
    if (part === '.') return '\\.';
    if (part.startsWith('[')) return part;
    return `(?:${part.slice(1, -1).replaceAll(',', '|')})`;
  });
  return new RegExp(`^${source}$`);
}

/** Something of which we and a real server may differ, mostly since the files do not decide it. */
export interface KnownDisagreement {
  /** Cases of `semantics.json` that show it; none where that has no such files. */
  readonly cases?: RegExp;
  /** How many of these, each on each server, come out otherwise than we say. */
  readonly count: number;
  readonly what: string;
  readonly why: string;
}

/** All of them, as server/README.md lists them. Nothing else may differ. */
export const KNOWN_DISAGREEMENTS: readonly KnownDisagreement[] = [
  {
    cases:
      /^(arity\.dir\[a\]|post\.dir-(missing|file)|post\.logfile|misc\.unixsocket-is-dir|proc\.unixsocket-baddir|order\.logfile)/,
    count: 81,
    what: 'a folder that `dir`, `logfile` or `unixsocket` names and that is not there or may not be written',
    why: 'only the machine knows its folders',
  },
  {
    cases:
      /^(arity\.loadmodule\[a|case\.loadmodule|line\.inline-comment-loadmodule|post\.loadmodule|order\.(module-vs-acl|unknown-vs-module))/,
    count: 125,
    what: 'a module that is not there or is none',
    why: 'only the machine knows its modules',
  },
  {
    cases: /^(arity\.locale-collate\[a\]|post\.locale)/,
    count: 16,
    what: 'a locale that is not installed',
    why: 'only the machine knows its locales; a name that can be none is refused',
  },
  {
    cases: /^post\.bind-(bad|nonlocal)/,
    count: 32,
    what: 'a host name in `bind` that does not resolve, or an address that the machine does not have',
    why: 'only the machine knows its addresses; a word that can be none is refused',
  },
  {
    cases:
      /^(post\.tls-port-badcert|tls\.(bad-ciphers|bad-suites|badca|client-cert-missing|dh-missing|ok|protocols-old))/,
    count: 65,
    what: 'certificates, keys and cipher lists that OpenSSL does not take',
    why: 'only the machine has the files and the library',
  },
  {
    cases: /^(post\.(appendonly-badaof|rdb-bad|dbfilename-dot|cluster-config-file-dup)|misc\.cluster-config-file-dir)/,
    count: 66,
    what: 'data files that are damaged or are folders',
    why: 'they are no configuration',
  },
  {
    cases: /^post\.activedefrag/,
    count: 7,
    what: '`activedefrag yes`',
    why: 'builds with the bundled allocator take it, those of Debian do not',
  },
  { cases: /^misc\.rdma-port/, count: 2, what: '`rdma-port`', why: 'builds with RDMA take it, others crash' },
  {
    cases: /^post\.unixsocket-ok-group/,
    count: 3,
    what: 'an unknown `unixsocketgroup`',
    why: 'only the machine knows its groups',
  },
  {
    cases: /^post\.maxclients-ulimit/,
    count: 11,
    what: '`maxclients` above the limit on open files',
    why: 'the limit is the machine’s',
  },
  {
    count: 0,
    what: 'a host name in a Sentinel file that does not resolve',
    why: 'only the machine knows its names',
  },
  {
    count: 0,
    what: 'a script of a Sentinel that is not there or may not be run',
    why: 'only the machine knows its programs',
  },
  {
    cases: /^post\.hz-0$/,
    count: 1,
    what: '`hz 0` in 6.0',
    why: 'measured as a start, which the first tick of its timer ends: we say that it does not last',
  },
  {
    count: 0,
    what: 'the text for an unclosed selector behind an `include` pattern that matches nothing',
    why: 'the server prints an error that `glob` has left over, which depends on what folders there are',
  },
  {
    count: 0,
    what: 'a NUL byte in a line of more than 1,023 bytes',
    why: 'the server reads such a line in parts and loses only the rest of the part',
  },
];

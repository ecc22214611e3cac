/** What `redis-hardening --help` shows. */
export const OVERVIEW = `redis-hardening finds what breaks and what endangers a Redis or Valkey server.

  redis-hardening check [PATH...]      what is wrong, and would it load
  redis-hardening fix PATH...          mend what can be mended
  redis-hardening effective PATH       the configuration that the server would run with
  redis-hardening can PATH [COMMAND]   who can run what
  redis-hardening threats PATH         who can do what harm
  redis-hardening new DIR              a hardened configuration to start from
  redis-hardening explain RULE         why a finding matters; also: explain rules, explain targets
  redis-hardening lsp --stdio          the language server

  redis-hardening COMMAND --help       more about a command
  redis-hardening --version

PATH is a file, a folder, a pattern in quotes, or - for standard input. Settings are read from
.redis-hardening.json in the file's folder or above it.
`;

/** What `redis-hardening COMMAND --help` shows. */
export const HELP = {
  check: `redis-hardening check [PATH...|-] [OPTION...]

  --target T                       the server to judge by; several times for several servers
  --profile production|development
  --kind config|sentinel|acl       what the files are, where name and first lines do not say it
  --format text|json|sarif|github|junit
  --fail-on error|warning|info|never
  --rule ID                        only this rule; several times for several rules
  --rule ID=SEVERITY, ID=off       this rule at another severity, or not at all
  --config FILE                    instead of the .redis-hardening.json that is found
  --baseline FILE                  leaves out the findings of that file, whatever line they have moved to
  --write-baseline                 writes all findings to that file, or to .redis-hardening-baseline.json

Without PATH, all files of Redis and Valkey in this folder and below.
Exit status: 0 nothing as severe as --fail-on says (error), 1 findings, 2 usage, 3 failure.
`,
  fix: `redis-hardening fix PATH... [OPTION...]

  --unsafe                         also changes after which the server behaves differently
  --diff                           only print what would change, as a unified diff
  --target, --profile, --rule, --config as for check

A diff shows lines as they are, with the passwords in them.
`,
  effective: `redis-hardening effective PATH [--format text|json] [--target T] [--config FILE]

The value of every setting, the line that decided it, and the lines that this one overrode.
`,
  can: `redis-hardening can PATH [--user NAME] [--format text|json] [--target T] [--config FILE] [COMMAND ARG...]
redis-hardening can PATH --batch

Without COMMAND, what each user may run. With it, which users may run it and why; for exit status 0 one of them
has to. --batch reads lines such as {"user":"app","argv":["GET","k"]} and answers {"allowed":true,"reason":"..."}.
`,
  threats: `redis-hardening threats PATH [--format text|json] [--target T] [--config FILE]

What a stranger on the network and each user can do to the server and to the data, and because of which lines.
`,
  new: `redis-hardening new DIR [OPTION...]

  --role ROLE                      cache, session, queue, primary (with a replica) or cluster; primary by default
  --target T                       the server that reads the files
  --tls mutual|password|none       TLS with client certificates (mutual), with passwords alone, or none
  --replica                        a replica's file too, where the role is cache, session or queue
  --sentinel                       sentinel.conf too
  --user NAME[:KIND[:PREFIX]]      an application; several times for several. KIND is app, cache, session, producer,
                                   consumer, rate-limiter or analytics; its keys begin with PREFIX and a colon
  --admin NAME                     the administrator; ops-admin by default
  --without metrics|health|alerts  leaves out the exporter's user, the health check's, or the alert rules
  --address IP, --replica-address IP
                                   of the primary and of the replica; 127.0.0.1 by default
  --port N                         6379 by default; 26379 is Sentinel's
  --folder PATH                    where the files will lie on the server; /etc/redis or /etc/valkey by default
  --format text|json
  --config FILE                    as for check: what target is judged by where --target does not say it

Writes redis.conf, users.acl and what goes with them into DIR and prints the passwords, which no file holds and
nothing keeps. Never overwrites a file.
Exit status: 0 written, 2 usage, 3 nothing or not everything could be written.
`,
  explain: `redis-hardening explain RULE | rules | targets
`,
  lsp: `redis-hardening lsp --stdio

Speaks the Language Server Protocol on standard input and output.
`,
} as const;

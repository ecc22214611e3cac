/** The process, its log, and what can be seen of it. */
export const OPERATION: Readonly<Record<string, string>> = {
  include:
    'Reads another file at this place, so that later lines override it. Relative paths start in the working directory of the server, which `dir` changes, and not beside this file. A missing file keeps the server from starting; patterns are known from Redis 7.0 on, and one that matches nothing is fine. Put what must hold last.',
  daemonize:
    'Puts the server into the background and writes `pidfile`. Under systemd, in containers and with any other supervisor it has to stay in front: `no`.',
  supervised:
    'How the server tells its supervisor that it is ready. `systemd` goes with `Type=notify` in the unit; `auto` finds out by itself.',
  pidfile: 'Where the number of the process is written, for init scripts. That it cannot be written is only logged.',
  logfile:
    'Where the log goes; empty is the standard output, which systemd and containers collect. Relative paths start in the working directory. Commands and keys can appear in it, so keep it from others.',
  loglevel:
    'How much is logged: `notice` is right. `verbose` and `debug` fill the disk, and `warning` leaves out who connected to a primary and what was reconfigured. `nothing` (from Redis 7.2 on) leaves no trace of anything.',
  'log-format': 'How lines of the log are written: as ever, as `key=value`, or as JSON, for programs that read them.',
  'log-timestamp-format':
    'How the time is written in the log: as ever, after ISO 8601 with the offset, or in milliseconds.',
  'syslog-enabled':
    'Sends the log to syslog as well, so that it is somewhere else when the machine is not to be trusted any more.',
  'syslog-ident': 'The name that the server has in syslog. Give several on one machine different ones.',
  'syslog-facility': 'The facility of syslog that the log goes to.',
  'always-show-logo': 'Draws the logo into the log even where nobody is looking.',
  'set-proc-title': 'Shows address and mode of the server in the list of processes.',
  'proc-title-template':
    'What the list of processes shows of the server. Unknown names in braces keep it from starting.',
  'crash-log-enabled':
    'Logs what the server was doing when it crashed: registers, stack and the command at hand, whose arguments may be data. `no` leaves it to the system’s core files.',
  'crash-memcheck-enabled':
    'Checks the memory when the server has crashed, to tell broken hardware from a defect. It can take minutes on a large one.',
  'ignore-warnings':
    'Warnings of the start that are not to keep the server from starting, by name, such as `ARM64-COW-BUG`.',
  'disable-thp':
    'Keeps the server’s memory out of transparent huge pages, which make snapshots slow and take much more memory. Leave it on.',
  'locale-collate':
    'The locale by which texts are sorted (`SORT … ALPHA`). One that the machine does not have keeps the server from starting.',
  'slowlog-log-slower-than':
    'Microseconds from which on a command is noted in the slow log; `0` notes all, a negative number none. The arguments are noted too, data and keys among them, but no passwords of `AUTH`.',
  'slowlog-max-len':
    'How many slow commands are remembered. They are in memory, and whoever may run `SLOWLOG GET` reads them.',
  'commandlog-execution-slower-than':
    'Microseconds from which on a command is noted as slow; `0` notes all, a negative number none. Until Valkey 8.1 it is called `slowlog-log-slower-than`.',
  'commandlog-slow-execution-max-len':
    'How many slow commands are remembered. Until Valkey 8.1 it is called `slowlog-max-len`.',
  'commandlog-request-larger-than': 'Bytes from which on a command is noted as large; a negative number notes none.',
  'commandlog-large-request-max-len': 'How many large commands are remembered.',
  'commandlog-reply-larger-than': 'Bytes from which on an answer is noted as large; a negative number notes none.',
  'commandlog-large-reply-max-len': 'How many large answers are remembered.',
  'latency-monitor-threshold':
    'Milliseconds from which on a pause is noted for `LATENCY`; `0` notes none. 100 costs nothing and tells afterwards why clients had to wait.',
  'latency-tracking': 'Keeps how long each command takes, for `INFO latencystats`. It costs almost nothing.',
  'latency-tracking-info-percentiles': 'The percentiles that `INFO latencystats` shows.',
  'notify-keyspace-events':
    'Which events clients can hear about keys, as letters: `K` or `E` for where, then the kinds (`A` for all); empty is none. Each costs a message. Whoever may subscribe to `__key*` hears the names of all keys, whatever keys they may read.',
  'busy-reply-threshold':
    'Milliseconds after which a script, function or module counts as busy: others are then answered `BUSY` and may end it. It does not end by itself, and a script that has written can only be ended with the server.',
  'lua-time-limit':
    'Milliseconds after which a script counts as busy: others are then answered `BUSY` and may end it. It does not end by itself, and a script that has written can only be ended with the server.',
  'lua-replicate-commands':
    'Sends to replicas what a script did instead of the script. From Redis 7.0 on it is always so, and the line is without effect.',
  'io-threads':
    'How many threads read from and write to clients; commands still run one at a time. 1 is right until a single processor is full of it; then fewer than there are processors.',
  'io-threads-do-reads':
    'Whether the threads of `io-threads` read as well. Newer servers decide for themselves and ignore it.',
  'server-cpulist':
    'The processors that the main and I/O threads may use, such as `0-7:2`. Empty leaves it to the system.',
  'bio-cpulist': 'The processors that background threads may use. Empty leaves it to the system.',
  'aof-rewrite-cpulist':
    'The processors that the rewriting of the append-only file may use. Empty leaves it to the system.',
  'bgsave-cpulist': 'The processors that the writing of snapshots may use. Empty leaves it to the system.',
  'gopher-enabled':
    'Answers the Gopher protocol with keys that begin with a slash. It was taken out in Redis 7.0; leave it off, since it only widens who can read.',
  'extended-redis-compatibility': 'Makes the server call itself Redis to clients that look for that name.',
  'use-exit-on-panic':
    'Ends the server instead of crashing it when it finds its own state wrong, for tests that count memory.',
  'watchdog-period':
    'Milliseconds after which the server logs where it is stuck, for finding defects; `0` is off. It can crash the server; never leave it on.',
  'enable-debug-assert': 'Checks the server’s own state more often, for finding defects. It costs much time.',
  'debug-context': 'A text that appears in crash reports, for tests.',
  'key-memory-histograms': 'Keeps how much memory keys take, by size. It costs a little with every change.',
};

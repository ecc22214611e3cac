/** Who may log in, and what they may do. */
export const ACCESS: Readonly<Record<string, string>> = {
  user: 'Defines one ACL user: its name, then ACL rules that are applied from left to right. A user in a file starts from nothing (off, no password, no keys, no commands), also `default`. Give each application its own, with the keys, channels and commands it uses: `user app on #… ~app:* &app:* +@read +@write -@dangerous`. Passwords belong here as SHA-256, never in clear. Beside `aclfile` these lines keep the server from starting.',
  aclfile:
    'A file with all ACL users, one on a line, without comments. It can be read again (`ACL LOAD`) and written (`ACL SAVE`) while the server runs. Where it has no line for `default`, that user is back to needing no password and being allowed everything, and `requirepass` is without effect. Keep it readable for the account of the server alone.',
  'acl-pubsub-default':
    'The channels that a user may use before any rule about channels: none (`resetchannels`, the default from Redis 7.0 on) or all (`allchannels`, that of 6.2). Leave it at none, so that every channel has to be given on purpose.',
  'acllog-max-len':
    'How many refused logins and commands `ACL LOG` remembers. A hundred are soon pushed out by a single client that tries passwords; a few thousand cost almost nothing.',
  requirepass:
    'The password of the user `default`, which every client is before it logs in. Servers are asked for passwords very fast, so that only a long random one helps (`openssl rand -base64 32`). An ACL file without `user default`, or a `user default` line, makes it void without a word. It stands here in clear: restrict who can read the file, or use ACL users with digests.',
  primaryauth:
    'The password with which this server logs in to its primary; until Valkey 8 it is called `masterauth`. Set it on primaries too, which become replicas after a failover. It stands here in clear. The user of `primaryuser` or, without one, `default` is logged in.',
  masterauth:
    'The password with which this server logs in to its primary. Set it on primaries too: after a failover they are replicas, and without it they never get their data. It stands here in clear, so restrict who can read the file. Without `masteruser` it is the password of `default`.',
  primaryuser:
    'The ACL user as which a replica logs in to its primary; until Valkey 8 it is called `masteruser`. It needs `+psync +replconf +ping` and nothing else; one of its own keeps the password of replication away from the data.',
  masteruser:
    'The ACL user as which a replica logs in to its primary. It needs `+psync +replconf +ping` and nothing else; a user of its own for that keeps whoever reads this file from running commands.',
  'rename-command':
    'Gives a command another name, or none: `rename-command FLUSHALL ""`. It holds for everybody, administrators included, and for the commands in an append-only file and from a primary, which break if they were renamed since. ACL rules (`-flushall`) do the same for one user at a time and can be told apart; keep renaming for servers without ACL users. Subcommands cannot be renamed.',
  'enable-debug-command':
    'Whether `DEBUG` can be run: by nobody (`no`), by clients of this machine (`local`), or by all. With it a client can crash or freeze the server, throw data away and look into its memory. Leave it off outside of tests.',
  'enable-module-command':
    'Whether `MODULE LOAD` can be run: by nobody (`no`), by clients of this machine (`local`), or by all. A module is native code, so that this permission is a shell as the account of the server. Leave it off and load modules by `loadmodule`.',
  'enable-protected-configs':
    'Whether `CONFIG SET` may change `dir`, `dbfilename` and other protected settings: never (`no`), for clients of this machine (`local`), or for all. Where it may, whoever can run it writes files anywhere the server can, SSH keys and cron tables among them: the most used way from a server into its machine.',
  loadmodule:
    'Loads a module when the server starts, with its arguments. A module is native code in the server’s process: it can do whatever the server can. Load only what you build or got from where you trust, from a folder that the server’s account cannot write to.',
  'lua-enable-insecure-api':
    'Gives Lua scripts functions back that were taken away because scripts could misuse them to get out of their sandbox. No script should need them; leave it off.',
  'lua-enable-deprecated-api':
    'Gives Lua scripts functions back that were taken away because scripts could misuse them to get out of their sandbox. No script should need them; leave it off.',
  'sanitize-dump-payload':
    'Whether what `RESTORE` is given, and what comes from a primary or a file, is checked in depth before it is used. Without the check, crafted data can crash the server or worse. `clients` checks what ordinary clients send and trusts the rest; it costs time where much is restored.',
  'hide-user-data-from-log':
    'Leaves keys, values and arguments out of the log, crash reports included. Turn it on where the log is read by others than the data.',
};

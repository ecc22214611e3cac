/** What is written to disk, where, and what happens when that fails. */
export const PERSISTENCE: Readonly<Record<string, string>> = {
  save: 'When a snapshot is written: after so many seconds, if at least so many changes were made; any of the pairs is enough. Lines add up, and the first one drops the built-in points. `save ""` turns snapshots off, which is right for a cache; anything else then needs `appendonly yes`. In Redis 6 a line with other than two numbers is ignored without a word.',
  dbfilename:
    'The name of the snapshot in `dir`: a name, not a path. Whoever may change it and `dir` at run time writes files where they like, so leave `enable-protected-configs` off.',
  dir: 'The folder for snapshots, append-only files and, in a cluster, the node’s file. The server changes to it at once, so that relative paths of later `include` lines start there. It should be the server’s own, not readable for others (mode 750), and nothing else should lie in it: not an SSH folder, cron’s or a web root.',
  rdbcompression: 'Compresses strings in snapshots. It saves much disk for a little time; leave it on.',
  rdbchecksum:
    'Ends snapshots with a checksum, which is looked at when they are loaded. Without it damaged files are loaded as if nothing were wrong; about a tenth of the time can be saved.',
  'rdb-version-check':
    'Whether a snapshot of a later or unknown version is refused (`strict`) or tried (`relaxed`). Relaxed may load a part of it and stop in the middle.',
  'rdb-del-sync-files':
    'Deletes snapshots that were only made for a replica, on servers that persist nothing themselves. Turn it on where no copy of the data may stay on disk.',
  'rdb-save-incremental-fsync':
    'Flushes snapshots to disk bit by bit while they are written, instead of all at once at the end, where everybody would wait. Leave it on.',
  'stop-writes-on-bgsave-error':
    'Refuses writes while the last snapshot has failed, so that a full disk is noticed before data is lost. Turn it off only where something else watches, or where the data does not matter.',
  appendonly:
    'Writes every change to an append-only file, so that a crash loses a second at most instead of everything since the last snapshot. Turn it on for what is not stored elsewhere. On a server that already has data, turn it on by `CONFIG SET` first: started with a new, empty file, it would come up empty.',
  appendfilename:
    'The name of the append-only files: a name, not a path. From Redis 7.0 on it is the beginning of several names in `appenddirname`.',
  appenddirname:
    'The folder below `dir` for append-only files and their list: a name, not a path. Back it up as a whole.',
  appendfsync:
    'When the append-only file is flushed to disk: `everysec` loses a second at most and is right for almost everybody; `always` loses nothing that was answered and is as slow as the disk; `no` leaves it to the system, which may take half a minute.',
  'no-appendfsync-on-rewrite':
    'Does not flush the append-only file while it or a snapshot is being rewritten, so that nobody waits for a busy disk; half a minute of changes can then be lost in a crash. Leave it off where that matters.',
  'auto-aof-rewrite-percentage':
    'The append-only file is rewritten when it has grown by this much since the last time; `0` never. Without rewriting it grows until the disk is full.',
  'auto-aof-rewrite-min-size':
    'Below this size the append-only file is not rewritten by itself, however much it has grown.',
  'aof-load-truncated':
    'Loads an append-only file that breaks off at its end, as after a crash, without what is cut off. `no` refuses to start, so that a person decides.',
  'aof-load-corrupt-tail-max-size':
    'How many damaged bytes at the end of the append-only file are cut off instead of refusing to start; `0` cuts off none that are not merely incomplete. What is cut off is lost.',
  'aof-use-rdb-preamble':
    'Begins a rewritten append-only file with a snapshot, which is smaller and loads much faster. Leave it on.',
  'aof-rewrite-incremental-fsync':
    'Flushes an append-only file bit by bit while it is rewritten, instead of all at once at the end, where everybody would wait. Leave it on.',
  'aof-timestamp-enabled':
    'Notes the time in append-only files, so that a file can be cut back to a moment before a mistake (`redis-check-aof --truncate-to-timestamp`). Older releases cannot read such files.',
  'aof-disable-auto-gc':
    'Keeps append-only files that are no longer needed, for looking at them. They are never deleted then.',
  'key-load-delay': 'Slows the loading of data down, for tests. Leave it at 0.',
  'rdb-key-save-delay': 'Slows the writing of snapshots down, for tests. Leave it at 0.',
  'loading-process-events-interval-bytes':
    'While data is loaded, how much of it is read between looks at clients, who are told that the server is loading. The default is right.',
  'shutdown-timeout':
    'Seconds for which a server that is asked to stop waits for its replicas to catch up; `0` does not wait. With replicas, ten or more keep a planned restart from losing writes.',
  'shutdown-on-sigterm':
    'What SIGTERM does: `default` saves if there are save points, `save` always, `nosave` never, `now` does not wait for replicas, `force` goes on when saving fails. It is how service managers and containers stop the server, so `force` or `nosave` here loses data on every restart.',
  'shutdown-on-sigint': 'What SIGINT, as from Ctrl-C, does; the words are those of `shutdown-on-sigterm`.',
  'lazyfree-lazy-eviction':
    'Frees the memory of evicted keys in another thread, so that large ones do not stop everybody. Memory then falls a little later.',
  'lazyfree-lazy-expire':
    'Frees the memory of expired keys in another thread, so that large ones do not stop everybody.',
  'lazyfree-lazy-server-del':
    'Frees what commands delete on the way, such as the old value under `SET` and the target of `RENAME`, in another thread.',
  'lazyfree-lazy-user-del':
    'Makes `DEL` free memory in another thread, as `UNLINK` does. Answers are the same, and large values stop nobody.',
  'lazyfree-lazy-user-flush':
    'Makes `FLUSHALL` and `FLUSHDB` free memory in another thread unless they are told otherwise. The data is gone as fast.',
};

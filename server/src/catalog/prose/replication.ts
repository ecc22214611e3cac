/** Primaries, replicas, and what they owe each other. */
export const REPLICATION: Readonly<Record<string, string>> = {
  replicaof:
    'Makes this server a replica of another: host and port. Everything it holds is replaced by the primary’s data, and a primary can send it any command, so name only one you trust. `no one` makes it a primary. Clusters arrange this themselves and do not start with it.',
  'replica-read-only':
    'Refuses writes by clients of a replica. Writes to a replica reach nobody else, last until the next full synchronisation, and make what clients read depend on whom they ask. Leave it on; it does not keep clients from running commands like `CONFIG`.',
  'replica-serve-stale-data':
    'Whether a replica that has lost its primary answers with what it has (`yes`) or with an error (`no`). Answering is right for caches; where old data does harm, refuse.',
  'replica-priority':
    'Which replica Sentinel takes first when a primary is gone: the lowest number; `0` never. Give a replica that only backs up or reports a 0.',
  'replica-announce-ip':
    'The address under which this replica is reached from outside, where it is not the one it sees itself: behind address translation and in containers. A wrong one sends Sentinel and clients astray after a failover.',
  'replica-announce-port': 'The port that goes with `replica-announce-ip`.',
  'replica-announced':
    'Whether Sentinel tells clients of this replica. `no` hides one that only backs up; it can still be promoted, unless its priority is 0.',
  'replica-ignore-maxmemory':
    'A replica evicts nothing by itself but what its primary evicts, so that both hold the same. With `no` it can lose keys that the primary has; leave it on and give it as much memory.',
  'replica-ignore-disk-write-errors':
    'What a replica does when it cannot write to disk: by default it ends, since its data is not safe; `yes` goes on without it being on disk.',
  'replica-lazy-flush':
    'Frees what a replica held before in another thread when it is synchronised anew, so that it can load the new data sooner.',
  'replica-full-sync-buffer-limit':
    'How much of what is written meanwhile a replica may hold back during a full synchronisation; `0` takes the hard limit of `client-output-buffer-limit replica`.',
  'repl-timeout':
    'Seconds after which primary and replica give each other up. It has to be longer than `repl-ping-replica-period` and than loading a large dataset takes, or synchronisation starts over and over.',
  'repl-ping-replica-period': 'Seconds between the pings that a primary sends to its replicas.',
  'repl-backlog-size':
    'How much of the latest writes a primary keeps, so that a replica that was away for a moment need not copy everything again. It should hold what is written in the longest pause you expect: write rate times seconds.',
  'repl-backlog-ttl':
    'Seconds for which the backlog is kept when no replica is left; `0` keeps it for good. Replicas never drop theirs.',
  'repl-disable-tcp-nodelay':
    'Sends to replicas in fewer, larger packets, for slow networks; replicas are then a little later (up to 40 ms).',
  'repl-diskless-sync':
    'Sends a full copy straight to replicas instead of by a file. It spares the disk, and replicas that come later wait for the next copy.',
  'repl-diskless-sync-delay':
    'Seconds to wait for further replicas before a copy is sent straight to them, since one on its way cannot be joined.',
  'repl-diskless-sync-max-replicas':
    'How many replicas have to wait for a copy to begin before the delay is over; `0` waits for the delay.',
  'repl-diskless-load':
    'How a replica loads a copy that comes over the network: from a file (`disabled`), or straight into memory. `swapdb` keeps the old data until the new is complete and needs memory for both; `on-empty-db` is safe; `flush-before-load` has nothing if the connection breaks.',
  'repl-rdb-channel':
    'Sends a full copy over a connection of its own beside what is written meanwhile, which then piles up at the replica instead of the primary.',
  'repl-mptcp': 'Connects to the primary with Multipath TCP, so that replication can use several networks.',
  'dual-channel-replication-enabled':
    'Sends a full copy over a connection of its own beside what is written meanwhile, which then piles up at the replica instead of the primary. It spares the primary memory during full synchronisations.',
  'min-replicas-to-write':
    'Refuses writes while fewer replicas than this are connected and up to date; `0` always writes. `1` limits what can be lost when a primary is cut off from the rest and goes on alone.',
  'min-replicas-max-lag':
    'Seconds since a replica was last heard of until it no longer counts for `min-replicas-to-write`.',
  'propagation-error-behavior':
    'What happens when a command from the primary or from the append-only file fails: nothing (`ignore`), or the server ends, always or on replicas. Ending shows that data has gone apart, which otherwise nobody notices.',
  'import-mode':
    'While data is being copied in from elsewhere, keeps keys from expiring and being evicted, unless the copying client asks. Turn it off when that is done.',
};

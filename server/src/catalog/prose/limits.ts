/** How much clients and data may take. */
export const LIMITS: Readonly<Record<string, string>> = {
  maxclients:
    'How many clients can be connected at once; more are turned away. Each needs a file descriptor, and the server lowers the number to what the system grants. Set it to what you expect and some more, so that a broken pool is stopped here and not by the memory of the machine.',
  maxmemory:
    'How much memory the data may take before `maxmemory-policy` is asked; `0` is no limit, and then the kernel ends the server when the machine has none left. Leave room beside it: copying on write while saving, client buffers and fragmentation can take half as much again. `gb` is 2^30, `g` is 10^9.',
  'maxmemory-policy':
    'What goes when `maxmemory` is reached. `noeviction` refuses writes and keeps everything: right for queues, sessions and anything that is not stored elsewhere. `allkeys-lru` or `allkeys-lfu` suit a cache. The `volatile-` ones drop only keys with an expiry, and refuse writes when there are none.',
  'maxmemory-samples':
    'How many keys are looked at to find one to evict. 5 is close to the real least recently used; 10 is closer and slower.',
  'maxmemory-eviction-tenacity':
    'How long eviction may go on at a time, from 0 (short, latency first) to 100 (until it is below the limit). Raise it where writes outrun eviction.',
  'maxmemory-clients':
    'How much memory the buffers of all clients may take together, as a size or a share of `maxmemory`; the hungriest are disconnected. `0` is no limit. 5% keeps slow readers and huge pipelines from pushing out the data.',
  'client-output-buffer-limit':
    'For a class of clients (`normal`, `replica`, `pubsub`) how far answers may pile up: a hard limit, and a soft one with the seconds for which it may be exceeded; `0` is none. A client over it is disconnected. `normal` is unlimited by default, so that one slow reader of large answers can fill the memory; a replica’s has to hold what is written during a full synchronisation, or it starts over again and again.',
  'client-query-buffer-limit':
    'How much one client may send before a command is complete. The default of 1 GB is more than any sensible command and lets a few clients fill the memory; a value a little above your largest one is right.',
  'proto-max-bulk-len':
    'The largest single argument of a command, 512 MB by default. Lower it to what your values need: it is what a client can make the server allocate at once.',
  databases:
    'How many numbered databases there are, chosen by `SELECT`. They share everything but their keys, and users are not held to one (but by Valkey 9). Clusters have one. `1` is a good choice for a new server.',
  'cluster-databases': 'How many numbered databases each node of a cluster has. Most clients expect one.',
  'tracking-table-max-keys':
    'How many keys are remembered for clients that cache on their own side; more than that, and some are told to forget. `0` is no limit, and then the memory is not bounded either.',
  'max-new-connections-per-cycle':
    'How many connections are accepted before commands are served again. Higher numbers let a crowd in faster, and make those wait who are in.',
  'max-new-tls-connections-per-cycle':
    'The same for TLS, where each handshake costs much more time: one at a time keeps a storm of reconnecting clients from stopping everybody else.',
  'oom-score-adj':
    'Whether the kernel is told which processes to end first when memory runs out: replicas and saving children before the primary. `relative` adds to the score it had, `absolute` replaces it. Worth setting where several processes share a machine.',
  'oom-score-adj-values':
    'The three scores for `oom-score-adj`: of a primary, a replica and a saving child, from -2000 to 2000. Keep them in rising order, so that the primary goes last.',
  'active-expire-effort':
    'How hard expired keys are looked for, from 1 to 10. More frees their memory sooner and takes more of the processor.',
  'lazyexpire-nested-arbitrary-keys':
    'Whether a script, transaction or module may delete expired keys that it meets without having named them. Leave it as it is.',
  hz: 'How often in a second background work is done: expiry, closing idle clients, and the like. 10 suits almost everybody; values above 100 only cost.',
  'dynamic-hz':
    'Lets `hz` rise with the number of clients, so that many of them are looked after in time. Leave it on.',
  'lfu-log-factor':
    'How many accesses make a key count as popular for the `lfu` policies: the higher, the finer very popular keys are told apart.',
  'lfu-decay-time':
    'Minutes after which a key that is not used loses popularity for the `lfu` policies; `0` means never, so that what was popular once stays.',
};

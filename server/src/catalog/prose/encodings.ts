/** How data is kept in memory, and the work behind the scenes. */
const COMPACT =
  'Larger limits save memory and make each operation slower, since a compact form is read from its beginning; defaults are good.';

export const ENCODINGS: Readonly<Record<string, string>> = {
  'hash-max-listpack-entries': `How many fields a hash may have and still be kept in compact form. ${COMPACT}`,
  'hash-max-listpack-value': `How long a field or value of a hash may be for it to be kept in compact form. ${COMPACT}`,
  'hash-max-ziplist-entries': `How many fields a hash may have and still be kept in compact form. ${COMPACT}`,
  'hash-max-ziplist-value': `How long a field or value of a hash may be for it to be kept in compact form. ${COMPACT}`,
  'list-max-listpack-size':
    'How large one block of a list may be: a positive number counts elements, -1 to -5 mean 4 to 64 KB. -2 (8 KB) is good.',
  'list-max-ziplist-size':
    'How large one block of a list may be: a positive number counts elements, -1 to -5 mean 4 to 64 KB. -2 (8 KB) is good.',
  'list-compress-depth':
    'How many blocks at each end of a list stay uncompressed; `0` compresses none. It pays for long lists that are used at their ends.',
  'list-max-ziplist-entries': 'A setting of old releases. It is read and has no effect; remove it.',
  'list-max-ziplist-value': 'A setting of old releases. It is read and has no effect; remove it.',
  'set-max-intset-entries': `How many whole numbers a set may have and still be kept as a sorted array. ${COMPACT}`,
  'set-max-listpack-entries': `How many members a set may have and still be kept in compact form. ${COMPACT}`,
  'set-max-listpack-value': `How long a member of a set may be for it to be kept in compact form. ${COMPACT}`,
  'zset-max-listpack-entries': `How many members a sorted set may have and still be kept in compact form. ${COMPACT}`,
  'zset-max-listpack-value': `How long a member of a sorted set may be for it to be kept in compact form. ${COMPACT}`,
  'zset-max-ziplist-entries': `How many members a sorted set may have and still be kept in compact form. ${COMPACT}`,
  'zset-max-ziplist-value': `How long a member of a sorted set may be for it to be kept in compact form. ${COMPACT}`,
  'hll-sparse-max-bytes':
    'How large a HyperLogLog may be in its compact form. 3000 is good; above 16000 nothing is gained.',
  'stream-node-max-bytes': 'How many bytes of a stream are kept in one block; `0` is no limit.',
  'stream-node-max-entries': 'How many entries of a stream are kept in one block; `0` is no limit.',
  'stream-idmp-duration':
    'Seconds for which a stream remembers the ids of producers, so that an entry sent twice is added once.',
  'stream-idmp-maxsize': 'How many ids of producers a stream remembers, so that an entry sent twice is added once.',
  activerehashing:
    'Uses a millisecond of every hundred to make room in the table of keys. Leave it on unless two milliseconds of delay now and then are too many.',
  activedefrag:
    'Moves data together while the server runs, so that freed memory can be given back. Turn it on when fragmentation is high (`INFO memory`) and a restart is not wanted; some packages are built without it and do not start with `yes`.',
  'active-defrag-ignore-bytes': 'How much memory has to be wasted before defragmentation begins.',
  'active-defrag-threshold-lower': 'How much memory has to be wasted, in percent, before defragmentation begins.',
  'active-defrag-threshold-upper': 'How much wasted memory, in percent, makes defragmentation work as hard as it may.',
  'active-defrag-cycle-min': 'How much of the processor defragmentation takes at least, in percent.',
  'active-defrag-cycle-max': 'How much of the processor defragmentation takes at most, in percent.',
  'active-defrag-cycle-us':
    'Microseconds that defragmentation works at a time: longer is more efficient, shorter keeps clients from waiting.',
  'active-defrag-max-scan-fields': 'How many elements of a value are moved at once; larger values are done in steps.',
  'jemalloc-bg-thread': 'Lets the allocator give memory back in a thread of its own. Leave it on.',
  'hash-seed':
    'A seed for the table of keys, for tests that want the same order each time. Left out it is random, which keeps others from choosing keys that collide.',
  'prefetch-batch-max-size': 'How many commands are looked ahead in memory at once. The default is right.',
  lookahead:
    'How many commands of one client are read ahead, so that their keys are in the processor’s cache in time. The default is right.',
  'min-io-threads-avoid-copy-reply':
    'From how many I/O threads on large answers are sent without copying them. The default is right.',
  'min-string-size-avoid-copy-reply':
    'From how many bytes on an answer is sent without copying it. The default is right.',
  'min-string-size-avoid-copy-reply-threaded':
    'From how many bytes on an answer is sent without copying it where there are I/O threads. The default is right.',
  'io-threads-always-active': 'Keeps all I/O threads busy even where there is little to do, for tests.',
  'events-per-io-thread': 'How many events make one more I/O thread work. The default is right.',
  'vset-force-single-threaded-execution':
    'Searches vector sets in the main thread alone, for tests. It stops everybody meanwhile.',
};

/** Directives of programs that took over Redis's file format, and of releases of Redis before those measured. */
const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  KeyDB: [
    'active-replica',
    'db-s3-object',
    'enable-motd',
    'maxstorage',
    'min-clients-per-thread',
    'multi-master',
    'multi-master-no-forward',
    'scratch-file-path',
    'server-thread-affinity',
    'server-threads',
    'soft-shutdown',
    'storage-provider',
    'storage-provider-options',
    'version-override',
  ],
  'Redis for Windows': ['heapdir', 'maxheap', 'persistence-available', 'service-name'],
  'Redis before 6.0': [
    'glueoutputbuf',
    'hash-max-zipmap-entries',
    'hash-max-zipmap-value',
    'really-use-vm',
    'vm-enabled',
    'vm-max-memory',
    'vm-max-threads',
    'vm-page-size',
    'vm-pages',
    'vm-swap-file',
  ],
};

const ORIGINS: ReadonlyMap<string, string> = new Map(
  Object.entries(RELATIVES).flatMap(([origin, names]) => names.map((name) => [name, origin] as const)),
);

/** The relative of Redis that a directive belongs to; undefined for a name of none. */
export function relativeOf(name: string): string | undefined {
  return ORIGINS.get(name.toLowerCase());
}

/** Programs as a Debian suite packages them: what to download, and what of it is started. */
export interface Recipe {
  /** Names the folder in the cache; which release a server is, the program itself says. */
  readonly name: string;
  /** All that is unpacked, each package out of its suite; libraries must all come from one. */
  readonly packages: readonly { readonly suite: string; readonly name: string }[];
  /** Names in `usr/bin`, the one that is asked for first. */
  readonly programs: readonly [string, ...string[]];
}

const EVERYWHERE = [
  'libc6',
  'libgcc-s1',
  'libstdc++6',
  'libatomic1',
  'libjemalloc2',
  'liblzf1',
  'libsystemd0',
  'libcap2',
  'libgcrypt20',
  'libgpg-error0',
  'liblzma5',
  'libzstd1',
  'liblz4-1',
  'zlib1g',
];

export const RECIPES: readonly Recipe[] = [
  recipe('redis', 'bullseye', ['libssl1.1', 'liblua5.1-0', 'lua-bitop', 'lua-cjson', 'libhiredis0.14']),
  recipe('redis', 'bookworm', ['libssl3']),
  recipe('redis', 'trixie', ['libssl3t64']),
  recipe('redis', 'experimental', ['libssl3t64'], 'sid'),
  recipe('valkey', 'bookworm-backports', ['libssl3'], 'bookworm'),
  recipe('valkey', 'trixie', ['libssl3t64']),
  recipe('valkey', 'forky', ['libssl3t64']),
];

/** What Prometheus reads a server's metrics through. */
export const EXPORTER: Recipe = {
  name: 'exporter-trixie',
  packages: ['prometheus-redis-exporter', 'libc6'].map((name) => ({ suite: 'trixie', name })),
  programs: ['prometheus-redis-exporter'],
};

/** The server's program is a link into the tools package. */
function recipe(
  product: 'redis' | 'valkey',
  suite: string,
  libraries: readonly string[],
  librarySuite: string = suite,
): Recipe {
  return {
    name: `${product}-${suite}`,
    packages: [
      { suite, name: `${product}-server` },
      { suite, name: `${product}-tools` },
      ...[...EVERYWHERE, ...libraries].map((name) => ({ suite: librarySuite, name })),
    ],
    programs: [`${product}-server`, `${product}-cli`],
  };
}

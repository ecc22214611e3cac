/** A server as a Debian suite packages it: what to download, and how it runs on any Linux of that processor. */
export interface Recipe {
  /** Names the folder in the cache; the target is what the program itself says. */
  readonly name: string;
  readonly product: 'redis' | 'valkey';
  /** The suite of the server's own packages. */
  readonly suite: string;
  /** The suite of the libraries, which must all come from one. */
  readonly librarySuite: string;
  readonly libraries: readonly string[];
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

/** All packages of a server, each with its suite; the server's program is a link into the tools package. */
export function packagesFor({ product, suite, librarySuite, libraries }: Recipe) {
  return [
    { suite, name: `${product}-server` },
    { suite, name: `${product}-tools` },
    ...libraries.map((name) => ({ suite: librarySuite, name })),
  ];
}

function recipe(
  product: 'redis' | 'valkey',
  suite: string,
  libraries: readonly string[],
  librarySuite: string = suite,
): Recipe {
  return { name: `${product}-${suite}`, product, suite, librarySuite, libraries: [...EVERYWHERE, ...libraries] };
}

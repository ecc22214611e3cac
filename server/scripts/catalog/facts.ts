/**
 * What one server said. For releases that no package offers this was written down once, a file each, and more stands in
 * those files than is named here.
 */
export interface Facts {
  readonly 'server.json': ServerFacts;
  readonly 'directives.json': Readonly<Record<string, DirectiveFacts>>;
  readonly 'commands.json': Readonly<Record<string, CommandFacts>>;
  readonly 'sentinel.json': SentinelFacts;
  /** Only a live server from 7.0 on tells. */
  readonly 'key-specs.json': Readonly<Record<string, readonly unknown[]>> | undefined;
  /** Only a live sentinel from 6.2 on tells. */
  readonly 'sentinel-commands.json': Readonly<Record<string, CommandFacts>> | undefined;
}

export interface ServerFacts {
  readonly family: string;
  readonly version: string;
  readonly fatal_banner: string;
  readonly redis_version_reported: string;
  readonly save_default_with_config_file: string;
  readonly active_defrag_supported: boolean;
  readonly tls: boolean;
  readonly libsystemd: boolean;
  readonly modules_loaded_by_default: readonly string[];
  /** `fatal …` or `queued …` */
  readonly unknown_directive: string;
}

export interface DirectiveFacts {
  /** Whether a configuration file may name it; if not, little else is said. */
  readonly file: boolean;
  readonly config_get?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly form?: string | undefined;
  readonly values?: readonly string[] | undefined;
  readonly multi?: boolean | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  /** Smallest and largest number taken, where none was refused. */
  readonly widest_accepted_seen?: readonly (number | string)[] | undefined;
  readonly arg_counts?: readonly number[] | string | undefined;
  /** In words, for those that are no single value. */
  readonly arguments?: string | undefined;
  readonly empty_rejected?: boolean | undefined;
  readonly validated?: boolean | undefined;
  readonly default?: string | undefined;
  readonly runtime?: string | undefined;
  readonly hidden_from_config_get_star?: boolean | undefined;
  readonly not_in_config_get?: boolean | undefined;
  readonly accepted_in_sentinel_mode?: boolean | undefined;
  readonly alias_of?: string | undefined;
  /** The server's words → arguments that provoked them. */
  readonly errors?: Readonly<Record<string, readonly string[]>> | undefined;
}

export interface CommandFacts {
  readonly acl_categories: readonly string[];
  readonly arity: number;
  readonly flags: readonly string[];
  readonly keys: readonly number[];
  readonly group?: string | undefined;
  readonly since?: string | undefined;
  readonly deprecated_since?: string | undefined;
  readonly subcommands?: Readonly<Record<string, CommandFacts>> | undefined;
}

export interface SentinelFacts {
  readonly subdirectives: Readonly<
    Record<string, { readonly accepted: boolean; readonly accepted_argument_counts?: readonly number[] }>
  >;
  readonly commands_in_sentinel_mode: readonly string[];
}

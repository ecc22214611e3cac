/** What an instance is for. */
export type Role = 'cache' | 'session' | 'queue' | 'primary' | 'replica' | 'generic';

/** Whose build of the server it is: the official images turn protected mode off, distributions mend old releases. */
export type Flavour = 'upstream' | 'official-image' | 'distribution';

/** What is known of an instance beyond its files, from settings or the configuration file. What is not known invents no finding. */
export interface Circumstances {
  readonly role: Role;
  readonly flavour: Flavour;
  /** Full version of the server that will read the files, such as `7.2.4`. */
  readonly release: string | undefined;
  /** What protects the network path besides Redis's own TLS. */
  readonly transport: 'plain' | 'protected';
  /** Names of users who administer the server. */
  readonly administrators: readonly string[];
  /** Names of users who create other users, such as a secrets manager. */
  readonly provisioners: readonly string[];
  /** Names of users whose application needs Lua scripts. */
  readonly scriptUsers: readonly string[];
}

export const NOTHING_KNOWN: Circumstances = {
  role: 'generic',
  flavour: 'upstream',
  release: undefined,
  transport: 'plain',
  administrators: [],
  provisioners: [],
  scriptUsers: [],
};

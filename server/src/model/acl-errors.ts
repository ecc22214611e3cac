import type { RefusalCode } from './refusal.js';

/** Why a server refuses an ACL rule (`errno` after `ACLSetUser`). */
export type AclError =
  | 'syntax'
  | 'unknown-command'
  | 'subcommand-of-allowed-command'
  | 'first-argument-of-subcommand'
  | 'key-pattern-after-all'
  | 'channel-after-all'
  | 'password-digest'
  | 'password-absent'
  | 'database-range';

/** The server's words for an error (`ACLSetUserStringError`). */
export const ACL_ERROR_TEXTS: Readonly<Record<AclError, string>> = {
  syntax: 'Syntax error',
  'unknown-command': 'Unknown command or category name in ACL',
  'subcommand-of-allowed-command':
    'Adding a subcommand of a command already fully added is not allowed. Remove the command to start. Example: -DEBUG +DEBUG|DIGEST',
  'first-argument-of-subcommand': 'Allowing first-arg of a subcommand is not supported',
  'key-pattern-after-all':
    "Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns",
  'channel-after-all':
    "Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not have any effect. Try 'resetchannels' to start with an empty list of channels",
  'password-digest':
    'The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters',
  'password-absent': 'The password you are trying to remove from the user does not exist',
  'database-range': 'The provided database ID is out of range',
};

/** What a `user` line is refused with where its name was defined before (`EALREADY`). */
export const DUPLICATE_USER_TEXT = 'Duplicate user found. A user can only be defined once in config files';

/** The refusal that an error makes. */
export const ACL_ERROR_CODES: Readonly<Record<AclError, RefusalCode>> = {
  syntax: 'acl-rule-syntax',
  'unknown-command': 'acl-unknown-command',
  'subcommand-of-allowed-command': 'acl-subcommand-of-allowed-command',
  'first-argument-of-subcommand': 'acl-first-argument-of-subcommand',
  'key-pattern-after-all': 'acl-pattern-after-all',
  'channel-after-all': 'acl-pattern-after-all',
  'password-digest': 'acl-password-digest',
  'password-absent': 'acl-password-absent',
  'database-range': 'acl-database-range',
};

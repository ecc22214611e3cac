import type { AclBehaviour } from '../catalog/acl-behaviour.js';

/** What whole words mean to the server, with the releases that lack them. */
const FEATURES: readonly {
  readonly written: RegExp;
  readonly name: string;
  readonly since: string;
  readonly isKnown: (behaviour: AclBehaviour) => boolean;
}[] = [
  { written: /^\(/, name: 'selectors', since: 'Redis 7.0', isKnown: ({ selectors }) => selectors },
  { written: /^clearselectors$/i, name: 'clearselectors', since: 'Redis 7.0', isKnown: ({ selectors }) => selectors },
  { written: /^%/, name: 'key patterns with permissions', since: 'Redis 7.0', isKnown: ({ selectors }) => selectors },
  {
    written: /^(?:&|allchannels$|resetchannels$)/i,
    name: 'channel patterns',
    since: 'Redis 6.2',
    isKnown: ({ channels }) => channels,
  },
  {
    written: /^(?:skip-)?sanitize-payload$/i,
    name: 'sanitize-payload',
    since: 'Redis 6.2',
    isKnown: ({ payloadCheck }) => payloadCheck !== 'unknown',
  },
  {
    written: /^(?:db=|alldbs$|resetdbs$)/i,
    name: 'database rules',
    since: 'Valkey 9',
    isKnown: ({ databases }) => databases,
  },
];

/** The feature that an ACL rule needs and the target lacks, with the first release that has it. */
export function missingFeature(rule: string, behaviour: AclBehaviour): { name: string; since: string } | undefined {
  return FEATURES.find(({ written, isKnown }) => written.test(rule) && !isKnown(behaviour));
}

/** ACL rules that are whole words. */
export const ACL_KEYWORDS: readonly string[] = [
  'on',
  'off',
  'nopass',
  'resetpass',
  'allkeys',
  'resetkeys',
  'allchannels',
  'resetchannels',
  'allcommands',
  'nocommands',
  'clearselectors',
  'sanitize-payload',
  'skip-sanitize-payload',
  'reset',
];

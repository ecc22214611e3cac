import type { AclBehaviour } from '../catalog/acl-behaviour.js';

interface Feature {
  readonly written: RegExp;
  /** The end of a sentence: since when there is such a thing. */
  readonly since: string;
  readonly isKnown: (behaviour: AclBehaviour) => boolean;
}

const FEATURES: readonly Feature[] = [
  { written: /^\(/, since: 'selectors exist from Redis 7.0 on', isKnown: ({ selectors }) => selectors },
  {
    written: /^clearselectors$/i,
    since: 'clearselectors exists from Redis 7.0 on',
    isKnown: ({ selectors }) => selectors,
  },
  {
    written: /^%/,
    since: 'key patterns with permissions exist from Redis 7.0 on',
    isKnown: ({ selectors }) => selectors,
  },
  {
    written: /^(?:&|allchannels$|resetchannels$)/i,
    since: 'channel patterns exist from Redis 6.2 on',
    isKnown: ({ channels }) => channels,
  },
  {
    written: /^(?:skip-)?sanitize-payload$/i,
    since: 'the payload check exists from Redis 6.2 on',
    isKnown: ({ payloadCheck }) => payloadCheck !== 'unknown',
  },
  {
    written: /^(?:db=|alldbs$|resetdbs$)/i,
    since: 'database rules exist from Valkey 9 on',
    isKnown: ({ databases }) => databases,
  },
];

/** Since when there is what an ACL rule is about, as a sentence; undefined where the target has it, or nobody. */
export function missingFeature(rule: string, behaviour: AclBehaviour): string | undefined {
  return FEATURES.find(({ written, isKnown }) => written.test(rule) && !isKnown(behaviour))?.since;
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

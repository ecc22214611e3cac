import { DEFAULT_TARGET, TARGETS, type Target, target, targetOf } from '../catalog/target.js';
import type { Profile, Severity } from '../rules/define.js';

/** What the user has decided, complete and valid. */
export interface Settings {
  readonly target: Target;
  readonly targetFrom: 'settings' | 'configuration file';
  readonly profile: Profile;
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Full version of the server, for known vulnerabilities; undefined where nobody says. */
  readonly release: string | undefined;
}

export const DEFAULT_SETTINGS: Settings = {
  target: target(DEFAULT_TARGET),
  targetFrom: 'settings',
  profile: 'production',
  severities: {},
  release: undefined,
};

/** Settings, and what of those given could not be used: one sentence each, for the user. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Reads the section `redisHardening` of an editor's settings, or the initialization options.
 * @param given anything; what is missing or wrong falls back to the default
 */
export function readSettings(given: unknown): ReadSettings {
  const values = isRecord(given) ? given : {};
  const problems: string[] = [];

  const named = typeof values['target'] === 'string' ? targetOf(values['target']) : undefined;
  if (isGiven(values['target']) && named === undefined) {
    problems.push(`redisHardening.target: write one of ${TARGETS.join(', ')}`);
  }
  const profile = PROFILES.find((known) => known === values['profile']);
  if (isGiven(values['profile']) && profile === undefined) {
    problems.push(`redisHardening.profile: write one of ${PROFILES.join(', ')}`);
  }
  const release = isVersion(values['release']) ? values['release'] : undefined;
  if (isGiven(values['release']) && release === undefined) {
    problems.push('redisHardening.release: write a full version, such as 7.2.4');
  }
  const severities = severitiesIn(values['rules'], problems);
  return {
    settings: {
      target: named ?? DEFAULT_SETTINGS.target,
      targetFrom: 'settings',
      profile: profile ?? DEFAULT_SETTINGS.profile,
      severities,
      release,
    },
    problems,
  };
}

const PROFILES: readonly Profile[] = ['production', 'development'];
const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

function severitiesIn(given: unknown, problems: string[]): Record<string, Severity | 'off'> {
  if (!isGiven(given)) return {};
  if (!isRecord(given)) {
    problems.push('redisHardening.rules: write an object of rule ids and severities');
    return {};
  }
  const severities: Record<string, Severity | 'off'> = {};
  for (const [rule, value] of Object.entries(given)) {
    const severity = SEVERITIES.find((known) => known === value);
    if (severity === undefined) problems.push(`redisHardening.rules, ${rule}: write one of ${SEVERITIES.join(', ')}`);
    else severities[rule] = severity;
  }
  return severities;
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^\d+\.\d+\.\d+/.test(value);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

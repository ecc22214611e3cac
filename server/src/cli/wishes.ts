import type { Flags } from 'type-flag';
import type { Profile, Rule, Severity } from '../rules/define.js';
import { rulesNamed } from '../rules/naming.js';
import { nearest } from '../rules/nearest.js';
import { RULES } from '../rules/registry.js';
import { type Arguments, choice } from './arguments.js';
import type { Wishes } from './judge.js';

export const PROFILES: readonly Profile[] = ['production', 'development'];

/** Options by which a command chooses what it wants to be told. */
export const WISHES = { profile: String, rule: [String] } as const;

/** The wishes that the command line expresses; the profile is undefined where it expresses none. */
export interface GivenWishes extends Omit<Wishes, 'profile'> {
  readonly profile: Profile | undefined;
}

/** Reads `--profile` and `--rule`: `ID` alone means only these rules, `ID=SEVERITY` changes one, `ID=off` drops it. */
export function wishesOf(given: Arguments<Flags>, profile: string | undefined, rules: readonly string[]): GivenWishes {
  const severities: Record<string, Severity | 'off'> = {};
  const chosen: Rule[] = [];
  for (const entry of rules.filter((entry) => entry !== '')) {
    const [id = '', severity] = entry.split('=', 2);
    const rule = RULES.find((known) => known.id === id);
    if (rule === undefined) {
      given.problems.push(`--rule ${id}: there is no such rule${suggestion(id)}`);
    } else if (severity === undefined) chosen.push(rule);
    else {
      const level = choice(given, `--rule ${id}`, severity, LEVELS);
      if (level !== undefined) severities[id] = level;
    }
  }
  return {
    profile: choice(given, '--profile', profile, PROFILES),
    rules: chosen.length === 0 ? undefined : RULES.filter((rule) => chosen.includes(rule) || rule.id in severities),
    severities,
  };
}

/** What to write instead of a rule's id that is none. */
export function suggestion(id: string): string {
  const [known] = rulesNamed(id);
  const names = RULES.map((rule) => rule.id);
  const meant = known?.id ?? nearest(id, names);
  return meant === undefined ? '; redis-hardening explain rules lists them' : `: write ${meant}`;
}

const LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

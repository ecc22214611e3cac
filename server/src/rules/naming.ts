import type { Rule } from './define.js';
import { RULES } from './registry.js';

/** The rule of that id, or else all rules that go by that name; empty where there is none. */
export function rulesNamed(name: string): readonly Rule[] {
  const rule = RULES.find(({ id }) => id === name);
  return rule === undefined ? RULES.filter(({ aliases }) => aliases?.includes(name)) : [rule];
}

import type { Rule } from './define.js';

/** All rules, by id. A new rule is a file beside the others and a line here. */
export const RULES: readonly Rule[] = [];

import type { Rule } from '../lint/rule.js';

/** Every rule, in the order of the catalogue. */
export const allRules: readonly Rule[] = [];

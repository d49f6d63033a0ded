import { meansCpt } from '../knowledge/codes.js';
import { valueRule } from './checks/value-rule.js';

export const hcpcs = valueRule(
  {
    id: 'hcpcs',
    group: 'facts',
    severity: 'error',
    types: ['hcpcs'],
    summary: 'Every HCPCS code is a letter and four digits, and other systems’ codes have their form or their name.',
    why: 'A request is matched to a benefit by its code; one that cannot exist is sent back. F, I, N and O begin no code; D codes are CDT, and revenue codes and DRG say their system before the number. Modifiers may follow. Source: CMS, HCPCS Level II.',
    bad: 'treatment requested: continuous positive airway pressure device\n  code: E060',
    good: 'treatment requested: continuous positive airway pressure device\n  code: E0601-RR',
  },
  (text) => !meansCpt(text),
);

import { valueRule } from './checks/value-rule.js';

export const dea = valueRule({
  id: 'dea',
  group: 'facts',
  severity: 'error',
  types: ['dea'],
  summary: 'Every DEA number has two letters, seven digits and the right check digit.',
  why: 'The last digit is computed from the six before it, so a slip can be seen; a pharmacy that cannot verify the number does not fill. A letter of medical necessity seldom needs it, and it is worth stealing: give it only where a payer’s form asks. Source: Drug Enforcement Administration, registration numbers as pharmacies verify them.',
  bad: 'provider\n  name: Dana Whitfield\n  dea number: AB4523763',
  good: 'provider\n  name: Dana Whitfield\n  dea number: AP5836727',
});

import { valueRule } from './checks/value-rule.js';

export const npi = valueRule({
  id: 'npi',
  group: 'facts',
  severity: 'error',
  types: ['npi'],
  summary: 'Every NPI has ten digits and the right check digit.',
  why: 'Payers look up the clinician by NPI; a mistyped one stops the request. The tenth digit is computed from the others (Luhn, with the prefix 80840), so a slip can be seen. Source: CMS, NPI check digit; 45 CFR 162.406.',
  bad: 'provider\n  name: Dana Whitfield\n  npi: 1234567890',
  good: 'provider\n  name: Dana Whitfield\n  npi: 1234567893',
});

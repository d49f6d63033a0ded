import { meansCpt } from '../knowledge/codes.js';
import { valueRule } from './checks/value-rule.js';

export const cpt = valueRule(
  {
    id: 'cpt',
    group: 'facts',
    severity: 'error',
    types: ['hcpcs', 'cpt'],
    summary: 'Every CPT code is five digits, or four and one of F, T, U, M.',
    why: 'A procedure is requested by its CPT code, and a payer’s system refuses one that is cut short. Only the form is checked: the codes themselves are the American Medical Association’s. Only fields for codes are looked at, so a year or an amount is never taken for one. Source: AMA, CPT; form as in HL7 CARIN Blue Button.',
    bad: 'treatment requested: epidural injection\n  code: CPT 6448',
    good: 'treatment requested: epidural injection\n  code: CPT 64483-RT',
  },
  meansCpt,
);

import { valueRule } from './checks/value-rule.js';

export const ndc = valueRule({
  id: 'ndc',
  group: 'facts',
  severity: 'error',
  types: ['ndc'],
  summary: 'Every NDC has the three groups of digits that stand on the package.',
  why: 'The pharmacy benefit finds drug, strength and package by this number. Its groups are 4-4-2, 5-3-2 or 5-4-1 digits, 5-4-2 in claims, and 6-4-2 from 2033 on; ten digits without hyphens can be read in three ways, which is a warning. Source: 21 CFR 207.33; 91 FR 10749 (2026-03-05).',
  bad: 'treatment requested: insulin lispro\n  ndc: 1234-567-89',
  good: 'treatment requested: insulin lispro\n  ndc: 0002-1433-80',
});

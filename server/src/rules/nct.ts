import { valueRule } from './checks/value-rule.js';

export const nct = valueRule({
  id: 'nct',
  group: 'facts',
  severity: 'error',
  types: ['nct'],
  summary: 'Every number of a study at ClinicalTrials.gov is NCT and eight digits.',
  why: 'A reviewer looks the trial up by its number, and one with a digit too few leads nowhere. Source: ClinicalTrials.gov, identifiers of registered studies.',
  bad: 'evidence @trial\n  title: A study of the drug in chronic migraine\n  nct: NCT0987654',
  good: 'evidence @trial\n  title: A study of the drug in chronic migraine\n  nct: NCT01234567',
});

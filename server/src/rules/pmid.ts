import { valueRule } from './checks/value-rule.js';

export const pmid = valueRule({
  id: 'pmid',
  group: 'facts',
  severity: 'error',
  types: ['pmid'],
  summary: 'Every PMID is the number of up to eight digits that PubMed shows.',
  why: 'A reviewer looks a source up by its number, and one that leads nowhere costs the letter its credit. A PMCID is another number, of the full text. Source: National Library of Medicine, PubMed.',
  bad: 'evidence @cohen2021\n  title: Chronic pain: an update\n  pmid: XXXXX',
  good: 'evidence @cohen2021\n  title: Chronic pain: an update\n  pmid: 34062143',
});

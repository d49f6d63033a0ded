import { valueRule } from './checks/value-rule.js';

export const doi = valueRule({
  id: 'doi',
  group: 'facts',
  severity: 'error',
  types: ['doi'],
  summary: 'Every DOI begins with 10., four to nine digits and a slash, and ends without punctuation.',
  why: 'The letter links a DOI to its article; one with a sentence’s full stop at its end leads nowhere. Source: Crossref, “DOIs and matching regular expressions”.',
  bad: 'evidence @cohen2021\n  title: Chronic pain: an update\n  doi: 10.1/x',
  good: 'evidence @cohen2021\n  title: Chronic pain: an update\n  doi: 10.1016/S0140-6736(21)00393-7',
});

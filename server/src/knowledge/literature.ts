import { defineShape, plainHyphens, withoutLabel, type Shape } from './shape.js';

/** One to eight digits. Source: National Library of Medicine, PubMed. */
export const pmid: Shape = defineShape({
  id: 'pmid',
  called: 'a PMID',
  description: 'Number of an article in PubMed: up to 8 digits.',
  example: '33888641',
  longest: 80,
  wrong: 'A PMID is up to 8 digits, as PubMed shows it under the title, such as 33888641.',
  untidy: 'Write the PMID as its digits alone, such as 33888641.',
  tidy: (value) =>
    withoutLabel(value.replace(/^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\//i, '').replace(/\/$/, ''), 'PMID').trim(),
  examine: (value) => {
    if (/^[1-9]\d{0,7}$/.test(value)) return undefined;
    if (!/^PMC\d+$/i.test(value)) return 'wrong';
    return {
      kind: 'shape',
      message: 'This is a PMCID, not a PMID: write the number without PMC from PubMed, such as 33888641.',
    };
  },
});

/**
 * `10.`, four to nine digits, a slash and a suffix. Older suffixes hold `<`, `>` and brackets, so any visible ASCII is taken.
 * Source: https://www.crossref.org/blog/dois-and-matching-regular-expressions/.
 */
export const doi: Shape = defineShape({
  id: 'doi',
  called: 'a DOI',
  description: 'Digital Object Identifier of an article; it begins with 10.',
  example: '10.15585/mmwr.rr7103a1',
  longest: 400,
  wrong: 'A DOI begins with 10. and has a slash, such as 10.15585/mmwr.rr7103a1.',
  untidy: 'Write the DOI alone, from 10. on, such as 10.15585/mmwr.rr7103a1.',
  tidy: bareDoi,
  examine: (value) => (/^10\.\d{4,9}\/[!-~]+$/.test(value) && trimDoiEnd(value) === value ? undefined : 'wrong'),
});

/** Without `doi:` or the address of a resolver before it, and without the punctuation of a sentence behind it. */
export function bareDoi(text: string): string {
  const address = /^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i;
  const bare = withoutLabel(plainHyphens(text).trim().replace(address, ''), 'doi').replace(address, '');
  return trimDoiEnd(bare);
}

function trimDoiEnd(text: string): string {
  let end = text.length;
  let unopened = (text.match(/\)/g)?.length ?? 0) - (text.match(/\(/g)?.length ?? 0);
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened--;
    else if (!/[.,;\s]/.test(last)) break;
  }
  return text.slice(0, end);
}

/** Source: ClinicalTrials.gov, identifiers of registered studies. */
export const nct: Shape = defineShape({
  id: 'nct',
  called: 'an NCT number',
  description: 'Number of a study at ClinicalTrials.gov: NCT and 8 digits.',
  example: 'NCT01234567',
  longest: 40,
  wrong: 'An NCT number is NCT and 8 digits, such as NCT01234567.',
  untidy: 'Write the NCT number without spaces and in capitals, such as NCT01234567.',
  tidy: (value) => value.toUpperCase().replace(/[\s:-]+/g, ''),
  examine: (value) => (/^NCT\d{8}$/.test(value) ? undefined : 'wrong'),
});

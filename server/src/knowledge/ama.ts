import { url as webAddress } from './contacts.js';
import { bareDoi, doi as doiShape, nct as nctShape, pmid as pmidShape } from './literature.js';

/** What a reference can hold; names are those of the fields of `evidence` and `guideline`. */
export interface ReferenceRecord {
  /** As written, between commas or semicolons: `Dowell D, Ragan KR, Jones CM`. */
  readonly authors?: string | undefined;
  /** Stands for the authors where there are none, and behind them where there are. */
  readonly organization?: string | undefined;
  readonly title?: string | undefined;
  readonly journal?: string | undefined;
  readonly edition?: string | undefined;
  readonly publisher?: string | undefined;
  readonly year?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly accessed?: string | undefined;
  readonly doi?: string | undefined;
  readonly pmid?: string | undefined;
  readonly nct?: string | undefined;
  readonly url?: string | undefined;
}

export type ReferenceField = keyof ReferenceRecord;

export interface ReferencePart {
  readonly text: string;
  /** The field that the text was taken from; punctuation and *et al* have none. */
  readonly field?: ReferenceField;
  readonly style?: 'italic';
  /** An `https` address; given only where the field's value has the right shape. */
  readonly link?: string;
}

/**
 * A reference in the style of the AMA Manual of Style, 11th edition, chapter 3: up to six authors, else three and *et al*; an
 * article's journal and a book's title in italics; `Year;volume(issue):pages`; then one locator: the DOI, which the manual
 * prefers, else the PMID, else the number of the registered study, else the address. What is missing is left out with its punctuation; nothing is added but that.
 */
export function formatReference(record: ReferenceRecord): ReferencePart[] {
  const read = (field: ReferenceField): string => {
    const value = (record[field] ?? '').replace(/\s+/g, ' ').trim();
    return field === 'url' ? value : withoutFinalDot(value);
  };
  const isBook = read('journal') === '' && read('publisher') !== '' && !isWebPage(read);
  const groups = [
    authorParts(read('authors'), read('organization')),
    titleParts(read('title'), isBook),
    editionParts(read('edition')),
    ...(isBook ? [publicationParts(read)] : [webPublisherParts(read), journalParts(read)]),
    ...locatorParts(read),
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ text: ' ' }, ...group]));
}

type Read = (field: ReferenceField) => string;

/** What has an address and nothing that only print has. */
function isWebPage(read: Read): boolean {
  const printed: readonly ReferenceField[] = ['journal', 'edition', 'pages', 'doi', 'pmid', 'nct'];
  return read('url') !== '' && printed.every((field) => read(field) === '');
}

function webPublisherParts(read: Read): ReferencePart[] {
  const text = read('publisher');
  return text === '' || !isWebPage(read) ? [] : [{ text, field: 'publisher' }, { text: '.' }];
}

const MOST_AUTHORS = 6;
const AUTHORS_BEFORE_ET_AL = 3;

function authorParts(authors: string, organization: string): ReferencePart[] {
  const names = splitAuthors(authors);
  const hasMore = names.at(-1)?.toLowerCase() === 'et al';
  const named = hasMore ? names.slice(0, -1) : names;
  const shown = named.length > MOST_AUTHORS ? named.slice(0, AUTHORS_BEFORE_ET_AL) : named;
  const parts: ReferencePart[] = shown.length === 0 ? [] : [{ text: shown.join(', '), field: 'authors' }];
  if (parts.length > 0 && (hasMore || shown.length < named.length)) parts.push({ text: ', et al' });
  if (organization !== '') {
    parts.push(...(parts.length > 0 ? [{ text: '; ' }] : []), { text: organization, field: 'organization' });
  }
  return parts.length === 0 ? [] : [...parts, { text: '.' }];
}

/** Names apart, without the *and* before the last; a name written `Cohen, Steven P` becomes `Cohen SP`. */
function splitAuthors(authors: string): string[] {
  const separator = authors.includes(';') ? ';' : ',';
  return authors
    .split(separator)
    .flatMap((name) => name.split(/(?<=\S) (?=et al\.?$)/i))
    .map((name) => withoutFinalDot(name.trim().replace(/^(?:and|&) /i, '')))
    .map((name) => (separator === ';' ? surnameFirst(name) : name))
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}

function surnameFirst(name: string): string {
  const [surname = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  if (given === '' && more.length === 0) return surname;
  if (given === '' || more.length > 1) return name;
  const isInitials = /^\p{Lu}{1,3}$/u.test(given);
  const initials = isInitials
    ? given
    : given
        .split(/[\s.-]+/)
        .map((word) => word.charAt(0).toUpperCase())
        .join('');
  return [surname, initials, ...more].filter((part) => part !== '').join(' ');
}

function titleParts(text: string, isBook: boolean): ReferencePart[] {
  if (text === '') return [];
  const part: ReferencePart = isBook ? { text, field: 'title', style: 'italic' } : { text, field: 'title' };
  return /[?!]["'\u2019\u201d]?$/.test(text) ? [part] : [part, { text: '.' }];
}

function editionParts(text: string): ReferencePart[] {
  if (text === '') return [];
  const isNumberAlone = /^\d+(?:st|nd|rd|th)$/.test(text);
  return [{ text, field: 'edition' }, { text: isNumberAlone ? ' ed.' : '.' }];
}

/** `*Journal*. 2022;71(3):1-95.` */
function journalParts(read: Read): ReferencePart[] {
  const journal = read('journal');
  const issue = issueParts(read);
  if (journal === '') return issue;
  const name: ReferencePart[] = [{ text: journal, field: 'journal', style: 'italic' }, { text: '.' }];
  return issue.length === 0 ? name : [...name, { text: ' ' }, ...issue];
}

function issueParts(read: Read): ReferencePart[] {
  const parts: ReferencePart[] = [];
  const [year, volume, issue, pages] = [read('year'), read('volume'), read('issue'), read('pages')];
  if (year !== '') parts.push({ text: year, field: 'year' });
  if (year !== '' && (volume !== '' || issue !== '')) parts.push({ text: ';' });
  if (volume !== '') parts.push({ text: volume, field: 'volume' });
  if (issue !== '') parts.push({ text: '(' }, { text: issue, field: 'issue' }, { text: ')' });
  if (pages !== '') parts.push(...(parts.length > 0 ? [{ text: ':' }] : []), { text: pages, field: 'pages' });
  return parts.length === 0 ? [] : [...parts, { text: '.' }];
}

/** `Publisher; 2020:12-15.` */
function publicationParts(read: Read): ReferencePart[] {
  const year = read('year');
  const pages = read('pages');
  const parts: ReferencePart[] = [{ text: read('publisher'), field: 'publisher' }];
  if (year !== '') parts.push({ text: '; ' }, { text: year, field: 'year' });
  if (pages !== '') parts.push({ text: ':' }, { text: pages, field: 'pages' });
  return [...parts, { text: '.' }];
}

/**
 * An address is followed by no period, nor is a DOI: it would become part of it when copied. The day on which the source was
 * read is only given with an address, since what has a DOI or PMID does not change.
 */
function locatorParts(read: Read): ReferencePart[][] {
  const doi = bareDoi(read('doi'));
  if (doi !== '') {
    const isRight = doiShape.check(doi) === undefined;
    const part: ReferencePart = { text: doi, field: 'doi' };
    return [[{ text: 'doi:' }, isRight ? { ...part, link: `https://doi.org/${encodeDoi(doi)}` } : part]];
  }
  const pmid = read('pmid').replace(/^PMID:?\s*/i, '');
  if (pmid !== '') {
    const isRight = pmidShape.check(pmid) === undefined;
    const part: ReferencePart = { text: pmid, field: 'pmid' };
    return [[{ text: 'PMID: ' }, isRight ? { ...part, link: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` } : part]];
  }
  const nct = read('nct');
  if (nct !== '') {
    const isRight = nctShape.check(nct) === undefined;
    const part: ReferencePart = { text: nct, field: 'nct' };
    const study = isRight ? { ...part, link: `https://clinicaltrials.gov/study/${nct}` } : part;
    return [[{ text: 'ClinicalTrials.gov identifier: ' }, study, { text: '.' }]];
  }
  const address = read('url');
  if (address === '') return [];
  const isRight = webAddress.check(address) === undefined && /^https:/i.test(address);
  const part: ReferencePart = { text: address, field: 'url' };
  return [accessedParts(read('accessed')), [isRight ? { ...part, link: address.replace(/^https/i, 'https') } : part]];
}

function accessedParts(text: string): ReferencePart[] {
  return text === '' ? [] : [{ text: 'Accessed ' }, { text, field: 'accessed' }, { text: '.' }];
}

/** Older DOIs hold characters that an address may not; a right DOI is ASCII, so that nothing here can fail. */
function encodeDoi(doi: string): string {
  return encodeURI(doi).replace(/[#?]/g, (mark) => encodeURIComponent(mark));
}

function withoutFinalDot(text: string): string {
  return text.endsWith('.') && !text.endsWith('..') ? text.slice(0, -1).trimEnd() : text;
}

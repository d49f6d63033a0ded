import { factsNamed, put, withValue } from './base-case.js';
import { alsoOn, eachValue, firstLine, type Operator } from './operators.js';

const npis = ['provider.npi', 'supplier.npi', 'facility.npi', 'practice.npi'];
const icd = ['diagnosis.code', 'secondary diagnosis.code', 'comorbidity.code'];
const procedure = ['treatment requested.code'];
const phones = ['provider.phone', 'provider.fax', 'practice.phone', 'practice.fax', 'insurance.fax', 'supplier.phone'];
const days = ['date', 'last visit', 'denial.date', 'denial.received', 'finding.date', 'treatment requested.order date'];
const codeRules = ['hcpcs', 'cpt', 'ndc', 'wrong-value'];

const digitsOf = (value: string) => [...value.matchAll(/\d/g)].map(({ index }) => index);
const withChar = (value: string, at: number, char: string) => value.slice(0, at) + char + value.slice(at + 1);

/** What the deadline of a kind counts from, where that is not the denial. */
const counted: Readonly<Record<string, string>> = {
  'appeal-2': 'first appeal.decision date',
  external: 'final denial.date',
};

export const factOperators: readonly Operator[] = [
  {
    id: 'npi-digit',
    source: '45 CFR 162.406: the last digit of an NPI is a check digit',
    rules: ['npi'],
    spoil: eachValue(npis, (value) =>
      digitsOf(value)
        .filter((_, index) => index > 0)
        .map((at) => withChar(value, at, String((Number(value[at]) + 3) % 10))),
    ),
  },
  {
    id: 'npi-exchanged',
    source: 'ISO/IEC 7812-1, annex B: neighbours exchanged',
    rules: ['npi'],
    spoil: eachValue(npis, (value) =>
      [2, 4, 6].map((at) => value.slice(0, at) + (value[at + 1] ?? '') + (value[at] ?? '') + value.slice(at + 2)),
    ),
  },
  {
    id: 'npi-length',
    source: '45 CFR 162.406: ten digits',
    rules: ['npi'],
    spoil: eachValue(npis, (value) => [value.slice(1), `${value}0`, value.slice(0, 7)]),
  },
  {
    id: 'icd-10-form',
    source: 'ICD-10-CM Official Guidelines, section I.A.2',
    rules: ['icd-10-code'],
    spoil: eachValue(icd, (value) => [
      value.slice(1),
      `${value}XX9Z4`,
      value.replace('.', '..'),
      `${value.slice(0, 4)}-`,
      value.slice(0, 2),
    ]),
  },
  {
    id: 'icd-9',
    source: 'CMS: ICD-9-CM ended on October 1, 2015',
    rules: ['icd-10-code'],
    spoil: eachValue(icd, () => ['724.2', '250.00']),
  },
  {
    id: 'two-codes',
    source: 'one code a diagnosis: ASC X12 837, HI segment',
    rules: ['icd-10-code'],
    spoil: eachValue(icd, (value) => [`${value}, M54.50`]),
  },
  {
    id: 'procedure-code',
    source: 'CMS, HCPCS; AMA, CPT: five characters',
    rules: codeRules,
    spoil: eachValue(procedure, (value) =>
      /^(?:HCPCS|CPT) \w{5}$/.test(value) ? [value.slice(0, -1), `${value}7`, value.replace(/.$/, '?')] : [],
    ),
  },
  {
    id: 'phone',
    source: 'NANP: ten digits',
    rules: ['wrong-value'],
    spoil: eachValue(phones, (value) => [
      value.slice(0, -1),
      value.replace(/^\d/, '1'),
      value.replace(/\d{4}$/, 'call me'),
    ]),
  },
  {
    id: 'impossible-day',
    source: 'the calendar',
    rules: ['wrong-value', 'ambiguous-date'],
    spoil: eachValue([...days, 'patient.date of birth'], (value) =>
      /^\d{4}-\d\d-\d\d$/.test(value)
        ? [`${value.slice(0, 4)}-02-30`, `${value.slice(0, 4)}-13-01`, `${value.slice(0, 8)}00`]
        : [],
    ),
  },
  {
    id: 'two-readings',
    source: 'day and month exchanged: ISO 8601 was made against it',
    rules: ['wrong-value', 'ambiguous-date'],
    spoil: eachValue([...days, 'patient.date of birth'], (value) =>
      /^\d{4}-/.test(value) ? [`03-04-${value.slice(0, 4)}`] : [],
    ),
  },
  {
    id: 'birth-after-letter',
    source: 'birth comes before everything else',
    rules: ['date-order'],
    spoil: eachValue(['patient.date of birth'], () => ['2027-03-01', '2031-12-31']),
  },
  {
    id: 'visit-after-letter',
    source: 'a visit that is reported has taken place',
    rules: ['date-order'],
    spoil: eachValue(
      ['last visit', 'finding.date', 'treatment requested.order date', 'denial.date', 'denial.received'],
      (value) => (/^\d{4}-\d\d/.test(value) ? ['2027-01-15'] : []),
    ),
  },
  {
    id: 'before-birth',
    source: 'nothing is found before birth but by what is meant for it',
    rules: ['date-order'],
    spoil: eachValue(['finding.date', 'prior treatment.start', 'current treatment.start', 'last visit'], (value) =>
      /^\d{4}/.test(value) ? ['1899-05-01'] : [],
    ),
  },
  {
    id: 'end-before-start',
    source: 'a treatment ends after it began',
    rules: ['date-order'],
    spoil: (base) =>
      factsNamed(base, 'prior treatment.start').flatMap((start) => {
        const stop = base.facts.find(({ recordLine, name }) => recordLine === start.recordLine && name === 'stop');
        if (!stop) return [];
        const changed = put(base, stop.line, 1, ['  stop: 1987-01-02']);
        return [alsoOn(changed, start.line, stop.recordLine)];
      }),
  },
  {
    id: 'received-before-denial',
    source: 'a notice is received after it is written',
    rules: ['date-order'],
    spoil: (base) =>
      factsNamed(base, 'denial.received').map((fact) =>
        alsoOn(put(base, fact.line, 1, ['  received: 2024-01-05']), fact.recordLine, fact.line - 1),
      ),
  },
  {
    id: 'no-choice',
    source: 'a field with choices takes one of them',
    rules: ['wrong-value', 'unknown-kind'],
    spoil: eachValue(
      ['urgency', 'prior treatment.outcome', 'treatment requested.kind', 'patient.sex', 'insurance.plan type'],
      (value) => [`${value.slice(0, 2)}x${value.slice(2)}`, 'to be decided'],
    ),
  },
  {
    id: 'no-number',
    source: 'a number is written in digits',
    rules: ['wrong-value'],
    spoil: eachValue(['provider.years of experience'], (value) => ['many', `${value} or so`]),
  },
  {
    id: 'pronouns',
    source: 'they agree in the letter: she, he, they or a set of one',
    rules: ['wrong-value'],
    spoil: eachValue(['patient.pronouns'], () => ['female', 'Mrs.']),
  },
  {
    id: 'pmid',
    source: 'NLM: a PMID is one to eight digits',
    rules: ['pmid'],
    spoil: eachValue(['evidence.pmid'], (value) => [`${value}1234`, `PMC${value}`, value.replace(/\d$/, 'O')]),
  },
  {
    id: 'doi',
    source: 'DOI Handbook, 2.2: prefix 10., a slash, a suffix',
    rules: ['doi'],
    spoil: eachValue(['evidence.doi'], (value) => [
      value.replace(/^10\./, '1O.'),
      value.replace('/', ''),
      value.slice(3),
    ]),
  },
  {
    id: 'year',
    source: 'a source is published before it is cited',
    rules: ['date-order', 'wrong-value'],
    spoil: eachValue(['evidence.year'], () => ['2031', 'last year']),
  },
  {
    id: 'code-in-name',
    source: 'the letter prints the name within its sentences',
    rules: ['icd-10-code', 'note-in-value', 'laterality'],
    spoil: eachValue(['diagnosis'], (value, base) => {
      const code = factsNamed(base, 'diagnosis.code')[0]?.value;
      return code?.includes('.') ? [`${value} (${code})`, `${code} ${value}`] : [];
    }),
  },
  {
    id: 'added-number',
    source: 'DEA: 21 CFR 1301; MBI: 42 CFR 405; NDC: 21 CFR 207.33; LOINC: Regenstrief, Mod 10',
    rules: ['dea', 'mbi', 'ndc', 'loinc', 'nct', 'hcpcs', 'wrong-value'],
    spoil: (base) => [
      ...factsNamed(base, 'provider.npi').map((fact) => put(base, fact.line, 0, ['  dea number: AB1234567'])),
      ...factsNamed(base, 'finding').map((fact) => put(base, fact.line + 1, 0, ['  loinc: 4548-5'])),
      ...factsNamed(base, 'evidence.title').map((fact) => put(base, fact.line, 0, ['  nct: NCT0123'])),
      ...factsNamed(base, 'insurance.member id').map((fact) => put(base, fact.line, 1, ['  mbi: 1EG4-TE5-MK7'])),
      ...factsNamed(base, 'treatment requested.code').map((fact) => put(base, fact.line, 1, ['  code: NDC 0002-14'])),
    ],
  },
  {
    id: 'deadline-passed',
    source: '29 CFR 2560.503-1(h)(3)(i): 180 days; 42 CFR 422.582(b): 65 days',
    rules: ['deadline', 'date-order', 'stale-visit'],
    spoil: (base) =>
      factsNamed(base, counted[base.name] ?? 'denial.date').map((fact) => {
        const changed = put(base, fact.line, 1, [`  ${fact.name}: 2025-01-10`]);
        const text = changed.text.replace(/^( {2}received: ).*$/m, '$12025-01-12');
        return alsoOn({ ...changed, text }, fact.recordLine, fact.line + 1, firstLine(base));
      }),
  },
  {
    id: 'form-of-address',
    source: 'copied from another patient’s case',
    rules: ['other-patient'],
    spoil: eachValue(['patient.form of address'], (value) => {
      const title = /^(Mr|Mrs|Ms|Mx)\./.exec(value)?.[0];
      return title === undefined
        ? []
        : ['Thistlewood', 'Gomez-Sample', 'Ottoline Grunewald'].map((name) => `${title} ${name}`);
    }),
  },
  {
    id: 'patient-renamed',
    source: 'the name changed, the form of address left',
    rules: ['other-patient'],
    spoil: (base) => {
      const [address] = factsNamed(base, 'patient.form of address');
      const [name] = factsNamed(base, 'patient.name');
      if (!address || !name || !/^(?:Mr|Mrs|Ms|Mx)\./.test(address.value)) return [];
      return ['Harriet Thistlewood', 'Nguyễn Thị Hồng', 'Jean-Luc St. James'].map((other) =>
        alsoOn(withValue(base, name, other), address.line),
      );
    },
  },
];

import { type BaseCase, type Changed, factsNamed, put, withValue } from './base-case.js';
import { alsoOn, firstLine, type Operator } from './operators.js';

const lacking = [
  'missing-field',
  'kind-requires',
  'kind-recommends',
  'policy-requires',
  'treatment-incomplete',
  'incomplete-source',
  'missing-section',
  'request-incomplete',
];

/** What every letter to a payer says, whatever its kind: without it nobody can file it or decide on it. */
const needed = [
  'date',
  'patient.name',
  'patient.date of birth',
  'insurance.member id',
  'provider.npi',
  'diagnosis',
  'diagnosis.code',
  'treatment requested',
  'provider.credentials',
  'patient.pronouns',
];

/** Spending accounts ask for no member ID, and have no reviewer to call. */
function neededIn({ name }: BaseCase): readonly string[] {
  return name === 'fsa-hsa'
    ? ['date', 'patient.name', 'treatment requested', 'diagnosis']
    : needed.filter((one) => one !== 'patient.pronouns');
}

function lackingOn(base: BaseCase, changed: Changed, recordLine: number): Changed {
  return alsoOn(changed, firstLine(base), recordLine, recordLine - 1);
}

/** The first two neighbors behind the first letter that differ, exchanged. */
function typo(word: string): string {
  for (let at = 1; at < word.length - 1; at++)
    if (word[at] !== word[at + 1])
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  return `${word}x`;
}

export const structureOperators: readonly Operator[] = [
  {
    id: 'fact-dropped',
    source: 'what identifies patient, plan, condition and request: 45 CFR 164.514(e), X12 278',
    rules: lacking,
    spoil: (base) =>
      factsNamed(base, ...neededIn(base))
        .filter(({ record, name }) => !(record === '' && (name === 'diagnosis' || name === 'treatment requested')))
        .map((fact) => lackingOn(base, put(base, fact.line, 1 + fact.more, []), fact.recordLine)),
  },
  {
    id: 'fact-emptied',
    source: 'a form whose field is left empty',
    rules: [...lacking, 'empty-answer', 'wrong-value'],
    spoil: (base) =>
      factsNamed(base, ...neededIn(base)).map((fact) => lackingOn(base, withEmpty(base, fact), fact.recordLine)),
  },
  {
    id: 'fact-in-brackets',
    source: 'a form whose prompt is left standing',
    rules: [...lacking, 'empty-answer'],
    spoil: (base) =>
      factsNamed(base, ...neededIn(base)).map((fact) =>
        lackingOn(base, withValue(base, fact, `[${fact.name}]`), fact.recordLine),
      ),
  },
  {
    id: 'treatment-without-end',
    source: 'a step therapy review asks why each drug was stopped',
    rules: lacking,
    spoil: (base) =>
      factsNamed(base, 'prior treatment.outcome').map((fact) =>
        lackingOn(base, put(base, fact.line, 1, []), fact.recordLine),
      ),
  },
  {
    id: 'field-misspelled',
    source: 'one pair of letters exchanged',
    rules: ['unknown-field', ...lacking],
    spoil: (base) =>
      base.facts
        .filter(({ record, name }) => record !== '' && name.length > 4)
        .slice(0, 40)
        .map((fact) => {
          const line = base.lines[fact.line] ?? '';
          return put(base, fact.line, 1, [line.replace(fact.name, typo(fact.name))]);
        }),
  },
  {
    id: 'record-misspelled',
    source: 'one pair of letters exchanged',
    rules: ['unknown-record', 'unknown-field'],
    spoil: (base) =>
      base.facts
        .filter(({ record, name }) => record === '' && name.length > 5)
        .slice(0, 25)
        .map((fact) => {
          const line = base.lines[fact.line] ?? '';
          return put(base, fact.line, 1, [line.replace(fact.name, typo(fact.name))]);
        }),
  },
  {
    id: 'template-misspelled',
    source: 'one pair of letters exchanged',
    rules: ['unknown-template'],
    spoil: (base) => [put(base, firstLine(base), 1, [`case ${typo(base.lines[firstLine(base)]?.slice(5) ?? '')}`])],
  },
  {
    id: 'indentation-lost',
    source: 'pasted from a mail, which cuts spaces',
    rules: ['indentation', 'unknown-field', 'unknown-record', 'duplicate-record'],
    spoil: (base) =>
      [
        'patient.name',
        'insurance.member id',
        'provider.npi',
        'provider.specialty',
        'prior treatment.outcome',
        'diagnosis.code',
      ].flatMap((name) =>
        factsNamed(base, name)
          .slice(0, 2)
          .map((fact) => put(base, fact.line, 1, [base.lines[fact.line]?.trimStart() ?? ''])),
      ),
  },
  {
    id: 'divider-lost',
    source: 'three dashes deleted with the line below',
    rules: ['missing-divider', 'stray-line'],
    spoil: (base) =>
      base.lines.length > base.divider + 1
        ? [{ ...put(base, base.divider, 1, []), lines: base.lines.map((_, index) => index + 1) }]
        : [],
  },
  {
    id: 'fact-twice',
    source: 'a line is pasted a second time',
    rules: ['duplicate-field', 'duplicate-record'],
    spoil: (base) =>
      factsNamed(
        base,
        'date',
        'patient.name',
        'patient.date of birth',
        'insurance.member id',
        'provider.npi',
        'prior treatment.outcome',
        'treatment requested.duration',
      ).map((fact) => alsoOn(put(base, fact.line, 0, [base.lines[fact.line] ?? '']), fact.line + 1)),
  },
  {
    id: 'stray-line',
    source: 'a note that somebody left in the head',
    rules: ['stray-line', 'unknown-record', 'unknown-field', 'indentation'],
    spoil: (base) =>
      base.facts
        .filter(({ record }) => record === '')
        .slice(0, 6)
        .map((fact) => put(base, fact.line, 0, ['ask Dana about this before it goes out'])),
  },
  {
    id: 'colon-lost',
    source: 'a colon forgotten',
    rules: ['stray-line', 'unknown-record', 'unknown-field', ...lacking],
    spoil: (base) =>
      factsNamed(base, 'date', 'patient.name', 'insurance.member id', 'provider.npi', 'diagnosis.code').map((fact) =>
        lackingOn(base, put(base, fact.line, 1, [base.lines[fact.line]?.replace(':', '') ?? '']), fact.recordLine),
      ),
  },
  {
    id: 'invisible',
    source: 'Unicode TR 36: characters that nobody sees',
    rules: ['unreadable-character', 'wrong-value'],
    spoil: (base) =>
      factsNamed(base, 'patient.name', 'insurance.member id', 'diagnosis', 'treatment requested').flatMap((fact) =>
        ['\u202e', '\ufffd', '\u0007'].map((char) =>
          withValue(base, fact, fact.value.slice(0, 3) + char + fact.value.slice(3)),
        ),
      ),
  },
];

function withEmpty(base: BaseCase, fact: BaseCase['facts'][number]): Changed {
  const line = base.lines[fact.line] ?? '';
  return put(base, fact.line, 1 + fact.more, [line.slice(0, line.indexOf(':') + 1)]);
}

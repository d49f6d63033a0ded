import { peopleInSection } from '../analysis/parties.js';
import { fieldAt, type Passage, passagesOf, placeIn, sentenceAt } from '../analysis/passages.js';
import { peopleIn } from '../knowledge/people.js';
import { checkValue } from '../knowledge/types.js';
import { isAbout, notThere, ofMany, sensitiveCode, sensitiveIn, sensitiveTopics, ssn } from '../knowledge/sensitive.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type FieldDeclaration, type Span, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';
import { switchedOff, type SwitchesOption } from '../lint/rule-options.js';
import { remember } from '../remember.js';

const topics: SwitchesOption = {
  takes: 'switches',
  name: 'topics',
  description: 'What counts as more than is needed: false leaves it alone.',
  usual: {
    'social security number': true,
    'DEA number': true,
    ...Object.fromEntries(sensitiveTopics.map((topic) => [topic, true])),
  },
};

export const moreThanNeeded: Rule = {
  id: 'more-than-needed',
  group: 'privacy',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary:
    'A case holds no social security number, no DEA number, and no sensitive diagnosis that its request does not turn on.',
  why: 'A letter to a payer may hold only what the request needs (45 CFR 164.502(b)), and substance use and HIV need the patient’s consent in most cases (42 CFR Part 2; state law). They are not told of where a diagnosis or the request is about them, or a comorbidity says its effect on the request.',
  options: [topics],
  bad: 'diagnosis: lumbar radiculopathy\n  code: M54.16\ncomorbidity: HIV infection\ntreatment requested: physical therapy',
  good: 'diagnosis: lumbar radiculopathy\n  code: M54.16\ncomorbidity: HIV infection\n  effect: rules out injections of steroids with his antiretroviral drugs\ntreatment requested: physical therapy',
  check(letter, report, { file }, set) {
    const off = switchedOff(topics, set);
    const isOff = (found: Found) =>
      found.is === 'sensitive'
        ? found.kinds.every((kind) => off.includes(sensitiveTopics[kind] ?? ''))
        : off.includes(found.is === 'ssn' ? 'social security number' : 'DEA number');
    let about: readonly string[] | undefined;
    const turnsOn = (kind: number) => (about ??= topicsOf(letter)).some((topic) => isAbout(kind, topic));
    const tell = ({ where, ...found }: Found & { readonly where: Span }): boolean => {
      if (isOff(found) || (found.is === 'sensitive' && found.kinds.every(turnsOn))) return false;
      report(where, messages[found.is]);
      return true;
    };
    for (const record of letter.facts.allRecords()) {
      // A diagnosis and its code are one.
      let isTold = false;
      for (const found of foundInFacts(record)) {
        if (found.is !== 'sensitive') tell(found);
        else if (!isTold) isTold = tell(found);
      }
    }
    for (const section of letter.sections) {
      for (const { passage, start, end, ...found } of foundInProse(section)) {
        const where = placeIn(file.uri, passage, start, end);
        if (where) tell({ where, ...found });
      }
    }
  },
};

const messages = {
  ssn: 'A payer needs no social security number. Take it out: the member ID names the patient.',
  dea: 'A payer needs no DEA number. Take it out, unless a form asks for it.',
  sensitive: 'This is sensitive, and the request does not turn on it. Leave it out, or say its effect.',
};

type Found =
  | { readonly is: 'ssn' | 'dea' }
  /** Of some kinds: the request must turn on each. */
  | { readonly is: 'sensitive'; readonly kinds: readonly number[] };

/** What the letter is about: its diagnoses by name and code, and the request. */
function topicsOf({ facts }: ResolvedLetter): string[] {
  return facts.allRecords().flatMap(({ declaration, values }) => {
    const isTopic =
      declaration.norm === 'treatment requested' ||
      declaration.fields.some(({ type }) => type.choices?.includes('bilateral'));
    return isTopic ? [...values.values()].flatMap((given) => given.map((value) => valueText(value, ' '))) : [];
  });
}

const foundInFacts = remember((record: MergedRecord): readonly (Found & { readonly where: Span })[] => {
  const saysEffect = valuesByName(record, 'effect').length > 0;
  return [...record.values].flatMap(([field, values]) =>
    values.flatMap((value): (Found & { readonly where: Span })[] => {
      const { where } = value;
      const text = valueText(value, ' ');
      const kinds = saysEffect ? [] : kindsOf(text, field, record);
      // A wrong number is told of as such.
      const isDea = field.type.name === 'dea' && checkValue(field.type, text) === undefined;
      return [
        ...(isDea ? [{ is: 'dea' as const, where }] : []),
        ...(field.type.name === 'text' && !field.quoted && ssn.test(text) ? [{ is: 'ssn' as const, where }] : []),
        ...(kinds.length > 0 ? [{ is: 'sensitive' as const, kinds, where }] : []),
      ];
    }),
  );
});

/** What prose says: facts that print are told of where they are given. Of relatives, of trials and of what was only looked for nothing is told. */
const foundInProse = remember(
  (
    section: ResolvedSection,
  ): readonly (Found & { readonly passage: Passage; readonly start: number; readonly end: number })[] =>
    passagesOf(section).flatMap((passage) => {
      const number = ssn.exec(passage.own);
      const isOfTrials = section.roles.includes('evidence');
      const hasRelatives = peopleInSection(section).relatives.size > 0;
      const sensitive = sensitiveIn(passage.own).filter(
        ({ start }) => !isOfTrials && !isNotThere(passage, start) && !(hasRelatives && mayBeOfOthers(passage, start)),
      );
      return [
        ...(number ? [{ is: 'ssn' as const, passage, start: number.index, end: number.index + number[0].length }] : []),
        ...sensitive.map(({ start, end, kind }) => ({ is: 'sensitive' as const, kinds: [kind], passage, start, end })),
      ].filter(({ start }) => fieldAt(passage, start) === undefined);
    }),
);

/** Where a section names relatives: only a sentence whose subject is the patient is surely none of theirs. */
function mayBeOfOthers(passage: Passage, offset: number): boolean {
  const { start, end } = sentenceAt(passage, offset);
  const sentence = passage.text.slice(start, end);
  return !/^(?:the|this|my|our) patient(?!\p{L})/iu.test(sentence) || peopleIn(sentence).relatives.size > 0;
}

function isNotThere(passage: Passage, offset: number): boolean {
  const { start, end } = sentenceAt(passage, offset);
  return notThere.test(passage.text.slice(start, end)) || ofMany.test(passage.text.slice(start, offset));
}

/** What a value says of the patient that is sensitive. */
function kindsOf(text: string, field: FieldDeclaration, { declaration }: MergedRecord): number[] {
  if (field.type.name === 'icd-10') return [sensitiveCode(text)].filter((kind) => kind !== undefined);
  if (field.type.name !== 'text' || field.quoted || field.public || declaration.norm === 'family history') return [];
  return notThere.test(text) ? [] : sensitiveIn(text).map(({ kind }) => kind);
}

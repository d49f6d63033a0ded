import { peopleInSection } from '../analysis/parties.js';
import { fieldAt, passagesOf, placeIn, sentenceAt } from '../analysis/passages.js';
import { checkValue } from '../knowledge/types.js';
import { isAbout, notThere, sensitiveCode, sensitiveIn, ssn } from '../knowledge/sensitive.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type FactValue, type FieldDeclaration, type Span, valueText } from '../letter/source.js';
import type { Report, Rule } from '../lint/rule.js';

export const moreThanNeeded: Rule = {
  id: 'more-than-needed',
  group: 'privacy',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary:
    'A case holds no social security number, no DEA number, and no sensitive diagnosis that its request does not turn on.',
  why: 'A letter to a payer may hold only what the request needs (45 CFR 164.502(b)), and substance use and HIV need the patient’s consent in most cases (42 CFR Part 2; state law). They are not told of where a diagnosis or the request is about them, or a comorbidity says its effect on the request.',
  bad: 'diagnosis: lumbar radiculopathy\n  code: M54.16\ncomorbidity: HIV infection\ntreatment requested: physical therapy',
  good: 'diagnosis: lumbar radiculopathy\n  code: M54.16\ncomorbidity: HIV infection\n  effect: rules out injections of steroids with his antiretroviral drugs\ntreatment requested: physical therapy',
  check(letter, report, { file }) {
    const topics = topicsOf(letter);
    const tellSensitive: TellSensitive = (where, kinds) => {
      if (kinds.every((kind) => topics.some((topic) => isAbout(kind, topic)))) return false;
      report(where, 'This is sensitive, and the request does not turn on it. Leave it out, or say its effect.');
      return true;
    };
    for (const record of letter.facts.allRecords()) reportFacts(record, tellSensitive, report);
    for (const section of letter.sections) {
      for (const passage of passagesOf(section)) {
        const number = ssn.exec(passage.own);
        const place = number && placeOfProse(passage, number.index, number[0].length, file.uri);
        if (place) report(place, numberMessage);
        for (const { start, end, kind } of sensitiveIn(passage.own)) {
          const sentence = sentenceAt(passage, start);
          // Of relatives, of trials and of what was only looked for nothing is told.
          if (section.roles.includes('evidence') || peopleInSection(section).relatives.size > 0) continue;
          if (notThere.test(passage.text.slice(sentence.start, sentence.end))) continue;
          const where = placeOfProse(passage, start, end - start, file.uri);
          if (where) tellSensitive(where, [kind]);
        }
      }
    }
  },
};

const numberMessage = 'A payer needs no social security number. Take it out: the member ID names the patient.';

/** Facts that print are told of where they are given. */
function placeOfProse(
  passage: Parameters<typeof placeIn>[1],
  start: number,
  length: number,
  uri: string,
): Span | undefined {
  return fieldAt(passage, start) ? undefined : placeIn(uri, passage, start, start + length);
}

/** What the letter is about: its diagnoses by name and code, and the request. */
function topicsOf({ facts }: ResolvedLetter): string[] {
  return facts.allRecords().flatMap(({ declaration, values }) => {
    const isTopic =
      declaration.norm === 'treatment requested' ||
      declaration.fields.some(({ type }) => type.choices?.includes('bilateral'));
    return isTopic ? [...values.values()].flatMap((given) => given.map((value) => valueText(value, ' '))) : [];
  });
}

/** Reports a place where one of some kinds has nothing to do with the request; whether it did. */
type TellSensitive = (where: Span, kinds: readonly number[]) => boolean;

function reportFacts(record: MergedRecord, tellSensitive: TellSensitive, report: Report): void {
  const saysEffect = valuesByName(record, 'effect').length > 0;
  let isTold = false;
  for (const [field, values] of record.values) {
    for (const value of values) {
      const text = valueText(value, ' ');
      // A wrong one is told of as such.
      if (field.type.name === 'dea' && checkValue(field.type, text) === undefined)
        report(value.where, 'A payer needs no DEA number. Take it out, unless a form asks for it.');
      if (field.type.name === 'text' && !field.quoted && ssn.test(text)) report(value.where, numberMessage);
      // A diagnosis and its code are one.
      if (!saysEffect && !isTold) isTold = tellSensitive(value.where, kindsOf(value, field, record));
    }
  }
}

/** What a value says of the patient that is sensitive. */
function kindsOf(value: FactValue, field: FieldDeclaration, { declaration }: MergedRecord): number[] {
  const text = valueText(value, ' ');
  if (field.type.name === 'icd-10') return [sensitiveCode(text)].filter((kind) => kind !== undefined);
  if (field.type.name !== 'text' || field.quoted || field.public || declaration.norm === 'family history') return [];
  return notThere.test(text) ? [] : sensitiveIn(text).map(({ kind }) => kind);
}

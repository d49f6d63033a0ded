import { sideOfIcd10 } from '../knowledge/icd-10-sides.js';
import { areOpposite, type Side, sideOfModifiers, sideOfWords } from '../knowledge/sides.js';
import type { MergedRecord } from '../letter/facts.js';
import { type FactValue, type FieldDeclaration, type Span, valueText } from '../letter/source.js';
import type { Report, Rule } from '../lint/rule.js';
import { remember } from '../remember.js';
import { reportSidesInProse } from './checks/sides-in-prose.js';

export const laterality: Rule = {
  id: 'laterality',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'A side is the same in words, in the diagnosis code and in the modifiers of the procedure code.',
  why: 'Many ICD-10-CM codes say left or right by one character, and procedure codes by the modifiers LT, RT and 50; a request for the other knee than the diagnosis’s is denied. Prose is looked at only where it speaks of the diagnosis or the request, and not where it compares the sides or tells of the past. Source: ICD-10-CM Official Guidelines, section I.B.13; CMS, HCPCS modifiers.',
  bad: 'diagnosis: osteoarthritis of the left knee\n  code: M17.11\ntreatment requested: knee replacement\n  code: 27447-RT',
  good: 'diagnosis: osteoarthritis of the right knee\n  code: M17.11\ntreatment requested: knee replacement\n  code: 27447-RT',
  check(letter, report, { file }) {
    const records = letter.facts.allRecords();
    const diagnoses = records.flatMap((record) => sidedDiagnosis(record, report));
    const requests = records.flatMap((record) => sidedRequest(record, report));
    const treated = diagnoses.filter(({ record }) => isTreated(record));
    // A diagnosis of no side may be what the request is for.
    if (treated.length === records.filter(isTreated).length)
      for (const request of requests) reportOtherSide(request, treated, report);
    reportSidesInProse(letter, [...treated, ...requests], file.uri, report);
  },
};

/** A diagnosis or what is requested, and the side that it says. */
export interface Sided {
  readonly record: MergedRecord;
  readonly name: string;
  readonly side: Side;
  /** Where it says so. */
  readonly where: Span;
}

/** A diagnosis that the letter is about: comorbidities and symptoms have a code too, but no side to give. */
function isTreated({ declaration }: MergedRecord): boolean {
  return declaration.fields.some(saysSide);
}

function saysSide({ type }: FieldDeclaration): boolean {
  return type.choices?.includes('bilateral') === true;
}

const bothSides = 'Correct the one that is wrong.';

/** What a diagnosis says of its side, and where; undefined for records that have no diagnosis code. */
const sidesSaid = remember((record: MergedRecord) => {
  const { fields } = record.declaration;
  if (!fields.some(({ type }) => type.name === 'icd-10')) return undefined;
  const coded = valueOf(record, ({ type }) => type.name === 'icd-10');
  const named = valueOf(record, (field) => field === fields[0]);
  const chosen = valueOf(record, saysSide);
  const name = named ? valueText(named, ' ') : '';
  return {
    ...{ coded, named, chosen, name },
    byCode: coded && sideOfIcd10(valueText(coded)),
    byWords: sideOfWords(name),
    byChoice: chosen && sideOf(valueText(chosen)),
  };
});

function sidedDiagnosis(record: MergedRecord, report: Report): Sided[] {
  const said = sidesSaid(record);
  if (!said) return [];
  const { coded, named, chosen, name, byCode, byWords, byChoice } = said;
  if (chosen && byCode && byChoice && byCode !== byChoice)
    report(chosen.where, `The diagnosis code says another side. ${bothSides}`, related(coded, 'the code'));
  else if (coded && byCode && byWords && byCode !== byWords)
    report(
      coded.where,
      `This code says another side than the diagnosis. ${bothSides}`,
      related(named, 'the diagnosis'),
    );
  if (chosen && byChoice && byWords && byChoice !== byWords)
    report(chosen.where, `The name of the diagnosis says another side. ${bothSides}`, related(named, 'the diagnosis'));
  const sides = new Set([byCode, byWords, byChoice].filter((side) => side !== undefined));
  const [side] = sides;
  // What contradicts itself says no side.
  return side && sides.size === 1
    ? [{ record, name, side, where: (chosen ?? named ?? coded)?.where ?? record.name }]
    : [];
}

function sidedRequest(record: MergedRecord, report: Report): Sided[] {
  const { declaration, values } = record;
  if (declaration.norm !== 'treatment requested') return [];
  const codes = declaration.fields.find(({ type }) => type.name === 'hcpcs');
  const named = valueOf(record, (field) => field === declaration.fields[0]);
  if (!codes || !named) return [];
  const coded = values.get(codes) ?? [];
  const name = valueText(named, ' ');
  const byCode = sideOfModifiers(coded.map((value) => valueText(value)));
  const byWords = sideOfWords(name);
  const [code] = coded;
  if (code && byCode && byWords && byCode !== byWords) {
    report(code.where, `A modifier says another side than the request. ${bothSides}`, related(named, 'the request'));
    return [];
  }
  const side = byWords ?? byCode;
  return side ? [{ record, name, side, where: (byWords ? named : (code ?? named)).where }] : [];
}

/** Done on the other side on purpose: to prevent something, or to compare. */
const ON_PURPOSE = /\b(?:contralateral|prophylactic|preventive|risk-reducing|opposite|symmetry|balanc\w+|other)\b/i;

function reportOtherSide({ name, side, where }: Sided, diagnoses: readonly Sided[], report: Report): void {
  const [first] = diagnoses;
  if (!first || ON_PURPOSE.test(name) || !diagnoses.every((one) => areOpposite(one.side, side))) return;
  report(where, `The request is for the other side than the diagnosis. ${bothSides}`, {
    related: [{ where: first.where, message: 'the diagnosis' }],
  });
}

function valueOf({ values }: MergedRecord, isOurs: (field: FieldDeclaration) => boolean): FactValue | undefined {
  for (const [field, [value]] of values) if (value && isOurs(field)) return value;
  return undefined;
}

function related(value: FactValue | undefined, message: string) {
  return value ? { related: [{ where: value.where, message }] } : {};
}

function sideOf(choice: string): Side | undefined {
  const folded = choice.trim().toLowerCase();
  return folded === 'left' || folded === 'right' || folded === 'bilateral' ? folded : undefined;
}

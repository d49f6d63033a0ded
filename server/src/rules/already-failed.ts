import {
  isSameTreatment,
  namesAllergen,
  type NamedTreatment,
  readTreatment,
  waysIn,
} from '../knowledge/treatment-names.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import { type FactValue, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';

export const alreadyFailed: Rule = {
  id: 'already-failed',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'What is requested is not what the patient is allergic to, nor what has failed already.',
  why: 'A payer denies what the letter itself says must not be given or did not work, and a drug that stands among the allergies may be a slip that harms. Names are compared whole, classes of drugs are not known; another dose, form or route of what failed is another treatment, and tests, desensitization and what is free of the substance are not meant.',
  bad: 'allergy: penicillin\n  reaction: hives\ntreatment requested: penicillin G benzathine\n  kind: medication',
  good: 'allergy: penicillin\n  reaction: hives\ntreatment requested: penicillin desensitization\n  kind: procedure',
  check(letter, report) {
    const records = letter.facts.allRecords();
    for (const request of records.filter(({ declaration }) => declaration.norm === 'treatment requested')) {
      const name = nameOf(request);
      if (!name || !isGivenToPatient(request)) continue;
      const allergy = records.find((record) => record.declaration.norm === 'allergy' && isAllergen(record, name));
      const against = allergy ?? records.find((record) => hasFailed(record, request));
      const other = against && nameOf(against);
      if (!other) continue;
      report(
        name.where,
        allergy
          ? 'This stands among the allergies. Correct one of them, or say why it is safe.'
          : 'This stands among the treatments that failed. Correct one of them.',
        { related: [{ where: other.where, message: allergy ? 'the allergy' : 'the treatment that failed' }] },
      );
    }
  },
};

/** Of equipment and tests the name says little about what they are made of. */
function isGivenToPatient(request: MergedRecord): boolean {
  const [kind] = valuesByName(request, 'kind');
  return !kind || ['medication', 'treatment', 'procedure'].includes(valueText(kind).toLowerCase());
}

function nameOf({ declaration, values }: MergedRecord): FactValue | undefined {
  const [first] = declaration.fields;
  return first && values.get(first)?.[0];
}

function isAllergen(allergy: MergedRecord, request: FactValue): boolean {
  const name = nameOf(allergy);
  return name !== undefined && namesAllergen(valueText(request, ' '), valueText(name, ' '));
}

/** Records that say how a treatment turned out: of those, what could not be given is not asked for again in the same way. */
function hasFailed(prior: MergedRecord, request: MergedRecord): boolean {
  const outcomeField = prior.declaration.fields.find(({ type }) => type.choices?.includes('contraindicated'));
  const [outcome] = (outcomeField && prior.values.get(outcomeField)) ?? [];
  const said = outcome && valueText(outcome).toLowerCase();
  if (said !== 'contraindicated' && said !== 'not tolerated' && said !== 'ineffective') return false;
  const [before, now] = [givenAs(prior), givenAs(request)];
  if (said === 'contraindicated') return before.what !== '' && before.what === now.what;
  return isSameTreatment(before, now) && before.way === now.way;
}

const givenAs = remember((record: MergedRecord): NamedTreatment & { readonly way: string } => {
  const of = (field: string) =>
    valuesByName(record, field)
      .map((value) => valueText(value, ' '))
      .join(' ');
  const name = nameOf(record);
  const text = name ? valueText(name, ' ') : '';
  return { ...readTreatment(text, [of('dose'), of('frequency')]), way: waysIn(`${text} ${of('dose')} ${of('route')}`) };
});

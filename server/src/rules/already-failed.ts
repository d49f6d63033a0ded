import { namesAllergen, readTreatment, waysIn } from '../knowledge/treatment-names.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import { type FactValue, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

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
  const [before, now] = [textOf(prior), textOf(request)];
  if (!outcome || before.name === '' || now.name === '') return false;
  const [failed, asked] = [readTreatment(before.name, before.dose), readTreatment(now.name, now.dose)];
  if (failed.what === '' || failed.what !== asked.what) return false;
  const said = valueText(outcome).toLowerCase();
  if (said === 'contraindicated') return true;
  if (said !== 'not tolerated' && said !== 'ineffective') return false;
  const isSameDose = failed.numbers === asked.numbers || failed.numbers === '' || asked.numbers === '';
  return isSameDose && waysIn(`${before.name} ${before.dose}`) === waysIn(`${now.name} ${now.route}`);
}

function textOf(record: MergedRecord): { readonly name: string; readonly dose: string; readonly route: string } {
  const of = (field: string) =>
    valuesByName(record, field)
      .map((value) => valueText(value, ' '))
      .join(' ');
  const name = nameOf(record);
  return { name: name ? valueText(name, ' ') : '', dose: of('dose'), route: of('route') };
}

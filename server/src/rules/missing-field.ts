import { type MissingFact, missingFacts } from '../analysis/missing-facts.js';
import { insertMissing } from '../fixes/insert-missing.js';
import type { Related, ReportDetails, Rule } from '../lint/rule.js';
import type { MergedRecord } from '../letter/facts.js';
import type { FileSubject } from '../letter/subjects.js';

/** Places named where a fact is needed; more would hide what matters. */
const mostPlaces = 5;

export const missingField: Rule = {
  id: 'missing-field',
  group: 'structure',
  severity: 'error',
  subject: 'letter',
  needs: 'template',
  summary: 'Every fact that the letter prints, or that a declaration requires, is given.',
  why: 'A letter with a blank in it is sent back, or reaches nobody. What is missing is told once for each record, so that a case that is half written can still be read.',
  bad: {
    'case.lmn': 'case visit\ndate: 2026-11-21\nprovider: Dana Whitfield\npatient\n  name: Jane Doe',
    'template.lmn': 'template visit\n---\n[patient name], born [patient date of birth]',
  },
  good: {
    'case.lmn':
      'case visit\ndate: 2026-11-21\nprovider: Dana Whitfield\npatient\n  name: Jane Doe\n  date of birth: 1968-03-14',
    'template.lmn': 'template visit\n---\n[patient name], born [patient date of birth]',
  },
  check(_letter, report, file) {
    const absent: MissingFact[] = [];
    const byRecord = new Map<MergedRecord, MissingFact[]>();
    for (const fact of missingFacts(file)) {
      if (fact.record) byRecord.set(fact.record, [...(byRecord.get(fact.record) ?? []), fact]);
      else absent.push(fact);
    }
    if (absent.length > 0) report(file.file.firstLine, absentMessage(absent), detailsOf(absent, file));
    for (const [record, facts] of byRecord)
      report(record.name, recordMessage(record.declaration.name, facts), detailsOf(facts, file));
  },
};

function recordMessage(record: string, facts: readonly MissingFact[]): string {
  const names = facts.map(({ field }) => field.name).join(', ');
  if (facts.every(({ isBlank }) => isBlank)) return `Missing in "${record}": ${names}. Fill in the line that is there.`;
  const example = facts.find(({ isBlank, field }) => !isBlank && !isFree(field))?.field;
  const such = example ? `, such as "${example.name}: ${example.type.example}"` : '';
  return `Missing in "${record}": ${names}. Add a line for each beneath it${such}.`;
}

/** Of free text there is no example that would say more than the field's name. */
function isFree({ type }: MissingFact['field']): boolean {
  return type.name === 'text' || type.name === 'address';
}

function absentMessage(facts: readonly MissingFact[]): string {
  const parts = new Map<string, string[]>();
  for (const { field, of } of facts) {
    const name = of?.name ?? field.name;
    const fields = parts.get(name) ?? [];
    parts.set(name, of && field !== of.fields[0] ? [...fields, field.name] : fields);
  }
  const names = [...parts].map(([name, fields]) => (fields.length > 0 ? `${name} (${fields.join(', ')})` : name));
  return `Missing in this case: ${names.join(', ')}. Add a line for each.`;
}

function detailsOf(facts: readonly MissingFact[], file: FileSubject): ReportDetails {
  const related = facts.flatMap(({ needed, field, required }): Related[] => {
    const name = field.name;
    if (needed.length > 0) return needed.map((where) => ({ where, message: `${name}: needed here` }));
    return required ? [{ where: required, message: `${name}: required here` }] : [];
  });
  const fix = insertMissing(facts, file);
  return { related: spread(facts, related), ...(fix && { fix }) };
}

/** The first place of each fact before the second of any. */
function spread(facts: readonly MissingFact[], related: readonly Related[]): Related[] {
  const firsts = new Set(facts.map((fact) => fact.needed[0] ?? fact.required));
  const ordered = [
    ...related.filter(({ where }) => firsts.has(where)),
    ...related.filter(({ where }) => !firsts.has(where)),
  ];
  return ordered.slice(0, mostPlaces);
}

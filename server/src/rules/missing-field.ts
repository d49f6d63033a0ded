import { missingFacts } from '../analysis/missing-facts.js';
import { capitalize } from '../knowledge/sentences.js';
import { insertMissing } from '../fixes/insert-missing.js';
import type { Related, Report, ReportDetails, Rule } from '../lint/rule.js';
import type { MergedRecord } from '../letter/facts.js';
import type { FactLack } from '../letter/lacks.js';
import type { Gap } from '../letter/letter.js';
import { standIns } from '../letter/stand-ins.js';
import { rangeOf, type Span } from '../letter/source.js';
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
  check(letter, report, file) {
    const absent: FactLack[] = [];
    const byRecord = new Map<MergedRecord, FactLack[]>();
    for (const fact of missingFacts(file)) {
      const same = fact.own ? byRecord.get(fact.own) : absent;
      if (same) same.push(fact);
      else if (fact.own) byRecord.set(fact.own, [fact]);
    }
    if (absent.length > 0)
      report(file.file.firstLine, absentMessage(absent) + elseMessage(absent, file), detailsOf(absent, file));
    for (const [record, facts] of byRecord)
      report(record.name, recordMessage(record.declaration.name, facts), detailsOf(facts, file));
    for (const lack of letter.lacks)
      if (lack.kind === 'fact' && lack.unusable !== undefined) reportUnusable(lack, lack.unusable, file, report);
  },
};

/** A fact that is given, but that nothing can be computed from. */
function reportUnusable(lack: FactLack, unusable: string, { file }: FileSubject, report: Report): void {
  const where = lack.line?.values[0]?.where ?? lack.own?.name ?? file.firstLine;
  report(where, `${capitalize(lack.field.name)}: ${unusable}.`, { related: placesOf([lack]), lacks: [lack] });
}

function recordMessage(record: string, facts: readonly FactLack[]): string {
  const names = facts.map(({ field }) => field.name).join(', ');
  if (facts.every(({ line }) => line)) return `Missing in "${record}": ${names}. Fill in the line that is there.`;
  const example = facts.find(({ line, field }) => !line && !isFree(field))?.field;
  const such = example ? `, such as "${example.name}: ${example.type.example}"` : '';
  return `Missing in "${record}": ${names}. Add a line for each beneath it${such}.`;
}

/** Of free text there is no example that would say more than the field's name. */
function isFree({ type }: FactLack['field']): boolean {
  return type.name === 'text' || type.name === 'address';
}

function absentMessage(facts: readonly FactLack[]): string {
  const parts = new Map<string, Set<string>>();
  for (const { field, of } of facts) {
    const name = of?.name ?? field.name;
    const fields = parts.get(name) ?? new Set<string>();
    // Of several records that a template gives each lacks its own fact; only the template can give them.
    if (of && field !== of.fields[0]) fields.add(field.name);
    parts.set(name, fields);
  }
  const names = [...parts].map(([name, fields]) => (fields.size > 0 ? `${name} (${[...fields].join(', ')})` : name));
  const lines = facts.filter(({ line }) => line).length;
  const todo =
    lines === 0
      ? 'Add a line for each'
      : lines === facts.length
        ? 'Fill in the lines that are there'
        : 'Fill in the lines that are there, and add the others';
  return `Missing in this case: ${names.join(', ')}. ${todo}.`;
}

/** What may be given instead of a record. */
function elseMessage(facts: readonly FactLack[], { schema }: FileSubject): string {
  const records = new Set(facts.flatMap(({ of, record }) => (record ? [] : (of ?? []))));
  const ways = [...records].flatMap(({ name, norm }) =>
    (standIns(schema.vocabulary).get(norm) ?? []).map((field) => ` Where there is no ${name}, give "${field.name}".`),
  );
  return ways.join('');
}

function detailsOf(facts: readonly FactLack[], file: FileSubject): ReportDetails {
  const fix = insertMissing(facts, file);
  return { related: placesOf(facts).slice(0, mostPlaces), lacks: facts, ...(fix && { fix }) };
}

/** Where the facts are needed: the first place of each before the second of any. What is printed nowhere is required by its declaration. */
function placesOf(facts: readonly FactLack[]): Related[] {
  const firsts: Related[] = [];
  const others: Related[] = [];
  for (const { field, needs } of facts) {
    const printed = needs.filter(({ gap }) => isPrinted(gap)).map(({ gap }) => gap.needed);
    const required = needs.find(({ gap }) => !isPrinted(gap))?.gap.needed;
    const [first, ...more] = new Map(printed.map((span) => [placeKey(span), span])).values();
    if (first) firsts.push({ where: first, message: `${field.name}: needed here` });
    else if (required) firsts.push({ where: required, message: `${field.name}: required here` });
    others.push(...more.map((where) => ({ where, message: `${field.name}: needed here` })));
  }
  return [...firsts, ...others];
}

function isPrinted(gap: Gap): boolean {
  return gap.kind === 'fact' && gap.because === 'printed';
}

/** What is repeated for each of several records stands in the text once. */
function placeKey(span: Span): string {
  const { uri, start } = rangeOf(span);
  return `${uri} ${String(start)}`;
}

import { lacksAt } from './checks/told-lacks.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import { choosable, type Condition, readChoices } from '../letter/condition.js';
import { type FieldDeclaration, resolveName, type Span } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import type { SectionSubject } from '../letter/written-sections.js';
import type { Report, ReportDetails, Rule } from '../lint/rule.js';
import { nearest } from '../spelling/nearest.js';

export const wrongCondition: Rule = {
  id: 'wrong-condition',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'Words for a choice name a field that has choices, and some of them: {when [urgency] is expedited: …}.',
  why: 'For a choice that the field does not have the words would never print, and nobody would see that they are gone.',
  bad: '---\nPlease decide soon. {when [urgency] is expedite: Waiting would put the patient’s health at risk.}',
  good: '---\nPlease decide soon. {when [urgency] is expedited: Waiting would put the patient’s health at risk.}',
  check(file, report) {
    if (file.file.kind !== 'case' && file.file.kind !== 'template') return;
    for (const section of file.sections) {
      for (const { start, end, condition } of section.conditions) {
        const lacks = lacksAt({ piece: section.prose.piece, start, end }, file);
        checkCondition(condition, section, (where, message, details) => {
          report(where, message, { ...details, ...lacks });
        });
      }
    }
    for (const { field, endOfTerms, name } of file.declarations) {
      if (!field || endOfTerms === undefined || field.required || !isCovered(field, file)) continue;
      const end = { piece: name.piece, start: endOfTerms, end: endOfTerms };
      report(
        name,
        'Each choice has its words, but a case need not make one, and then none of them print. Make it required.',
        {
          severity: 'warning',
          fix: { title: 'Make it required', edits: [{ where: end, text: ', required' }] },
        },
      );
    }
  },
};

/** Whether there are words for every choice of a field. */
function isCovered(field: FieldDeclaration, { sections }: FileSubject): boolean {
  const { choices } = field.type;
  if (!choices) return false;
  const named = sections.flatMap(({ conditions, prose, schema }) =>
    conditions.flatMap(({ condition }) =>
      choosable(resolveName(schema, condition.bracket.name.text))?.target.field === field
        ? readChoices(prose.piece.text, condition.choices, choices).choices
        : [],
    ),
  );
  return new Set(named).size === choices.length;
}

function checkCondition(
  { bracket, choices, hasColon }: Condition,
  { prose: { piece }, schema }: SectionSubject,
  report: Report,
): void {
  const target = resolveName(schema, bracket.name.text);
  if (!target) return; // told by the rule on brackets that name nothing
  const chosen = choosable(target);
  if (!chosen) {
    report(
      { piece, start: bracket.start, end: bracket.end },
      'This field has no choices, so nothing can depend on one. Take “when … is …:” out.',
    );
    return;
  }
  const where = { piece, ...choices };
  if (!hasColon) {
    report(
      where,
      `A colon is missing behind the choice: {when [${bracket.name.text}] is ${chosen.choices[0] ?? '…'}: …}.`,
      colonFix(where, chosen.choices),
    );
    return;
  }
  const named = readChoices(piece.text, choices, chosen.choices);
  if (named.choices.length + named.unknown.length === 0)
    report(
      { piece, start: bracket.start, end: bracket.end },
      `No choice is named. Write ${anyOf(chosen.choices)} behind “is”.`,
    );
  for (const unknown of named.unknown) {
    const word = { piece, ...unknown, text: piece.text.slice(unknown.start, unknown.end) };
    const near = nearest(word.text, chosen.choices);
    const meant = near.length > 0 ? `Did you mean ${anyOf(near)}?` : `Write ${anyOf(chosen.choices)}.`;
    report(word, `The field does not have this choice. ${meant}`, writeFixes(word, near));
  }
}

/** A colon behind the longest choice that the words begin with. */
function colonFix(where: Span, choices: readonly string[]): ReportDetails {
  const written = where.piece.text.slice(where.start, where.end).toLowerCase();
  const [choice] = choices
    .filter((one) => written.startsWith(`${one.toLowerCase()} `))
    .sort((one, other) => other.length - one.length);
  if (choice === undefined) return {};
  const at = where.start + choice.length;
  return {
    fix: { title: 'Put a colon behind the choice', edits: [{ where: { ...where, start: at, end: at }, text: ':' }] },
  };
}

import { placeAt } from '../fixes/head-edits.js';
import { entryOf } from '../analysis/head-entries.js';
import { headProblems } from '../analysis/head-problems.js';
import { type HeadlessFields, headlessFields } from '../analysis/headless-fields.js';
import { marginNames, meantRecord, type Suggest, suggesting } from '../analysis/meant-names.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import { reportMissingColon } from './checks/missing-colon.js';
import { reportUnknownRecords } from './checks/clause-names.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import { templatesWithField } from '../analysis/template-fields.js';
import { bookKey, type FactRecord, lineAt, lineEndOf, linesOf, type Schema } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

export const unknownRecord: Rule = {
  id: 'unknown-record',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'Every record is one that a vocabulary declares, and every key one that the address book has.',
  why: 'What stands beneath a record that nobody declares is printed nowhere, and no check looks at it.',
  bad: 'pateint\n  name: Jane Doe',
  good: 'patient\n  name: Jane Doe',
  check(file, report) {
    const suggest = suggesting();
    if (file.asking) {
      reportUnknownRecords(file, suggest, report);
      return;
    }
    for (const record of unknownRecords(file)) {
      if (record.key || templatesWithField(file.workspace, record.name.text).length === 0)
        checkName(record, file, suggest, report);
    }
    for (const fields of headlessFields(file).values()) reportHeadless(fields, file, report);
    if (file.file.kind !== 'vocabulary')
      for (const { record } of file.records) checkKey(record, file.schema, suggest, report);
  },
};

function unknownRecords(file: FileSubject): FactRecord[] {
  const records = file.records.map(({ record }) => record);
  if (file.file.kind === 'vocabulary') return records.filter((record) => !record.declaration);
  const unknown = new Set(headProblems(file, 'unknown record').map((problem) => problem.where));
  return records.filter((record) => unknown.has(record.name));
}

function checkName(record: FactRecord, { file, schema }: FileSubject, suggest: Suggest, report: Report): void {
  const { name } = record;
  const hasColon = entryOf(file, name)?.hasColon === true;
  if (!hasColon && !record.key && reportMissingColon(name, marginNames(schema), report)) return;
  const near = suggest(name.text, marginNames(schema), hasColon || record.key !== undefined);
  if (near.length > 0) {
    report(name, `No record or fact has this name. Did you mean ${anyOf(near)}?`, writeFixes(name, near));
    return;
  }
  const meant = meantRecord(record, schema, suggest);
  if (meant) {
    report(
      name,
      `No record has this name. The lines beneath it are those of "${meant.name}".`,
      writeFixes(name, [meant.name]),
    );
    return;
  }
  report(name, 'No record or fact has this name. Declare it in a vocabulary, or write a fact as "name: value".');
}

/** Offers the line that was lost; where several records could be meant, none is chosen. */
function reportHeadless({ first, records }: HeadlessFields, { file }: FileSubject, report: Report): void {
  const names = records.slice(0, 3).map((record) => record.name);
  const { start } = lineAt(linesOf(first.piece), first.start);
  const fixes = names.map((name): Fix => ({
    title: `Put "${name}" above these lines`,
    edits: [{ where: placeAt(first.piece, start), text: name + lineEndOf(file) }],
  }));
  const which = names.length > 0 ? anyOf(names) : 'a line such as "patient"';
  const message = `The line that names these fields' record is missing. Put ${which} above them.`;
  report(first, message, fixes.length === 1 ? { fix: fixes[0] } : { otherFixes: fixes });
}

/** A key that the address book does not have; evidence with lines of its own may bring its own key. */
function checkKey(
  { declaration, key, fields }: FactRecord,
  { vocabulary }: Schema,
  suggest: Suggest,
  report: Report,
): void {
  if (!declaration || !key || vocabulary.book.has(bookKey(declaration, key.text))) return;
  const isCitable = declaration.byName.get('citation')?.derived === true;
  if (isCitable && fields.length > 0) return;
  const keys = [...vocabulary.book.values()].flatMap((one) => (one.record === declaration ? [one.key.text] : []));
  const near = suggest(key.text, keys);
  const choice =
    near.length > 0
      ? `Did you mean ${anyOf(near.map((one) => `@${one}`))}?`
      : `Add "${declaration.name} @…" with its lines to a vocabulary.`;
  const message = `The address book has no ${declaration.name} of this key. ${choice}`;
  report(key, message, writeFixes(key, near));
}

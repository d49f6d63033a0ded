import { declareFix } from '../fixes/declare-field.js';
import { continueIndentedFix, continueMarginFix } from '../fixes/continue-value.js';
import { valueAbove } from '../analysis/fallen-lines.js';
import { entryOf, indexOfLine } from '../analysis/head-entries.js';
import { headProblems } from '../analysis/head-problems.js';
import { fieldMeantBy } from '../analysis/meant-fields.js';
import { fieldNames, marginNames, type Suggest, suggesting } from '../analysis/meant-names.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import { reportMissingColon } from './checks/missing-colon.js';
import { ownRecordFix, recordOfLine } from '../fixes/own-record.js';
import { beneathRecordFix } from '../fixes/move-beneath.js';
import { reportUnknownNames } from './checks/clause-names.js';
import type { Fix, Report, ReportDetails, Rule } from '../lint/rule.js';
import { templatesWithField } from '../analysis/template-fields.js';
import {
  fieldOf,
  type HeadLine,
  type HeadProblem,
  normalizeName,
  type RecordDeclaration,
  resolveName,
  type Word,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { isUnfounded } from '../letter/subjects.js';

export const unknownField: Rule = {
  id: 'unknown-field',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'Every fact has a name that the template or a vocabulary declares.',
  why: 'A fact under a name that nobody declares is printed nowhere, and the letter lacks it.',
  bad: 'patient\n  name: Jane Doe\n  date of brith: 1968-03-14',
  good: 'patient\n  name: Jane Doe\n  date of birth: 1968-03-14',
  check(file, report) {
    const suggest = suggesting();
    if (file.asking) reportUnknownNames(file, suggest, report);
    else for (const problem of headProblems(file, 'unknown field')) checkName(problem, file, suggest, report);
  },
};

function checkName({ where, record }: HeadProblem, file: FileSubject, suggest: Suggest, report: Report): void {
  if (record) {
    checkField(where, record, file, suggest, report);
    return;
  }
  // The names may be those of a template that is not there: that is one mistake, and reported at its name.
  if (isUnfounded(file) || templatesWithField(file.workspace, where.text).length > 0) return;
  const meant = fieldMeantBy(where.text, file);
  if (meant?.record) {
    const fix = beneathRecordFix(where, { record: meant.record, field: meant.field }, file);
    const message = `"${meant.field.name}" belongs beneath "${meant.record.name}", on an indented line of its own.`;
    // Where the record is not named the line may have lost its place beneath one that is misspelled.
    const isNamed = resolveName(file.schema, where.text) !== undefined;
    report(where, message, fix ? { fix: isNamed ? fix : { ...fix, asks: true } } : {});
    return;
  }
  const near = suggest(where.text, marginNames(file.schema));
  const choice =
    near.length > 0 ? `Did you mean ${anyOf(near)}?` : 'Declare it in the template, or write a name that is declared.';
  const entry = entryOf(file.file, where);
  const above = entry && valueAbove(entry, file);
  const continued = above && continueMarginFix(entry, above);
  report(
    where,
    `No fact or record has this name. ${choice}`,
    withOthers(writeFixes(where, near), continued, declareFix(where, undefined, file)),
  );
}

function checkField(where: Word, record: RecordDeclaration, file: FileSubject, suggest: Suggest, report: Report): void {
  const line = lineOf(where, file);
  const hasColon = line?.hasColon !== false;
  if (!hasColon && reportMissingColon(where, fieldNames(record), report)) return;
  const target = recordOfLine(where.text, record, file.schema);
  if (target) {
    const fix = ownRecordFix(where, target, file);
    report(where, `"${target.name}" is a record of its own: begin its line at the margin.`, fix ? { fix } : {});
    return;
  }
  const near = suggest(where.text, fieldNames(record), hasColon);
  const owner = near.length > 0 ? undefined : ownerOf(where.text, record, file);
  const choice =
    near.length > 0
      ? `Did you mean ${anyOf(near)}?`
      : (owner ?? `Declare it in a vocabulary under "record ${record.name}".`);
  // A line such as `PO Box: 12` may be part of the value above it.
  const entry = entryOf(file.file, where);
  const continued = entry && continueIndentedFix(where, entry);
  const details = withOthers(writeFixes(where, near), continued, declareFix(where, record, file));
  report(where, `"${record.name}" has no field of this name. ${choice}`, details);
}

function lineOf(where: Word, { file }: FileSubject): HeadLine | undefined {
  const entry = entryOf(file, where);
  return entry?.lines[indexOfLine(entry, where)];
}

/** Says where a field belongs that stands beneath the wrong record. */
function ownerOf(name: string, record: RecordDeclaration, { schema }: FileSubject): string | undefined {
  const norm = normalizeName(name);
  const { letter, records } = schema.vocabulary;
  if (fieldOf(letter, norm) ?? schema.template?.byName.get(norm))
    return 'It is a fact of the letter: begin its line at the margin.';
  const owners = records.filter((one) => one !== record && fieldOf(one, norm)).map((one) => one.name);
  return owners.length > 0 && owners.length <= 3 ? `It belongs beneath ${anyOf(owners)}.` : undefined;
}

function withOthers(near: ReportDetails, ...others: (Fix | undefined)[]): ReportDetails {
  const more = others.filter((fix) => fix !== undefined);
  return more.length > 0 ? { ...near, otherFixes: [...(near.otherFixes ?? []), ...more] } : near;
}

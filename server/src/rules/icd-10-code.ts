import { checkValue } from '../knowledge/types.js';
import {
  type FactField,
  type FactRecord,
  type FactValue,
  lineAt,
  lineEndOf,
  linesOf,
  valueText,
} from '../letter/source.js';
import type { RecordSubject } from '../letter/subjects.js';
import type { Fix, Report } from '../lint/rule.js';
import type { ValueRule } from './checks/value-rule.js';
import { reportWrongValues } from './checks/wrong-values.js';

export const icd10Code: ValueRule = {
  id: 'icd-10-code',
  group: 'facts',
  severity: 'error',
  subject: 'record',
  types: ['icd-10'],
  summary: 'Every diagnosis code has the form of an ICD-10-CM code.',
  why: 'A request with a code that cannot exist is sent back before anybody reads it. Source: ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.2: three to seven characters, a letter first.',
  bad: 'diagnosis: lumbar radiculopathy\n  code: M5416X9Z',
  good: 'diagnosis: lumbar radiculopathy\n  code: M54.16',
  check(record, report) {
    reportWrongValues(record, ({ type }) => (type.name === 'icd-10' ? type : undefined), report);
    reportCodeInName(record, report);
  },
};

/** `M54.16 lumbar radiculopathy`, `lumbar radiculopathy (M54.16)`: the letter would print the code within its sentences. */
function reportCodeInName({ record }: RecordSubject, report: Report): void {
  const codeField = record.declaration?.fields.find(({ type }) => type.name === 'icd-10');
  const named = record.fields.find(({ declaration }) => declaration === record.declaration?.fields[0]);
  const [value, ...more] = named?.values ?? [];
  if (!codeField || !named || !value?.given || more.length > 0) return;
  if (ONLY_CODE.test(value.where.text)) {
    report(
      value.where,
      `This is a code, and no name. Write the diagnosis in words, and the code beneath it: ${codeField.name}`,
      {
        severity: 'warning',
      },
    );
    return;
  }
  const found = partNameAndCode(value.where.text);
  if (!found || checkValue(codeField.type, found.code) !== undefined) return;
  const codeLine = record.fields.find(({ declaration }) => declaration === codeField);
  const edit = codeEdit(record, named, value, codeField.name, codeLine, found.code);
  const fix = edit && {
    title: `Write the code on a line "${codeField.name}"`,
    edits: [{ where: value.where, text: found.name }, ...edit],
    asks: true as const,
  };
  report(value.where, `A code stands in the name. Write it on a line of its own beneath it: ${codeField.name}`, {
    severity: 'warning',
    ...(fix && { fix }),
  });
}

const ONLY_CODE = /^(?:ICD-?10(?:-CM)?:? )?[A-Z]\d[\dA-Z]\.[\dA-Z]{1,4}$/i;

/** Only with its point is it surely a code: B12 may be a vitamin. */
function partNameAndCode(text: string): { readonly name: string; readonly code: string } | undefined {
  const [, first, rest] = /^([A-Z]\d[\dA-Z]\.[\dA-Z]{1,4})(?:\s*[:,\u2013\u2014-]\s*|\s+)(\S.*)$/is.exec(text) ?? [];
  if (first !== undefined && rest !== undefined) return { name: rest, code: first };
  const [, name, code] =
    /^(.*[^\s,:\u2013\u2014-])[\s,:\u2013\u2014-]*[([]([A-Z]\d[\dA-Z]\.[\dA-Z]{1,4})[)\]]$/is.exec(text) ?? [];
  return name !== undefined && code !== undefined ? { name, code } : undefined;
}

/** Where the code goes: nowhere if it is there already; undefined where another one is. */
function codeEdit(
  record: FactRecord,
  named: FactField,
  { where }: FactValue,
  field: string,
  line: FactField | undefined,
  code: string,
): Fix['edits'] | undefined {
  const [given] = line?.values ?? [];
  if (given?.given) return valueText(given).toUpperCase() === code.toUpperCase() ? [] : undefined;
  if (line && given && given.where !== line.name) return [{ where: given.where, text: code }];
  if (line) return undefined;
  const { piece } = where;
  const lines = linesOf(piece);
  const beside = record.fields.find((one) => one !== named && one.name.piece === piece) ?? named;
  const { start, contentStart } = lineAt(lines, beside.name.start);
  const indent = piece.text.slice(start, contentStart) || '  ';
  const text = `${lineEndOf({ text: piece.text, lines })}${indent}${field}: ${code}`;
  return [{ where: { piece, start: where.end, end: where.end }, text }];
}

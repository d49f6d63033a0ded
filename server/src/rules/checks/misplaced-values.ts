import { type FactRecord, isKey, lineEndOf, linesOf, type Span } from '../../letter/source.js';
import type { RecordSubject } from '../../letter/subjects.js';
import type { Fix, Report } from '../../lint/rule.js';

/**
 * Reports keys of the address book that stand where a value belongs, and fields that stand on their record's own line. A key behind a record's colon is
 * read as what it means, but a letter whose sender sees a colon there must not wonder what prints.
 */
export function reportMisplaced({ record, fileKind }: RecordSubject, report: Report): void {
  for (const { kind, where } of record.problems) {
    if (kind === 'key behind a colon' && fileKind !== 'vocabulary')
      report(where, 'A key stands without a colon before it: take the colon out.', {
        fix: withoutColon(record, where),
      });
    if (kind === 'field behind a record')
      report(where, 'A field stands on a line of its own beneath its record: write it there, indented.', {
        fix: onOwnLine(record, where),
      });
  }
  for (const value of record.fields.flatMap(({ values }) => values)) {
    if (isKey(value.where.text))
      report(value.where, 'A key is no value. Write it behind the record itself, such as: provider @whitfield');
  }
}

function withoutColon({ name }: FactRecord, { piece, start }: Span): Fix {
  return { title: 'Take the colon out', edits: [{ where: { piece, start: name.end, end: start }, text: ' ' }] };
}

function onOwnLine({ name }: FactRecord, { piece, start }: Span): Fix {
  return {
    title: 'Write the field on a line of its own',
    edits: [
      {
        where: { piece, start: name.end, end: start },
        text: `${lineEndOf({ text: piece.text, lines: linesOf(piece) })}  `,
      },
    ],
  };
}

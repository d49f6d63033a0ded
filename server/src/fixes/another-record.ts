import { type FieldDeclaration, fieldOf, lineEndOf, normalizeName } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, indentOf } from './head-edits.js';
import { blankLine, hintOf } from './insert-missing.js';
import type { Fix } from '../lint/rule.js';

/** One more of the record in whose lines an offset of a case stands, with a blank for each field that this one has; undefined where it may be given once only. */
export function anotherRecord({ file, records }: FileSubject, offset: number): Fix | undefined {
  if (file.kind !== 'case') return undefined;
  const entry = file.entries.findLast(({ piece }) => piece.start <= offset);
  const last = entry && endOfEntry(entry);
  if (!entry || !last || offset > entry.piece.start + last.end) return undefined;
  const declaration = records.find(({ record }) => record.name === entry.label)?.record.declaration;
  const [first] = declaration?.fields ?? [];
  if (!declaration?.many || !first) return undefined;
  const fields = entry.lines.flatMap(({ label, kind }): FieldDeclaration[] => {
    const field = label && kind === 'field' ? fieldOf(declaration, normalizeName(label.text)) : undefined;
    return field && field !== first ? [field] : [];
  });
  const end = lineEndOf(file);
  const lines = [...new Set(fields)].map((field) => `${end}${indentOf(entry)}${blankLine(field)}`);
  const text = `${end}${declaration.name}: ${hintOf(first)}${lines.join('')}`;
  return { title: `Add another "${declaration.name}"`, edits: [{ where: last, text }], asks: true };
}

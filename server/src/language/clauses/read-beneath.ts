import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../declarations.js';
import { endOfName, normalizeName } from '../names.js';
import type { HeadEntry, Word } from '../source-file.js';
import type { BeneathLine, Condition, Picked } from './clause.js';
import { cut, partsOf, readOtherThan, upTo } from './line-parts.js';
import { readNames, type Reading } from './read-names.js';
import { readValueTest } from './read-tests.js';
import { linesBeneath, type WrittenLine } from './written-lines.js';

/** The lines beneath a clause, sorted by what they are for. */
export interface Beneath {
  /** Those that ask more of the record. */
  readonly lines: readonly WrittenLine[];
  readonly when: readonly Condition[];
  readonly kinds?: Picked;
  /** A condition that cannot be understood leaves open whether the clause applies. */
  readonly isDamaged: boolean;
}

export function readBeneath(entry: HeadEntry, reading: Reading): Beneath {
  const lines: WrittenLine[] = [];
  const when: Condition[] = [];
  let kinds: Picked | undefined;
  let isDamaged = false;
  for (const line of linesBeneath(entry)) {
    const condition = /^when(?=\s|$)/i.exec(line.name.text);
    if (condition) {
      const read = readCondition(cut(line.name, condition[0].length), line.value, reading);
      if (read) when.push(read);
      else isDamaged = true;
    } else if (line.hasColon && normalizeName(line.name.text) === 'for') {
      // Twice it says two things: perhaps the clause that the second belongs to has lost its line.
      if (kinds) reading.damaged({ is: 'left over', where: line.whole });
      isDamaged ||= kinds !== undefined;
      kinds = line.value && picked(line.value);
      if (!kinds) {
        reading.damaged({ is: 'unfinished', of: 'value', where: line.name });
        isDamaged = true;
      }
      for (const where of kinds?.items ?? []) reading.named({ is: 'kind', where });
    } else lines.push(line);
  }
  return { lines, when, isDamaged, ...(kinds && { kinds }) };
}

/** `when insurance plan type: Medicaid`, beneath a clause or at the margin. */
export function readCondition(names: Word, value: Word | undefined, reading: Reading): Condition | undefined {
  if (names.text === '' || !value) {
    reading.damaged({ is: 'unfinished', of: 'condition', where: names });
    return;
  }
  const read = readNames(names, reading);
  const [first] = read ?? [];
  const field = first && (first.field ?? first.record.fields[0]);
  const test = field && readValueTest(value, field, first.record, reading);
  return read && test && { names: read, test, written: names };
}

/** The ways in which a record may meet what is asked of it; undefined where a line of them is damaged. */
export function readWays(
  lines: readonly WrittenLine[],
  records: readonly RecordDeclaration[],
  reading: Reading,
): (readonly BeneathLine[])[] | undefined {
  const ways: BeneathLine[][] = [];
  let isDamaged = false;
  for (const line of lines) {
    const or = /^or\s+/i.exec(line.name.text);
    const read = readLine(line, or ? cut(line.name, or[0].length) : line.name, records, reading);
    const last = ways.at(-1);
    if (!read) isDamaged = true;
    else if (or || !last) ways.push([read]);
    else last.push(read);
  }
  return isDamaged ? undefined : ways;
}

function readLine(
  { hasColon, value, whole }: WrittenLine,
  written: Word,
  records: readonly RecordDeclaration[],
  reading: Reading,
): BeneathLine | undefined {
  const [record] = records;
  if (!record) return undefined;
  if (!hasColon) {
    const name = nameBefore(whole, record);
    reading.damaged(name ? { is: 'no colon', where: whole, name } : { is: 'no line', where: whole });
    return;
  }
  const fields: FieldDeclaration[] = [];
  for (const part of partsOf(written)) {
    const of = records.find((one) => fieldOf(one, normalizeName(part.text)));
    const field = of && fieldOf(of, normalizeName(part.text));
    if (!field) {
      reading.damaged({ is: 'no such field', where: part, record });
      return;
    }
    reading.named({ is: 'field', where: part, field, record: of });
    fields.push(field);
  }
  const [first] = fields;
  if (!first) {
    reading.damaged({ is: 'no line', where: whole });
    return;
  }
  if (!value) {
    reading.damaged({ is: 'unfinished', of: 'value', where: written });
    return;
  }
  const test = readValueTest(value, first, record, reading);
  return test && { fields, test, written };
}

/** The longest beginning of a line that names a field of the record: the colon behind it was forgotten. */
function nameBefore(line: Word, record: RecordDeclaration): Word | undefined {
  let found: Word | undefined;
  const end = endOfName(line.text, 0, Math.min(line.text.length, LONGEST_NAME));
  for (let at = 0; at <= end; at++) {
    if (at < line.text.length && line.text[at] !== ' ') continue;
    const name = upTo(line, at);
    if (name.text !== '' && fieldOf(record, normalizeName(name.text))) found = name;
  }
  return found;
}

/** Longer than any field's name. */
const LONGEST_NAME = 100;

/** `appeal-1; appeal-2` or `other than continuation`. */
export function picked(value: Word): Picked | undefined {
  const { otherThan, rest } = readOtherThan(value);
  const items = partsOf(rest);
  return items.length > 0 ? { otherThan, items } : undefined;
}

import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../declarations.js';
import { normalizeName } from '../names.js';
import type { Word } from '../source-file.js';
import type { AskedName, Bound, Item, Test, TimeUnit } from './clause.js';
import { cut, partsOf } from './line-parts.js';

type NameOf = (written: Word) => AskedName | undefined;

const UNITS: readonly TimeUnit[] = ['hours', 'days', 'weeks', 'months', 'years'];

export function timeUnit(written: string): TimeUnit | undefined {
  const plural = `${written.toLowerCase().replace(/s$/, '')}s`;
  return UNITS.find((unit) => unit === plural);
}

const OP = /(?:^|\s)(within|at least|at most|under|over)\s+(\d[\d,]*(?:\.\d+)?)(?=\s|$)/i;

/** What stands behind the names on a clause's own line: an operator with a number behind it, or `same as`. */
export function readBehindName(
  written: Word,
  nameOf: NameOf,
): { readonly names: Word; readonly test: Test } | 'damaged' | undefined {
  const same = /\ssame as\s+/i.exec(written.text);
  const op = OP.exec(written.text.replace(/"[^"]*"?/g, (quoted) => '_'.repeat(quoted.length)));
  const at = same?.index ?? op?.index;
  if (at === undefined || at === 0) return undefined;
  const text = written.text.slice(0, at).trimEnd();
  const names = { ...written, end: written.start + text.length, text };
  if (same) {
    const other = nameOf(cut(written, same.index + same[0].length));
    return other ? { names, test: { is: 'same as', other } } : 'damaged';
  }
  const test = readOperator(cut(written, at), undefined, nameOf);
  return test ? { names, test } : 'damaged';
}

/** What stands behind the colon of a line beneath, or of a condition. */
export function readValueTest(
  value: Word,
  field: FieldDeclaration,
  record: RecordDeclaration,
  nameOf: NameOf,
): Test | undefined {
  if (value.text === '') return undefined;
  if (/^given$/i.test(value.text)) return { is: 'given' };
  const same = /^same as\s+/i.exec(value.text);
  if (same) {
    const other = nameOf(cut(value, same[0].length));
    return other && { is: 'same as', other };
  }
  if (OP.test(value.text) && OP.exec(value.text)?.index === 0) return readOperator(value, record, nameOf);
  const range = /^(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)(?:\s+(.+))?$/is.exec(value.text);
  if (range && !isCode(field))
    return numberTest(
      [
        ['at least', range[1]],
        ['at most', range[2]],
      ],
      range[3],
    );
  const exact = /^(\d+(?:\.\d+)?) (percent|%|[a-z/\d]+)$/i.exec(value.text);
  if (exact && !field.type.choices && !isCode(field))
    return numberTest(
      [
        ['at least', exact[1]],
        ['at most', exact[1]],
      ],
      exact[2],
    );
  const other = /^other than\s+/i.exec(value.text);
  const items = partsOf(other ? cut(value, other[0].length) : value).map((part) => itemOf(part, field));
  return { is: 'items', otherThan: other !== null, items };
}

function isCode({ type }: FieldDeclaration): boolean {
  return type.isCode;
}

function itemOf(part: Word, field: FieldDeclaration): Item {
  const quoted = /^"([^"]*)"?$/.exec(part.text)?.[1];
  if (quoted !== undefined) return { text: quoted, written: part };
  const range = isCode(field) ? /^(\S+) to (\S+)$/i.exec(part.text) : null;
  return range ? { text: range[1] ?? '', to: range[2] ?? '', written: part } : { text: part.text, written: part };
}

function numberTest(bounds: readonly (readonly [Bound['op'], string | undefined])[], unit: string | undefined): Test {
  const read = bounds.map(([op, number = '']) => ({ op, number: Number(number.replaceAll(',', '')) }));
  return { is: 'number', bounds: read, ...(unit !== undefined && unit !== '' && { unit: unit.trim() }) };
}

function readOperator(written: Word, record: RecordDeclaration | undefined, nameOf: NameOf): Test | undefined {
  const [whole, op = '', number = ''] = OP.exec(written.text) ?? [];
  if (whole === undefined) return undefined;
  const rest = cut(written, whole.length);
  const relation = /(?:^|\s)(before|after|below|above)\s+(.+)$/is.exec(rest.text);
  const unit = relation ? rest.text.slice(0, relation.index).trim() : rest.text;
  const name = relation && cut(rest, rest.text.length - (relation[2] ?? '').length);
  const how = relation?.[1]?.toLowerCase();
  const operator = op.toLowerCase() as 'within' | Bound['op'];
  const time = timeUnit(unit);
  if (how === 'below' || how === 'above') {
    const of = record && name && fieldOf(record, normalizeName(name.text));
    if (!of || operator === 'within') return undefined;
    return {
      is: 'change',
      bounds: [{ op: operator, number: Number(number) }],
      direction: how,
      of,
      ...(unit !== '' && { unit }),
    };
  }
  if (operator === 'within' || how) {
    const of = name ? nameOf(name) : undefined;
    if (!time || (name && !of)) return undefined;
    const back = how === 'after' ? 'after' : 'before';
    return { is: 'days', op: operator, amount: Number(number), unit: time, relation: back, ...(of && { of }) };
  }
  return numberTest([[operator, number]], unit);
}

import { expect, test } from 'vitest';
import type { FieldDeclaration, RecordDeclaration } from '../../server/src/language/declarations.js';
import { normalizeName, pluralsOf } from '../../server/src/language/names.js';
import { blockNames, pronounNames } from '../../server/src/language/reserved-names.js';
import { shippedWorkspace } from './shipped.js';

const workspace = shippedWorkspace();
const { vocabulary } = workspace;
const file = workspace.get('lmn-shipped:/standard.lmn')!;
const everyRecord: readonly RecordDeclaration[] = [vocabulary.letter, ...vocabulary.records];

function namesOf(declared: RecordDeclaration | FieldDeclaration): string[] {
  return [declared.name, ...declared.also].map(normalizeName);
}

function recordNames(record: RecordDeclaration): string[] {
  const names = namesOf(record);
  return record.many ? names.flatMap((name) => [name, ...pluralsOf(name)]) : names;
}

test('every record and field has a description, and every record a field', () => {
  const bare = everyRecord.flatMap((record) => [
    ...(record.help.length > 15 && record.fields.length > 0 ? [] : [record.name]),
    ...record.fields.filter((field) => field.help.length <= 15).map((field) => `${record.name}: ${field.name}`),
  ]);
  expect(bare).toEqual([]);
});

test('no two readings of one placeholder', () => {
  const meanings = new Map<string, Set<string>>();
  const add = (written: string, meaning: string): void => {
    meanings.set(written, (meanings.get(written) ?? new Set()).add(meaning));
  };
  for (const field of vocabulary.letter.fields) for (const name of namesOf(field)) add(name, `letter: ${field.name}`);
  for (const record of vocabulary.records) {
    for (const name of recordNames(record)) {
      // `[enclosures]` is the block: it lists them.
      if (!blockNames.has(name)) add(name, `${record.name}: ${record.fields[0]?.name}`);
      for (const field of record.fields)
        for (const own of namesOf(field)) add(`${name} ${own}`, `${record.name}: ${field.name}`);
    }
  }
  const ambiguous = [...meanings]
    .filter(([, found]) => found.size > 1)
    .map(([written, found]) => `${written}: ${[...found].join(' | ')}`);
  expect(ambiguous).toEqual([]);
});

test('no record and no fact of the letter has the name of a block or a pronoun', () => {
  const names = [...vocabulary.records.flatMap(namesOf), ...vocabulary.letter.fields.flatMap(namesOf)];
  expect(names.filter((name) => blockNames.has(name) || pronounNames.has(name))).toEqual([]);
});

test('no field has the name of a record, so that one which lost its indentation is never taken for a record', () => {
  const records = new Set(vocabulary.records.flatMap(recordNames));
  const taken = vocabulary.records.flatMap((record) =>
    record.fields.flatMap((field) =>
      namesOf(field)
        .filter((name) => records.has(name))
        .map((name) => `${record.name}: ${name}`),
    ),
  );
  expect(taken).toEqual([]);
});

test('a record and a field are declared once, under all their names', () => {
  const records = file.entries.filter((entry) => entry.kind === 'record');
  expect(records.length).toBe(everyRecord.length);
  for (const entry of records) {
    const fields = entry.lines.flatMap((line) => line.label?.text ?? []);
    expect(fields, entry.label?.text).toEqual([...new Set(fields)]);
  }
  for (const record of everyRecord) {
    const names = record.fields.flatMap(namesOf);
    expect(names, record.name).toEqual([...new Set(names)]);
  }
});

test('what needs checking has a type', () => {
  const loose = everyRecord.flatMap((record) =>
    record.fields
      .filter((field) => field.type.name === 'text')
      .filter((field) => /^(?:phone|fax|email|npi|url|website|code|pmid|doi)$|(?<!to )\bdate$/.test(field.norm))
      .map((field) => `${record.name}: ${field.name}`),
  );
  expect(loose).toEqual([]);
});

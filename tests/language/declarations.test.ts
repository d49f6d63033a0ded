import { describe, expect, test } from 'vitest';
import type { FieldDeclaration, RecordDeclaration } from '../../server/src/language/declarations.js';
import { readTerms } from '../../server/src/language/terms.js';
import { parse, workspaceOf } from '../support/workspace.js';

/** A field as a line: `name: type flags also… // help`. */
function fieldText(field: FieldDeclaration): string {
  const type = field.type.choices ? field.type.choices.join(' | ') : field.type.name;
  const flags = (['required', 'many', 'derived'] as const).filter((flag) => field[flag]);
  return [
    `${field.name}: ${[type, ...flags, ...field.also.map((name) => `"${name}"`)].join(', ')}`,
    ...(field.help ? [field.help] : []),
  ].join(' // ');
}

function recordText(record: RecordDeclaration): string {
  const flags = (['required', 'many'] as const).filter((flag) => record[flag]);
  const head = [record.name, ...flags, ...record.also.map((name) => `"${name}"`)].join(', ');
  return [
    record.help ? `${head} // ${record.help}` : head,
    ...record.fields.map((field) => `  ${fieldText(field)}`),
  ].join('\n');
}

function templateField(line: string): string {
  const workspace = workspaceOf({ 't.lmn': `template t\n${line}\n---\nx` });
  return (workspace.templates.get('t')?.fields ?? []).map(fieldText).join('\n');
}

describe('a field declaration', () => {
  test.each([
    ['body parts (text, many): Where the pain is.', 'body parts: text, many // Where the pain is.'],
    ['a (text)', 'a: text'],
    ['a (date)', 'a: date'],
    ['a (ICD-10)', 'a: icd-10'],
    ['a ( npi , required )', 'a: npi, required'],
    ['a (required)', 'a: text, required'],
    ['a ()', 'a: text'],
    ['a (positively | stably): How.', 'a: positively | stably // How.'],
    ['a (left | right | bilateral, required)', 'a: left | right | bilateral, required'],
    ['a ("a, b" | c)', 'a: a, b | c'],
    ['a (text, also "b")', 'a: text, "b"'],
    ['a (text, also “b”, also "c d")', 'a: text, "b", "c d"'],
    ['a (text, also "b", "c")', 'a: text, "b", "c"'],
    ['a (text; many)', 'a: text, many'],
    ['a (text, many', 'a: text, many'],
    ['a (text, many: Help.', 'a: text, many // Help.'],
    ['a (text): (see b): c', 'a: text // (see b): c'],
    ['a (text) junk: Help', 'a: text // Help'],
    ['a (txet)', 'a: text'],
    ['a b-c/d (text)', 'a b-c/d: text'],
  ])('%s', (line, result) => expect(templateField(line)).toBe(result));

  test('every type by its name', () => {
    const types = 'text address date when number money phone email url npi icd-10 hcpcs ndc pmid doi image'.split(' ');
    expect(templateField(types.map((type) => `${type}x (${type})`).join('\n'))).toBe(
      types.map((type) => `${type}x: ${type}`).join('\n'),
    );
  });

  test('unknown words are listed with what was meant', () => {
    const { entries } = parse('file:///t.lmn', 'template t\na (txet, mnay, xyzzy)');
    expect(readTerms(entries[0]?.terms ?? []).unknown.map(({ word, nearest }) => [word.text, nearest[0]])).toEqual([
      ['txet', 'text'],
      ['mnay', 'many'],
      ['xyzzy', undefined],
    ]);
  });

  test('in a case is no declaration', () =>
    expect(parse('file:///x.lmn', 'case\na (text): b').entries[0]?.kind).toBe('stray'));
});

describe('a record declaration', () => {
  const record = (text: string, name: string): string => {
    const found = workspaceOf({ 'v.lmn': `vocabulary v\n${text}` }).vocabulary.byName.get(name);
    return found ? recordText(found) : '-';
  };

  test.each([
    [
      'record infusion (many): Infusions.\n  drug (text, required): Drug.\n  given (when)',
      'infusion',
      'infusion, many // Infusions.\n  drug: text, required // Drug.\n  given: when',
    ],
    ['record infusion', 'infusion', 'infusion'],
    ['RECORD infusion', 'infusion', 'infusion'],
    ['record infusion (required, also "drip")', 'infusion', 'infusion, required, "drip"'],
    ['record a\n  b\n  c: Help', 'a', 'a\n  b: text\n  c: text // Help'],
    ['record a\n  b (text)\nrecord a (many)\n  c (date)\n  b (npi)', 'a', 'a, many\n  b: text\n  c: date'],
    ['record infusion (many)', 'infusions', 'infusion, many'],
    ['record', 'record', '-'],
  ])('%j', (text, name, result) => expect(record(text, name)).toBe(result));

  test('adds fields to a standard one', () => {
    const patient = workspaceOf({
      'v.lmn': 'vocabulary v\nrecord patient\n  preferred language (text)',
    }).vocabulary.byName.get('patient');
    expect(patient?.byName.get('preferred language')?.type.name).toBe('text');
    expect(patient?.byName.get('name')?.required).toBe(true);
  });

  test('`record letter` declares facts of the letter', () => {
    const { letter } = workspaceOf({ 'v.lmn': 'vocabulary v\nrecord letter\n  tray (text)' }).vocabulary;
    expect([letter.byName.has('tray'), letter.byName.has('date')]).toEqual([true, true]);
  });

  test('a key that is defined twice', () => {
    const { duplicateKeys, book } = workspaceOf({
      'v.lmn': 'vocabulary v\nprovider @a\n  name: One\nprovider @A\n  name: Two',
    }).vocabulary;
    expect(duplicateKeys).toHaveLength(1);
    expect(book.get('provider @a')?.entry.lines[0]?.value?.text).toBe('One');
  });
});

describe('names in a workspace', () => {
  test('its own template wins over a shipped one of its name', () => {
    const workspace = workspaceOf({ 't.lmn': 'template t "Own"' });
    workspace.set(parse('lmn-shipped:/t.lmn', 'template t "Shipped"'));
    expect(workspace.templates.get('t')?.title).toBe('Own');
  });

  test('of two own ones the first by address stands', () => {
    expect(workspaceOf({ 'b.lmn': 'template t "B"', 'a.lmn': 'template t "A"' }).templates.get('t')?.title).toBe('A');
  });

  test('a case does not name a file by its path', () => {
    expect(workspaceOf({ 't.lmn': 'template t' }).templates.get('t.lmn')).toBeUndefined();
  });
});

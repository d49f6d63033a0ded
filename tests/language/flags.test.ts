import { describe, expect, test } from 'vitest';
import { flagsOf, readTerms } from '../../server/src/language/terms.js';
import { parse, workspaceOf } from '../support/workspace.js';

function vocabularyWith(text: string) {
  return workspaceOf({ 'v.lmn': `vocabulary v\n${text}` }).vocabulary;
}

function names(text: string, record: string): string[] | undefined {
  return vocabularyWith(text)
    .byName.get(record)
    ?.fields.map((field) => field.name);
}

describe('like', () => {
  test('a record has all fields of the other, also those that are declared later', () => {
    const text = 'record nurse (many, like provider)\nrecord provider\n  pager (phone)';
    expect(names(text, 'nurse')).toEqual(names(text, 'provider'));
    expect(names(text, 'nurse')).toContain('pager');
  });

  test('its own follow, and one of its own takes the place of the other’s', () => {
    const text = 'record a\n  b (text)\n  c (date)\nrecord d (like a)\n  e\n  c (number): Own.';
    expect(names(text, 'd')).toEqual(['b', 'c', 'e']);
    expect(vocabularyWith(text).byName.get('d')?.byName.get('c')?.help).toBe('Own.');
  });

  test('its fields are its own', () => {
    const { byName } = vocabularyWith('record nurse (like provider)');
    expect(byName.get('nurse')?.byName.get('npi')?.record).toBe('nurse');
    expect(byName.get('provider')?.byName.get('npi')?.record).toBe('provider');
  });

  test.each([
    ['by another name', 'record a (like physician)', 'a', 'npi'],
    ['of a likeness', 'record a\n  x\nrecord b (like a)\nrecord c (like b)', 'c', 'x'],
    ['of two', 'record a (like provider)\nrecord a (like practice)', 'a', 'logo'],
  ])('%s', (_, text, record, field) => expect(names(text, record)).toContain(field));

  test.each([
    ['record a (like a)\n  x', ['x']],
    ['record a (like b)\n  x\nrecord b (like a)\n  y', ['y', 'x']],
    ['record a (like nobody)\n  x', ['x']],
    ['record a (like letter)\n  x', ['x']],
    ['record a (like)\n  x', ['x']],
  ])('%j ends', (text, fields) => expect(names(text, 'a')).toEqual(fields));
});

describe('flags', () => {
  const flagsIn = (terms: string): string[] => {
    const field = vocabularyWith(`record a\n  b\n  x (${terms})`).byName.get('a')?.byName.get('x');
    return (['identifying', 'public', 'person', 'past', 'unprinted'] as const).filter((flag) => field?.[flag]);
  };
  test.each([
    ['text', []],
    ['text, identifying, person', ['identifying', 'person']],
    ['date, PAST', ['past']],
    ['public', ['public']],
    ['text, unprinted, past', ['past', 'unprinted']],
    ['past | public', []],
  ])('%s', (terms, flags) => expect(flagsIn(terms)).toEqual(flags));

  test('what a record says of its fields', () => {
    const text =
      'record a (identifying)\n  b\n  c (public)\nrecord d (public)\n  e (phone)\n  f (date)\n  g (identifying)';
    const { byName } = vocabularyWith(`${text}\nrecord h (like a)`);
    const marks = ['a', 'd', 'h'].flatMap((record) =>
      (byName.get(record)?.fields ?? []).map(
        (field) => `${record} ${field.name}: ${field.identifying ? 'i' : ''}${field.public ? 'p' : ''}`,
      ),
    );
    expect(marks).toEqual(['a b: i', 'a c: p', 'd e: p', 'd f: ', 'd g: i', 'h b: i', 'h c: p']);
  });

  test('after names a field of the record, or the birth', () => {
    const field = vocabularyWith('record a\n  x (date, after birth, after Given  On)').byName.get('a')?.byName.get('x');
    expect(field?.after.map(({ norm }) => norm)).toEqual(['birth', 'given on']);
  });

  test('instead of names a record', () => {
    const field = vocabularyWith(
      'record letter\n  x (text, instead of prior  Treatment, instead of a)',
    ).letter.byName.get('x');
    expect(field?.insteadOf.map(({ norm }) => norm)).toEqual(['prior treatment', 'a']);
  });

  test('each stands where it means something', () => {
    expect(flagsOf('record')).toEqual(['required', 'many', 'also', 'like', 'identifying', 'public', 'quoted']);
    expect(flagsOf('template field')).not.toContain('after');
    const { entries } = parse('file:///v.lmn', 'vocabulary v\nrecord a (past, many like provider, identifyng)');
    expect(readTerms(entries[0]?.terms ?? [], 'record').unknown.map((one) => [one.word.text, one.nearest[0]])).toEqual([
      ['past', undefined],
      ['many like provider', 'many, like provider'],
      ['identifyng', 'identifying'],
    ]);
  });
});

import { expect, test } from 'vitest';
import { type FactLack, headToWrite, lackAt } from '../../server/src/letter/lacks.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { subjectOf } from '../support/workspace.js';

const head = 'case t\ndate: 2026-11-21\npatient: Jane Doe\nprovider: Dana Whitfield\n';

function letterOf(text: string, prose = ''): ResolvedLetter {
  const { letter } = subjectOf(text, { 't.lmn': `template t\n---\n${prose}\n` });
  if (!letter) throw new Error('A case has a letter.');
  return letter;
}

function factsOf(letter: ResolvedLetter): FactLack[] {
  return letter.lacks.filter((lack): lack is FactLack => lack.kind === 'fact');
}

test('a fact that several places need is lacked once, with each of them and its section', () => {
  const [lack, ...others] = letterOf(head, '[last visit]\n## One\n[last visit] [last visit]').lacks;
  expect(others).toEqual([]);
  expect(lack?.needs.map(({ section }) => section?.title)).toEqual(['', 'One', 'One']);
});

test('each record lacks its own, and says which it is', () => {
  const text = `${head}symptom: pain\nsymptom: nausea\n  since: 2025\nsymptom: fever\n`;
  const lacks = factsOf(letterOf(text, '- [symptom], since [symptom since]'));
  expect(lacks.map(({ number, own }) => [number, own?.name.text])).toEqual([
    [1, 'symptom'],
    [3, 'symptom'],
  ]);
});

test('a line that is there for it, and a value that cannot be read, are known', () => {
  const text = head.replace('patient: Jane Doe', 'last visit: [day]\npatient: Jane Doe\n  date of birth: soon');
  const [age, visit] = factsOf(letterOf(text, '[patient age] [last visit]'));
  expect(age).toMatchObject({ isUnreadable: true });
  expect(age?.line?.name.text).toBe('date of birth');
  expect(visit).toMatchObject({ isUnreadable: false });
  expect(visit?.line?.name.text).toBe('last visit');
});

test('a bracket of the case leads to what is lacked because of it, one that the letter leaves out to nothing', () => {
  const text = `${head}---\n## One\n[thing] [@key] [date]\n\n## Two #omit\n[thing]\n`;
  const subject = subjectOf(text, { 't.lmn': 'template t\n---\n## One\nx\n\n## Two\ny\n' });
  const { letter } = subject;
  const kinds = subject.file.sections.map(({ piece, prose }) =>
    prose.brackets.map((bracket) => {
      const at = bracket.kind === 'citation' ? bracket.keys[0] : { piece, start: bracket.start, end: bracket.end };
      return letter && at && lackAt(letter, at)?.kind;
    }),
  );
  expect(kinds).toEqual([['unknown', 'citation', undefined], [undefined]]);
});

test('the head to write has facts, and records with their fields, as the letter first needs them', () => {
  const { facts, records } = headToWrite(
    letterOf('case t\n', '[last visit] [patient phone] [insurance payer] [patient name]'),
  );
  expect([...facts].map(({ name }) => name)).toEqual(['last visit', 'date']);
  expect(
    [...records].map(([{ name }, fields]) => [name, ...[...fields].map((field) => field.name)]).slice(0, 2),
  ).toEqual([
    ['patient', 'phone', 'name'],
    ['insurance', 'payer'],
  ]);
});

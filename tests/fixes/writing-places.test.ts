import { expect, test } from 'vitest';
import { writingPlaces } from '../../server/src/fixes/writing-places.js';
import { subjectOf } from '../support/workspace.js';

const template = {
  't.lmn': 'template t\n---\n[patient name], [patient date of birth]\n\n## Why\n[write: why it is needed]',
};

/** Each open place as the text that would be selected there, in the order of the file. */
function selections(text: string): string[] {
  return writingPlaces(subjectOf(text, template)).map(({ start, end, insert }) =>
    insert ? insert.text.slice(insert.select.start, insert.select.end) : text.slice(start, end),
  );
}

test('a line that is there is selected, one that is not would be put in', () => {
  const text = 'case t\ndate: 2026-11-21\npatient\n  name: [full legal name]\n';
  const places = writingPlaces(subjectOf(text, template));
  expect(places.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['patient name', 'patient date of birth', 'section Why']),
  );
  expect(selections(text)).toContain('[full legal name]');
  const birth = places.find(({ label }) => label === 'patient date of birth');
  expect(birth?.insert?.text).toMatch(/^\n {2}date of birth: \[/);
});

test.each(['\n', '\r\n', ' \n', '  \n'])('an empty line is written on behind its colon: %j', (end) => {
  const text = `case t\ndate: 2026-11-21\npatient\n  name:${end}  date of birth: 1968-03-14\n`;
  const [name] = writingPlaces(subjectOf(text, template)).filter(({ label }) => label === 'patient name');
  expect(name?.start).toBe(name?.end);
  expect(text.slice(0, name?.start)).toMatch(/name: ?$/);
});

test('a section that only the writer can write would be put in with its help', () => {
  expect(selections('case t\ndate: 2026-11-21\n')).toContain('[write: why it is needed]');
});

test('a section of the case that lets the template speak is where its help is answered', () => {
  expect(selections('case t\ndate: 2026-11-21\n---\n## Why\n[template text]\n')).toContain('[template text]');
  expect(selections('case t\ndate: 2026-11-21\n---\n## Why\n')).toContain('Why');
});

test('what is inserted takes the gap away from the list of lines to add', () => {
  const text = 'case t\ndate: 2026-11-21\npatient\n  name: Jane Doe\n';
  const birth = writingPlaces(subjectOf(text, template)).find(({ label }) => label === 'patient date of birth');
  if (!birth?.insert) throw new Error('The line is missing, so it is inserted.');
  const after = text.slice(0, birth.start) + birth.insert.text + text.slice(birth.end);
  const again = writingPlaces(subjectOf(after, template)).find(({ label }) => label === 'patient date of birth');
  expect(again?.insert).toBeUndefined();
});

test('a template and a finished case have none', () => {
  expect(writingPlaces(subjectOf(template['t.lmn']))).toEqual([]);
});

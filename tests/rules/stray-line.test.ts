import { expect, test } from 'vitest';
import { strayLine } from '../../server/src/rules/stray-line.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('a line that is nothing, once, with what stands beneath it', () => {
  finds(strayLine, '<|((( ?|>\n  name: Jane Doe\n  date of birth: 1968-03-14\npatient: Jane Doe');
});

test('a line beneath a record that belongs to no field', () => {
  finds(strayLine, 'patient\n  <|(her own words)|>\n  <|(and his)|>\n  name: Jane Doe');
  const [finding] = finds(strayLine, 'patient\n  name: Jane Doe\n  <|(her own words)|>');
  expect(finding?.message).toContain('indent it');
});

test.each([
  'patient\n  address: 100 Example Avenue\n    (second floor)\n\n    Santa Fe',
  '// (((\npatient: Jane Doe',
  'duration of care: 18 months\n  (so far)',
])('not in %j', (text) => {
  finds(strayLine, text);
});

test.each([
  ['date = 2026-11-21', 'date: 2026-11-21'],
  ['prior treatment – Gabapentin, 300 mg', 'prior treatment: Gabapentin, 300 mg'],
  ['diagnosis; back pain, left', 'diagnosis: back pain, left'],
])('writes the colon of %j', (before, after) => {
  mends(strayLine, `${before}\npatient: Jane Doe`, `${after}\npatient: Jane Doe`);
});

test('makes a note of it, or continues the value above', () => {
  mends(strayLine, '(ask again)\npatient: Jane Doe', '// (ask again)\npatient: Jane Doe');
  mends(strayLine, 'patient\n  (ask again)\n  name: Jane Doe', 'patient\n  // (ask again)\n  name: Jane Doe');
  mends(
    strayLine,
    'patient\n  address: 1 Example Road\n  (second floor)',
    'patient\n  address: 1 Example Road\n    (second floor)',
  );
});

test('help that was broken over two lines', () => {
  mends(
    strayLine,
    'template t\nbody parts (text): Where the\n  pain is.\n---\n[body parts]',
    'template t\nbody parts (text): Where the pain is.\n---\n[body parts]',
  );
  mends(strayLine, 'policy p\nrequire 2 evidence: Section\n  3.4', 'policy p\nrequire 2 evidence: Section 3.4');
  finds(strayLine, 'vocabulary v\nrecord infusion (many): Infusions,\n  <|so far.|>\n  drug (text)');
});

test('a field of a vocabulary beneath no record', () => {
  finds(strayLine, 'vocabulary v\n<|drug (text): The drug.|>');
  mends(strayLine, 'vocabulary v\nrecord infusion\ndrug (text)', 'vocabulary v\nrecord infusion\n  drug (text)');
});

test('an entry of the address book without its key', () => {
  expect(finds(strayLine, 'vocabulary v\n<|provider|>\n  name: Lee Okafor')[0]?.message).toContain('no key');
  finds(strayLine, 'vocabulary v\n<|date: 2026-11-21|>\nprovider @lee\n  name: Lee Okafor');
});

test('a declaration in a policy', () => {
  finds(strayLine, 'policy p\npayer: Blue Mesa\n<|body parts (text)|>');
});

test("lines of a letter whose divider is missing are that rule's", () => {
  finds(strayLine, 'template t\nbody parts (text)\n\n[date]\n\nTo Whom It May Concern,\n\n## A\n[body parts]');
});

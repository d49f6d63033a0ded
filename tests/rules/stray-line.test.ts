import { describe, expect, test } from 'vitest';
import { unusedField } from '../../server/src/rules/unused-field.js';
import { strayLine } from '../../server/src/rules/stray-line.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
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

test.each([
  ['The patient (adult) is ready', 'require: The patient (adult) is ready'],
  ['- adult', 'require: adult'],
])('what stands in a policy as the payer wrote it: %j', (line, clause) => {
  const text = `policy p\nrequire date: 1\n\n${line}`;
  const [finding] = findingsOf(strayLine, text).findings;
  expect(finding?.message).toContain('begins with a word such as require');
  expect(finding && fixed(text, finding)).toBe(`policy p\nrequire date: 1\n\n${clause}`);
});

test('an option without a group above it', () => {
  const text = 'policy p\noption date\noption last visit\nrequire date';
  const [finding] = finds(strayLine, 'policy p\n<|option date|>\noption last visit\nrequire date');
  expect(finding?.message).toBe('This line belongs to a group. Write "require one of these" above it.');
  expect(finding && fixed(text, finding)).toBe(
    'policy p\nrequire one of these\noption date\noption last visit\nrequire date',
  );
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

describe('lines that have fallen out of the value above', () => {
  const title = (text: string, index = 0) => findingsOf(strayLine, text).findings[0]?.fixes[index]?.title;

  test('of a pasted note: one finding, at the first of them', () => {
    const [finding] = finds(
      strayLine,
      'case\ndiagnosis\n  name: Patient reports burning pain\n<|radiating to the left leg.|>\n- worse at night\nPain: 7/10\nweekly.\n\nNo saddle anesthesia.\n\npatient: A\n---',
    );
    expect(finding?.message).toContain('fallen out of the value above');
    expect(finding?.related).toHaveLength(4);
  });

  test.each([
    [
      'case\ndiagnosis\n  name: Burning pain\nradiating to the left leg.\n- worse at night\nPain: 7/10\n  code: M54.16\n---',
      'case\ndiagnosis\n  name: Burning pain\n    radiating to the left leg.\n    - worse at night\n    Pain: 7/10\n  code: M54.16\n---',
    ],
    [
      'case\nduration of care: 18 months\nand some days on top\n---',
      'case\nduration of care: 18 months\n  and some days on top\n---',
    ],
    [
      'case\nplan of care: signed this month,\n\treviewed\nby the physician every 60 days\n---',
      'case\nplan of care: signed this month,\n\treviewed\n    by the physician every 60 days\n---',
    ],
    [
      'case\r\nprovider\r\n  board certifications: pain medicine\r\n- anesthesiology\r\n2) palliative care\r\n  npi: 1234567893\r\n---',
      'case\r\nprovider\r\n  board certifications: pain medicine;\r\n    anesthesiology;\r\n    palliative care\r\n  npi: 1234567893\r\n---',
    ],
    [
      'case\nprior treatment: Gabapentin\n• Duloxetine 60 mg\n• Physical therapy\n---',
      'case\nprior treatment: Gabapentin\nprior treatment: Duloxetine 60 mg\nprior treatment: Physical therapy\n---',
    ],
    [
      'case\nprior treatment: Gabapentin\n  reason: drowsiness\n- in the morning\n---',
      'case\nprior treatment: Gabapentin\n  reason: drowsiness\n    - in the morning\n---',
    ],
  ])('%j', (before, after) => {
    mends(strayLine, before, after);
  });

  test('what else they may be is offered too', () => {
    const text = 'case\nprior treatment: Gabapentin\n- Duloxetine 60 mg\n- Physical therapy\n---';
    expect([0, 1, 2].map((index) => title(text, index))).toEqual([
      'Make each line another "prior treatment"',
      'Make these lines part of the value above',
      'Make it a note with //',
    ]);
    expect(title('case\nprovider\n  board certifications: pain\nmedicine and some more\n---', 1)).toBe(
      'Make this line a further value',
    );
  });

  test('nothing is written without asking', () => {
    const [finding] = findingsOf(strayLine, 'case\nduration of care: 18 months\nand some days on top\n---').findings;
    expect(finding?.fixes.map(({ automatic }) => automatic)).toEqual([false, false]);
  });

  test.each([
    'case\ndate: 2026-11-21\n<|- worse at night|>\n---',
    'case\nduration of care: 18 months\n\n<|- worse at night|>\n---',
  ])('not beneath what is no text, and not behind a blank line: %j', (text) => {
    expect(finds(strayLine, text)[0]?.message).toContain('neither a fact nor a record');
  });

  test.each([
    'case\nduration of care: 18 months\npateint\n  name: A\n---',
    'case\nduration of care: 18 months\nprior treatments\n---',
    'case\nduration of care: 18 months\nlast visit 2026-10-01\n---',
    'case\nduration of care: 18 months\nnot known at all: 1\n---',
  ])('not what may be a name: %j', (text) => {
    finds(strayLine, text);
  });
});

test('facts on one line that tabs part', () => {
  const text = 'case\n<|PATIENT:\tALVAREZ, MARIA\tDOB:\t03/14/1968|>\nduration of care: 18 months\n---';
  const [finding] = finds(strayLine, text);
  expect(finding?.message).toContain('parted by tabs');
  expect(finding?.fixes[0]?.title).toBe('Put these facts in their place');
  finds(strayLine, 'case\npatient: Maria\tAlvarez\n---');
});

test('a record in a template is one finding, and its name means nothing there', () => {
  const fields = '  device (text, required): Which.\n  result (text): How it went.';
  finds(strayLine, `template t\n<|record|> device tried (many): One device.\n${fields}\n---\n[date]`);
  finds(unusedField, `template t\nrecord device tried (many): One device.\n${fields}\n---\n[date]`);
});

test('a field of a template may begin with that word', () => {
  finds(strayLine, 'template t\nrecord number (text): The number of the chart.\n---\n[record number]');
});

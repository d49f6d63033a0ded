import { expect, test } from 'vitest';
import { unknownWord } from '../../server/src/rules/unknown-word.js';
import { unknownField } from '../../server/src/rules/unknown-field.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
import { mends } from '../support/mends.js';

const template = { 't.lmn': 'template t\nbody parts (text, also "sites"): Where.\n---\n[body parts]' };

test('beneath a record', () => {
  const [finding] = finds(unknownField, 'patient\n  name: Jane Doe\n  <|date of brith|>: 1968-03-14');
  expect(finding?.message).toBe('"patient" has no field of this name. Did you mean "date of birth"?');
});

test('at the margin', () => {
  const [finding] = finds(unknownField, '<|diagnossis|>: lumbar radiculopathy');
  expect(finding?.message).toBe('No fact or record has this name. Did you mean "diagnosis"?');
});

test('says where a field belongs that stands beneath the wrong record', () => {
  expect(finds(unknownField, 'patient\n  <|member id|>: 1')[0]?.message).toContain('It belongs beneath "insurance"');
  expect(finds(unknownField, 'patient\n  <|urgency|>: standard')[0]?.message).toContain('at the margin');
});

test.each<[string, string, string]>([
  [
    'one value',
    'denial\n  date: 2026-10-02\n  reason: "Not needed."\n',
    'denial\n  date: 2026-10-02\n\ndenial reason: "Not needed."\n',
  ],
  [
    'several, above other lines',
    'denial\n  reason: "Not needed; not proven.";\n    "No trial."\n  date: 2026-10-02\npatient: Jane Doe',
    'denial\n  date: 2026-10-02\n\ndenial reason: "Not needed; not proven."\ndenial reason: "No trial."\npatient: Jane Doe',
  ],
  [
    'with as many answers, which leave their record',
    'denial\n  reason: "A"; "B"\n\nappeal\n  rebuttal: One is wrong.; So is two.\n',
    'denial\n\ndenial reason: "A"\n  answer: One is wrong.\ndenial reason: "B"\n  answer: So is two.\n\n',
  ],
  [
    'with another number of answers, which stay',
    'denial\n  reason: "A"; "B"\nappeal\n  rebuttal: Both are wrong.\n',
    'denial\n\ndenial reason: "A"\ndenial reason: "B"\nappeal\n  rebuttal: Both are wrong.\n',
  ],
])('what is a record of its own, %s', (_, text, after) => mends(unknownField, text, after));

test.each([
  ['patient\n  address: 100 Example Avenue\n    PO Box: 12'],
  ['patient\n  full name: Jane Doe\n  DOB: 1968-03-14'],
  ['case t\nbody parts: the back'],
  ['case t\nSites: the back'],
  ['case other\nanything: goes'],
  ['case\nbody parts: the back'],
])('not on %j', (text) => {
  finds(unknownField, text, template);
});

test('a field of another template is not unknown, but one of none is', () => {
  finds(unknownField, 'case u\nbody parts: the back\n<|zzqq|>: 1', { ...template, 'u.lmn': 'template u\n---\nText.' });
});

test('a name and its value without a colon between them', () => {
  mends(
    unknownField,
    'patient\n  name: Jane Doe\n  date of birth 1968-03-14',
    'patient\n  name: Jane Doe\n  date of birth: 1968-03-14',
  );
});

test("a record's field at the margin goes beneath its record", () => {
  mends(unknownField, 'patient phone: 505-555-0170', 'patient\n  phone: 505-555-0170');
  mends(
    unknownField,
    'patient address: 1 Example Road\n  Santa Fe',
    'patient\n  address: 1 Example Road\n    Santa Fe',
  );
  mends(
    unknownField,
    'patient\n  name: Jane Doe\ndate: 2026-11-21\npatient address: 100 Example Avenue\n  Santa Fe\nurgency: standard',
    'patient\n  name: Jane Doe\n  address: 100 Example Avenue\n    Santa Fe\ndate: 2026-11-21\nurgency: standard',
  );
});

test('writes the nearest name', () => {
  mends(unknownField, 'patient\n  nam: Jane Doe', 'patient\n  name: Jane Doe');
  mends(unknownField, 'provider @lee\n  phon: 505-555-0142', 'provider @lee\n  phone: 505-555-0142');
});

test('offers to join the line to the value above, but never by itself', () => {
  const text = 'case\npatient\n  address: 100 Example Avenue\n  Suite: 12';
  const [finding] = findingsOf(unknownField, text).findings;
  expect(finding?.fixes.map((fix) => [fix.title, fix.preferred])).toEqual([
    ['Make this line part of the value above', false],
  ]);
  expect(findingsOf(unknownField, fixed(text, finding!)).findings).toEqual([]);
});

test("offers to declare it in the workspace's own files", () => {
  const own = { 'v.lmn': 'vocabulary own "Our clinic"\n\nrecord patient\n  nickname (text)', ...template };
  const inRecord = findingsOf(unknownField, { 'x.lmn': 'case\npatient\n  zzqq: 1', ...own }).findings[0]?.fixes[0];
  expect(inRecord?.title).toBe('Declare it under "patient" in own');
  expect(inRecord?.edits[0]?.range.uri).toBe('file:///v.lmn');
  expect(inRecord?.edits[0]?.text).toBe('\n\nrecord patient\n  zzqq (text)');
  const inTemplate = findingsOf(unknownField, { 'x.lmn': 'case t\nzzqq: 1', ...own }).findings[0]?.fixes[0];
  expect(inTemplate?.edits[0]).toMatchObject({ range: { uri: 'file:///t.lmn', start: 50 }, text: '\nzzqq (text)' });
});

test("a template's own field that lacks its parentheses", () => {
  const text = 'template t\nzzqq: Where the pain is.\n---\nText.';
  const [finding] = findingsOf(unknownField, text).findings;
  expect(fixed(text, finding!)).toBe('template t\nzzqq (text): Where the pain is.\n---\nText.');
});

test.each([
  ['prior treatment <|other than physical therapy|>', 'outcome: ineffective'],
  ['diagnosis <|in E11, E12.9|>', 'on a line beneath'],
  ['last visit <|soon|>', 'within 60 days'],
  ['prior treatment outcome <|was bad|>', 'on a line beneath'],
])('what means nothing behind a name that is known: %s', (asked, said) => {
  const [finding] = finds(unknownField, `policy p\nrequire ${asked}: 1: Words.`);
  expect(finding?.message).toContain('These words mean nothing behind');
  expect(finding?.message).toContain(said);
});

test.each([
  [
    'require prior treatment called Botox: 1: Tried.',
    'Put the words in quotation marks',
    'require prior treatment "Botox": 1: Tried.',
  ],
  [
    'require either prior treatment or contraindication: 1: Tried.',
    'Write both as options of a group',
    'require one of these: 1: Tried.\noption prior treatment\noption contraindication',
  ],
  ['require either zzqq or zzrr', 'Write both as options of a group', 'require one of these\noption zzqq\noption zzrr'],
  [
    'require prior treatment with outcome: 1: Tried.',
    'Ask for it on a line beneath',
    'require prior treatment: 1: Tried.\n  outcome: given',
  ],
  ['require zzqq zzrr', 'Make it a clause of words', 'require: zzqq zzrr'],
])('%s: what the words may mean', (line, title, expected) => {
  const text = `policy p\n${line}\nrequire date`;
  const [finding] = findingsOf(unknownField, text).findings;
  const index = finding?.fixes.findIndex((fix) => fix.title === title) ?? -1;
  expect(index).toBeGreaterThanOrEqual(0);
  expect(finding?.fixes[index]?.automatic).toBe(false);
  expect(fixed(text, finding!, index)).toBe(`policy p\n${expected}\nrequire date`);
});

test('what has words behind a colon is made no clause of words', () => {
  const [finding] = findingsOf(unknownField, 'policy p\nrequire zzqq zzrr: 1: Words.').findings;
  expect(finding?.fixes.map(({ title }) => title)).not.toContain('Make it a clause of words');
});

test('what a policy requires', () => {
  mends(unknownField, 'policy p\nrequire field insurance membr id', 'policy p\nrequire field insurance member id');
  finds(unknownField, 'policy p\nrequire field <|they|>');
  mends(unknownField, 'policy p\nrequire sectoin evidence', 'policy p\nrequire section evidence');
  mends(
    unknownField,
    'policy p\nrequire prior treatment\n  outcom: given',
    'policy p\nrequire prior treatment\n  outcome: given',
  );
  finds(unknownField, 'policy p\nrequire prior treatment; <|zzqq zzqq|>\n  outcome: given\n  when <|zzqq|>: x');
  finds(unknownField, 'policy p\nrequire every evidence\n  <|phone|>: given\n  year: at least 5 years before <|zzqq|>');
  const same = 'policy p\nrequire diagnosis name same as <|zzqq zzqq|>: 1: Alike.';
  finds(unknownField, same);
  finds(unknownWord, same.replaceAll(/<\||\|>/g, ''));
  finds(unknownField, 'policy p\nrequire field last visit within 60 days\nrequire field diagnosis');
});

test('a field without its record goes to the only record that has it', () => {
  mends(unknownField, 'DOB: 1968-03-14', 'patient\n  date of birth: 1968-03-14');
  mends(
    unknownField,
    'patient\n  name: A\ninsurance\n  payer: P\nDOB: 1968-03-14',
    'patient\n  name: A\n  date of birth: 1968-03-14\ninsurance\n  payer: P\n',
  );
  const [finding] = finds(unknownField, '<|phone|>: 505-555-0170');
  expect(finding?.message).not.toContain('belongs beneath');
});

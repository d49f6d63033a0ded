import { describe, expect, test } from 'vitest';
import { unknownPlaceholder } from '../../server/src/rules/unknown-placeholder.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test('stands on the whole bracket', () => {
  finds(unknownPlaceholder, '---\nI treat <|[patient nmae]|> for pain.');
});

test('also in a heading, in optional text, in a list and in a table', () => {
  finds(
    unknownPlaceholder,
    '---\n## About <|[zzqqx]|>\n{since <|[zzqqy]|>}\n- <|[zzqqz]|>\n\n| A |\n| --- |\n| <|[zzqqw]|> |',
  );
});

test.each([
  'I treat [Patient Name], [PATIENT’S NAME] and [date of last visit].',
  'The study [1] says "it [sic] helps" \\[not a blank\\].',
  '[write: your own words] [template text] [@key] - [ ] box [they have] [they need] [signature]',
  'See [the guideline](https://example.org/a).',
])('nothing in %j', (prose) => {
  finds(unknownPlaceholder, `---\n${prose}`);
});

test.each([
  ['[patient nmae]', 'patient name'],
  ['[Name of Patient]', 'patient name'],
  ['[signatur]', 'signature'],
  ['[thier]', 'their'],
  ['[he/she]', 'they'],
  ['[His / Her]', 'their'],
  ['[himself/herself]', 'themselves'],
  ['[they needs]', 'they need'],
  ['[they be]', 'they are'],
  ['[They has]', 'they have'],
  ['[date of brith]', 'patient date of birth'],
])('%s is probably [%s]', (written, meant) => {
  const text = `case\n---\nSee ${written} here.`;
  const [finding] = findingsOf(unknownPlaceholder, text).findings;
  expect(finding?.message).toBe(`No field has this name. Did you mean [${meant}]?`);
  expect(fixed(text, finding!)).toBe(`case\n---\nSee [${meant}] here.`);
});

test.each([
  ['[patient nmae]', true],
  ['[he/she]', true],
  ['[Name of Patient]', false],
  ['[phone]', false],
  ['[zzqq]', false],
])('%s: whether the first fix needs no asking is %s', (written, preferred) => {
  const [finding] = findingsOf(unknownPlaceholder, `case\n---\n${written}`).findings;
  expect(finding?.fixes[0]?.preferred).toBe(preferred);
});

test('a verb that stands behind its pronoun goes into its bracket, and no other word does', () => {
  const fixesOf = (prose: string) => findingsOf(unknownPlaceholder, `case\n---\n${prose}`).findings[0]?.fixes ?? [];
  const titles = (prose: string) => fixesOf(prose).map(({ title }) => title);
  expect(titles('[They] [need] rest.')).toContain('Write [They need]');
  expect(titles('[They] [needs] rest.')).toContain('Write [They need]');
  expect(titles('[They] [zzqq] rest.').filter((title) => title.includes('[They'))).toEqual([]);
  expect(titles('We [need] rest.').filter((title) => /\[they/i.test(title))).toEqual([]);
  expect(titles('[Patient name] [need] rest.').filter((title) => /\[they/i.test(title))).toEqual([]);
});

test('never repeats what stands in the bracket', () => {
  const [finding] = finds(unknownPlaceholder, '---\n<|[Zebulon Quixley 1968]|>');
  expect(finding?.message).not.toContain('Zebulon');
});

describe('in a template', () => {
  const titles = (text: string) => findingsOf(unknownPlaceholder, text).findings[0]?.fixes.map((fix) => fix.title);

  test.each([
    ['template t\n---\n[zzqq level]', 'template t\nzzqq level (text): [what to write]\n---\n[zzqq level]'],
    [
      'template t\nfor: general\n\n---\n[zzqq]',
      'template t\nfor: general\nzzqq (text): [what to write]\n\n---\n[zzqq]',
    ],
    ['template t\n## A\n[zzqq]', 'template t\nzzqq (text): [what to write]\n## A\n[zzqq]'],
    ['template t\r\n---\r\n[zzqq]', 'template t\r\nzzqq (text): [what to write]\r\n---\r\n[zzqq]'],
    [
      'template t\ndiagnosis\n  name: pain\n    of the back\n---\n[zzqq]',
      'template t\ndiagnosis\n  name: pain\n    of the back\nzzqq (text): [what to write]\n---\n[zzqq]',
    ],
  ])('declaring it in %j', (text, expected) => {
    const { findings } = findingsOf(unknownPlaceholder, text);
    const index = findings[0]!.fixes.findIndex((fix) => fix.title === 'Declare it in the head');
    const after = fixed(text, findings[0]!, index);
    expect(after).toBe(expected);
    expect(findingsOf(unknownPlaceholder, after).findings).toEqual([]);
  });

  test('a name that no line can declare is not declared', () => {
    expect(titles('template t\n---\n[zzqq, zzrr]')).toEqual([
      'Make it help for the writer: [write: …]',
      'Print the brackets as they are',
    ]);
    expect(titles('template t\n---\n[record zzqq]')).not.toContain('Declare it in the head');
  });

  test('a case declares nothing', () => {
    expect(titles('case\n---\n[zzqq]')).not.toContain('Declare it in the head');
  });
});

test.each([0, 1])('fix %i of a name like no other', (index) => {
  const text = 'case\n---\nThe payer wrote "the [zzqq] is late".';
  const [finding] = findingsOf(unknownPlaceholder, text).findings;
  const after = fixed(text, finding!, index);
  expect(after).toContain(['[write: zzqq]', '\\[zzqq\\]'][index]);
  expect(findingsOf(unknownPlaceholder, after).findings).toEqual([]);
});

test('what only another template declares is said to be so', () => {
  const others = { 'u.lmn': 'template u\nzzqq level (text): x\n---\n[zzqq level]' };
  const [finding] = finds(unknownPlaceholder, 'case\n---\n<|[zzqq level]|>', others);
  expect(finding?.message).toMatch(/^Only another template has this field/);
});

describe('a fault is reported once', () => {
  test("a template's own is not reported in its cases", () => {
    finds(unknownPlaceholder, 'case t', { 't.lmn': 'template t\n---\n[zzqq]' });
  });

  test('nothing where the template itself is not found: its fields may be meant', () => {
    finds(unknownPlaceholder, 'case nowhere\n---\n[body parts]');
  });

  test('nothing where the bracket reads like an instruction', () => {
    finds(unknownPlaceholder, '---\n[describe the pain]');
  });

  test('nothing in the prose of a policy, which no letter prints', () => {
    finds(unknownPlaceholder, 'policy p\n---\n[zzqq]');
  });
});

test('ten thousand different ones take no time to speak of', () => {
  const prose = Array.from({ length: 10_000 }, (_, i) => `[zzqq ${i.toString(36)}x]`).join('\n');
  expect(findingsOf(unknownPlaceholder, `case\n---\n${prose}`).findings).toHaveLength(10_000);
});

test.each([
  ['[They] [need] it.', '[They need] it.'],
  ['So [they] [needs] it.', 'So [they need] it.'],
])('a verb in brackets of its own, %j', (prose, put) => {
  const text = `template t\n---\n${prose}`;
  const { findings } = findingsOf(unknownPlaceholder, text);
  expect(findings.map((finding) => fixed(text, finding))).toEqual([`template t\n---\n${put}`]);
});

test('what a template’s misplaced record would mean is that one mistake', () => {
  const template =
    'template t\nrecord device tried (many): One.\n  result (text): How it went.\n---\n[device tried result], [Device  tried], <|[device triads]|>.';
  finds(unknownPlaceholder, template);
});

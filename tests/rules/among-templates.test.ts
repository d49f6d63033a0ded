import { expect, test } from 'vitest';
import type { Rule } from '../../server/src/lint/rule.js';
import { lint } from '../../server/src/lint/engine.js';
import { differingField } from '../../server/src/rules/differing-field.js';
import { differingHeading } from '../../server/src/rules/differing-heading.js';
import { differingName } from '../../server/src/rules/differing-name.js';
import { sharedSection } from '../../server/src/rules/shared-section.js';
import { finds } from '../support/finds.js';
import { parse, subjectOf, workspaceOf } from '../support/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';

const long = 'The treatment is needed, and nothing else that was tried has helped so far. '.repeat(4);
const others = (text: string, count = 3) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i)}.lmn`, text.replaceAll('#N', String(i))]));

test.each<[string, Rule, string, Record<string, string>]>([
  [
    'of another type',
    differingField,
    'template a\n<|use|> (text): How.',
    { 'b.lmn': 'template b\nuse (number): How.' },
  ],
  [
    'of other choices',
    differingField,
    'template a\n<|use|> (x | y): How.',
    { 'b.lmn': 'template b\nuse (x | z): How.' },
  ],
  [
    'one or several',
    differingField,
    'template a\n<|use|> (text): How.',
    { 'b.lmn': 'template b\nuse (text, many): How.' },
  ],
  [
    'other words, other order of choices',
    differingField,
    'template a\nuse (x | y): How.',
    { 'b.lmn': 'template b\nuse (y | x): In what way.' },
  ],
  [
    'as most do',
    differingField,
    'template a\nuse (text): How.',
    { ...others('template t#N\nuse (text): How.'), 'b.lmn': 'template b\nuse (number): How.' },
  ],
  [
    'otherwise than the base, on purpose',
    differingField,
    'template a from b\nuse (text): How.',
    { 'b.lmn': 'template b\nuse (number): How.' },
  ],
  [
    'otherwise than one upon it',
    differingField,
    'template b\nuse (text): How.',
    { 'b.lmn': 'template a from b\nuse (number): How.' },
  ],

  [
    'a letter left out',
    differingHeading,
    'template a\n---\n## <|Medical Histry|>\nx',
    others('template t#N\n---\n## Medical History\nx'),
  ],
  [
    'one more',
    differingHeading,
    'template a\n---\n## <|Medical Histories|> #history\nx',
    others('template t#N\n---\n## Medical Historie\nx'),
  ],
  [
    'only two others',
    differingHeading,
    'template a\n---\n## Medical Histry\nx',
    others('template t#N\n---\n## Medical History\nx', 2),
  ],
  [
    'another number',
    differingHeading,
    'template a\n---\n## Examination 2\nx',
    others('template t#N\n---\n## Examination 1\nx'),
  ],
  ['a short one', differingHeading, 'template a\n---\n## Plans\nx', others('template t#N\n---\n## Plan\nx')],
  [
    'another one',
    differingHeading,
    'template a\n---\n## Clinical History\nx',
    others('template t#N\n---\n## Medical History\nx'),
  ],
  [
    'the same but for case',
    differingHeading,
    'template a\n---\n## medical history\nx',
    others('template t#N\n---\n## Medical History\nx'),
  ],

  [
    'by another name',
    differingName,
    'template a\n---\n## A\n[<|patient dob|>]',
    others('template t#N\n---\n## A\n[patient date of birth]'),
  ],
  [
    'but for case and possessive',
    differingName,
    "template a\n---\n## A\n[Patient's Date of Birth]",
    others('template t#N\n---\n## A\n[patient date of birth]'),
  ],
  [
    'as others do too',
    differingName,
    'template a\n---\n## A\n[patient dob]',
    { ...others('template t#N\n---\n## A\n[patient date of birth]'), 'b.lmn': 'template b\n---\n## A\n[patient dob]' },
  ],
  [
    'its own field',
    differingName,
    'template a\ndob (text): x\n---\n## A\n[dob]',
    others('template t#N\n---\n## A\n[patient date of birth]'),
  ],

  [
    'word for word, in the second',
    sharedSection,
    `template a\n---\n## <|Need|>\n${long}`,
    { 'a.lmn': `template b\n---\n## Other\n${long.replaceAll(' ', '\n')}` },
  ],
  [
    'advice to the writer',
    sharedSection,
    `template a\n---\n## Need\n[write: ${long}]`,
    { 'a.lmn': `template b\n---\n## Need\n[write: ${long}]` },
  ],
  ['told once', sharedSection, `template a\n---\n## Need\n${long}`, { 'z.lmn': `template b\n---\n## Other\n${long}` }],
  [
    'a few words',
    sharedSection,
    'template a\n---\n## Need\nSincerely yours.',
    { 'a.lmn': 'template b\n---\n## Need\nSincerely yours.' },
  ],
  [
    'a rule of numbers and marks',
    sharedSection,
    `template a\n---\n## Need\nSincerely yours. ${'1 + 2 | 3 '.repeat(20)}`,
    { 'a.lmn': `template b\n---\n## Need\nSincerely yours. ${'1 + 2 | 3 '.repeat(20)}` },
  ],
  [
    'in what it stands on',
    sharedSection,
    `template a from b\n---\n## Need\n${long}`,
    { 'a.lmn': `template b\n---\n## Other\n${long}` },
  ],
])('%s', (_, rule, marked, files) => {
  finds(rule, marked, files);
});

test('a section that is shared shows where the other one stands', () => {
  const [finding] = finds(sharedSection, `template a\n---\n## <|Need|>\n${long}`, {
    'a.lmn': `template b\n---\n## Other\n${long}`,
  });
  expect(finding?.related).toMatchObject([{ message: 'the same words', range: { uri: 'file:///a.lmn' } }]);
});

test('a template that changes is compared as it is now', () => {
  const workspace = workspaceOf({
    'a.lmn': 'template a\nuse (text): How.',
    'b.lmn': 'template b\nuse (number): How.',
  });
  const found = () => {
    const file = workspace.get('file:///a.lmn');
    return file ? lint(readSubjects(file, workspace), { rules: [differingField] }).length : -1;
  };
  expect(found()).toBe(1);
  workspace.set(parse('file:///b.lmn', 'template b\nuse (text): How.'));
  expect(found()).toBe(0);
  workspace.set(parse('file:///b.lmn', 'template b\nother (text): How.'));
  workspace.set(parse('file:///c.lmn', 'template c\nuse (date): How.'));
  expect(found()).toBe(1);
  workspace.remove('file:///c.lmn');
  expect(found()).toBe(0);
});

test('differing-field counts the other templates', () => {
  const declares = (name: string, type: string) =>
    `template ${name} "N"\n\npain score (${type})\n---\n## A\n[pain score]\n`;
  const told = (others: Record<string, string>) =>
    lint(subjectOf(declares('own', 'text'), others, 'own.lmn'), { rules: [differingField] }).map(({ message }) =>
      message.slice(0, 40),
    );
  expect(told({ 'a.lmn': declares('a', 'number') })).toEqual(['Another template declares this field oth']);
  expect(told({ 'a.lmn': declares('a', 'number'), 'b.lmn': declares('b', 'number') })).toEqual([
    'Other templates declare this field other',
  ]);
});

import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import type { Rule } from '../../server/src/lint/rule.js';
import { fixed } from '../support/finds.js';
import { subjectOf } from '../support/workspace.js';

const about = { group: 'structure', severity: 'warning', summary: '', why: '', bad: '', good: '' } as const;
const records: Rule = {
  ...about,
  id: 'records',
  formerly: ['entries'],
  subject: 'record',
  check: ({ record }, report) => report(record.name, 'A record.'),
};
const sections: Rule = {
  ...about,
  id: 'sections',
  subject: 'section',
  check: ({ section }, report) => section && report(section.title, 'A section.'),
};

const lintText = (text: string) => lint(subjectOf(text), { rules: [records, sections] });
const found = (text: string) =>
  lintText(text).map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);

describe('the next line', () => {
  test('in the head', () =>
    expect(found('case\n// lmn-disable-next-line records -- why\npatient\nprovider\n')).toEqual(['records: provider']));

  test('in prose', () =>
    expect(found('case\n---\n// lmn-disable-next-line sections -- why\n## One\n\n## Two\n')).toEqual([
      'sections: Two',
    ]));

  test('is the next that is neither blank nor a comment', () =>
    expect(found('case\n// lmn-disable-next-line records -- why\n\n// more\npatient\nprovider\n')).toEqual([
      'records: provider',
    ]));

  test('from its first character to its end, and no further', () => {
    const ends: Rule = {
      ...about,
      id: 'ends',
      subject: 'record',
      check: ({ record: { name } }, report) => report({ ...name, start: name.end }, 'The end of a line.'),
    };
    const rules = { rules: [ends] };
    const text = 'case\n// lmn-disable-next-line ends -- why\npatient\nprovider\n';
    expect(lint(subjectOf(text), rules).map(({ range }) => text.slice(0, range.start).split('\n').at(-1))).toEqual([
      'provider',
    ]);
  });

  test.each(['\r\n', '\r'])('whatever ends the lines: %j', (end) =>
    expect(found(['case', '// lmn-disable-next-line records -- why', 'patient', 'provider'].join(end))).toEqual([
      'records: provider',
    ]),
  );
});

describe('the file', () => {
  test('wherever the comment stands', () =>
    expect(found('case\npatient\nprovider\n---\n## One\n// lmn-disable-file records -- why\n')).toEqual([
      'sections: One',
    ]));

  test('each comment its own rule', () =>
    expect(
      found('// lmn-disable-file records -- why\n// lmn-disable-file sections -- why\ncase\npatient\n---\n## One\n'),
    ).toEqual([]));

  test('several rules at once', () =>
    expect(found('// lmn-disable-file records, sections -- why\ncase\npatient\n---\n## One\n')).toEqual([]));

  test('a rule by its former id', () =>
    expect(found('// lmn-disable-file entries -- why\ncase\npatient\n')).toEqual([]));
});

test('without a reason nothing is suppressed, and that is a finding', () => {
  const text = 'case\n// lmn-disable-next-line records\npatient\n';
  expect(found(text)).toEqual(['suppression-without-reason: // lmn-disable-next-line records', 'records: patient']);
});

test('without a reason it is told for that alone, even where nothing needs it', () =>
  expect(found('case\n// lmn-disable-file sections\n')).toEqual([
    'suppression-without-reason: // lmn-disable-file sections',
  ]));

test.each([
  ['// lmn-disable-next-line records', ' -- [why this one is right]'],
  ['// lmn-disable-next-line records --', ' [why this one is right]'],
  ['// lmn-disable-next-line records -- [why this one is right]', undefined],
])('a place for the reason: %s', (comment, added) => {
  const text = `case\n${comment}\npatient\n`;
  const finding = lintText(text).find(({ rule }) => rule === 'suppression-without-reason');
  expect(finding?.message).toBe('No reason given, so nothing is suppressed. End the line with: -- and the reason');
  expect(finding?.fixes[0]?.edits[0]?.text).toBe(added);
  expect(finding?.fixes[0]?.automatic ?? false).toBe(false);
  expect(finding?.fixes[0]?.title).toBe(added && 'Add a place for the reason');
});

describe('a suppression that is not needed', () => {
  test('is one whose finding stands before it, or behind the line that it covers', () =>
    expect(found('case\npatient\n// lmn-disable-next-line records -- why\nreference number: 1\nprovider\n')).toEqual([
      'records: case',
      'records: patient',
      'unneeded-suppression: records',
      'records: provider',
    ]));

  test('of several is told apart from those that are needed', () => {
    const text = 'case\n// lmn-disable-next-line records, sections -- why\npatient\n';
    const [finding] = lintText(text);
    expect(found(text)).toEqual(['unneeded-suppression: sections']);
    expect(finding?.message).toBe(
      'Nothing here needs this suppression. Take the rule out of the line, or the line out of the file.',
    );
    expect(finding).toMatchObject({ unnecessary: true, fixes: [] });
  });

  test('of a rule that nobody knows is told so, and which list to read', () => {
    const [finding] = lintText('case\n// lmn-disable-file something-else-entirely -- why\n');
    expect(finding).toMatchObject({
      message: 'No rule has this name. See the list of rules.',
      unnecessary: false,
    });
  });

  test('of the rules about suppressions themselves is none that can be needed', () =>
    expect(lintText('case\n// lmn-disable-file unneeded-suppression -- why\n')[0]?.message).toContain(
      'Nothing here needs this suppression.',
    ));

  test('is found at the rule it names', () =>
    expect(found('case\n// lmn-disable-next-line sections, records -- why\npatient\n')).toEqual([
      'unneeded-suppression: sections',
    ]));

  test('can be taken out', () => {
    const text = 'case\n// lmn-disable-file sections -- why\n';
    const [finding] = lintText(text);
    expect(fixed(text, finding!)).toBe('case\n\n');
    expect(finding?.fixes[0]).toMatchObject({ title: 'Take the suppression out', automatic: false });
  });

  test('may be a slip: the rule that was meant is offered', () => {
    const text = 'case\n// lmn-disable-next-line record -- why\npatient\n';
    const [finding] = lintText(text);
    expect(finding?.message).toContain('Did you mean records?');
    expect(finding?.fixes[0]?.title).toBe('Write records');
    expect(found(fixed(text, finding!))).toEqual([]);
  });
});

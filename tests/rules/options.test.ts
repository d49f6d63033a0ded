import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { optionsOver, presentOptions, type SetOptions } from '../../server/src/lint/rule-options.js';
import type { Rule } from '../../server/src/lint/rule.js';
import { abbreviation } from '../../server/src/rules/abbreviation.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { deadline } from '../../server/src/rules/deadline.js';
import { jargon } from '../../server/src/rules/jargon.js';
import { longSentence } from '../../server/src/rules/long-sentence.js';
import { moreThanNeeded } from '../../server/src/rules/more-than-needed.js';
import { subjectOf } from '../support/workspace.js';

function found(rule: Rule, text: string, set: SetOptions, others: Readonly<Record<string, string>> = {}): string[] {
  const subject = subjectOf(`case\n${text}`, others, 'x.lmn');
  return lint(subject, { rules: [rule], options: { [rule.id]: set } }).map(({ range }) =>
    subject.file.text.slice(range.start, range.end),
  );
}

const prose = (words: string) => `---\n## History\n${words}`;

test('only rules on a whole file or letter have options: others are remembered longer than a configuration lasts', () => {
  for (const rule of allRules) if (rule.options) expect(['file', 'letter'], rule.id).toContain(rule.subject);
});

describe('long-sentence', () => {
  const sentence = `${'She walks and '.repeat(8)}she works.`;

  test('counts to the number that is set', () => {
    expect(found(longSentence, prose(sentence), {})).toEqual([]);
    expect(found(longSentence, prose(sentence), { words: 20 })).toEqual([sentence]);
    expect(found(longSentence, prose(sentence.repeat(2)), { words: 200 })).toEqual([]);
  });
});

describe('abbreviation', () => {
  const text = prose('In the MPP she had LBP and other MPPs.');

  test('knows those of the workspace, with their words', () => {
    expect(found(abbreviation, text, {})).toEqual(['LBP']);
    expect(found(abbreviation, text, { words: { MPP: 'pain program' } })).toEqual(['MPP', 'LBP']);
    expect(
      found(abbreviation, prose('In the pain program (MPP) she rests.'), { words: { MPP: 'pain program' } }),
    ).toEqual([]);
  });

  test('takes no list for a table', () => {
    expect(found(abbreviation, text, { words: ['MPP'] })).toEqual(['LBP']);
  });

  test('leaves those alone that readers know', () => {
    expect(found(abbreviation, text, { known: ['LBP'] })).toEqual([]);
  });

  test('takes the words of the workspace over those that ship', () => {
    const subject = subjectOf(`case\n${prose('She had LBP.')}`, {}, 'x.lmn');
    const [finding] = lint(subject, {
      rules: [abbreviation],
      options: { abbreviation: { words: { LBP: 'lower back pain' } } },
    });
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['Write out LBP: "lower back pain"']);
  });
});

test('jargon leaves what is known alone', () => {
  const text = prose('She takes it 10 mg prn and c/o pain.');
  expect(found(jargon, text, {})).toEqual(['prn', 'c/o']);
  expect(found(jargon, text, { known: ['PRN'] })).toEqual(['c/o']);
});

describe('more-than-needed', () => {
  const text = 'diagnosis: radiculopathy\ncomorbidity: HIV infection\ncomorbidity: alcohol use disorder\n---';

  test('leaves topics alone that are off', () => {
    expect(found(moreThanNeeded, text, {})).toEqual(['HIV infection', 'alcohol use disorder']);
    expect(found(moreThanNeeded, text, { topics: { HIV: false } })).toEqual(['alcohol use disorder']);
    expect(found(moreThanNeeded, text, { topics: { HIV: false, 'substance use': false } })).toEqual([]);
  });
});

describe('deadline', () => {
  const policy =
    'policy p\npayer: Blue Mesa\n\ndeadline 180 days after denial received: 29 CFR 2560.503-1(h)(3)(i): confirm.';
  const dated = (received: string) =>
    `date: 2026-11-21\ninsurance: Blue Mesa\ndenial\n  received: ${received}\n${prose('Please pay.')}`;
  const of = (received: string, set: SetOptions) => found(deadline, dated(received), set, { 'p.lmn': policy });

  test('is as long as the configuration says of its source', () => {
    expect(of('2026-08-21', {})).toEqual([]);
    expect(of('2026-08-21', { days: { '29 CFR 2560.503-1': '60 days' } })).toEqual(['2026-08-21']);
    expect(of('2026-01-21', { days: { '29 cfr 2560.503-1': '1 year' } })).toEqual([]);
    expect(of('2026-01-21', { days: { '45 CFR 147': '1 year' } })).toEqual(['2026-01-21']);
  });

  test('is told from as many days before its end as are set', () => {
    expect(of('2026-07-01', { soon: 30 })).toEqual([]);
    expect(of('2026-07-01', { soon: 60 })).toEqual(['2026-07-01']);
  });
});

test('of several configurations numbers take the place, words add up', () => {
  expect(
    optionsOver(
      { a: { words: 20, known: ['x'], own: { A: '1', B: '2' } } },
      { a: { words: 30, known: ['y', 'x'], own: { B: '3' } }, b: { words: 1 } },
    ),
  ).toEqual({ a: { words: 30, known: ['x', 'y'], own: { A: '1', B: '3' } }, b: { words: 1 } });
});

test.each([
  [{ A: '1' }, ['x']],
  [['x'], { A: '1' }],
  [['x'], 3],
  [3, { A: '1' }],
])('of another kind, the later takes the place: %j, %j', (below, above) =>
  expect(optionsOver({ a: { own: below } }, { a: { own: above } })).toEqual({ a: { own: above } }),
);

test('what holds is what is set over what is usual', () => {
  expect(presentOptions(longSentence.options ?? [], {})).toEqual({ words: 40 });
  expect(presentOptions(longSentence.options ?? [], { words: 30 })).toEqual({ words: 30 });
});

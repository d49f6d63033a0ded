import { describe, expect, test } from 'vitest';
import { ambiguousName } from '../../server/src/rules/ambiguous-name.js';
import { caseInRepository } from '../../server/src/rules/case-in-repository.js';
import { differingField } from '../../server/src/rules/differing-field.js';
import { leftoverBlank } from '../../server/src/rules/leftover-blank.js';
import { missingSection } from '../../server/src/rules/missing-section.js';
import { moreThanNeeded } from '../../server/src/rules/more-than-needed.js';
import { unknownRecord } from '../../server/src/rules/unknown-record.js';
import { unknownWord } from '../../server/src/rules/unknown-word.js';
import { cpt } from '../../server/src/rules/cpt.js';
import { lint } from '../../server/src/lint/engine.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
import { subjectOf } from '../support/workspace.js';

// What few letters hold: changes of these rules that no quick test saw (`npm run mutants`).

describe('leftover-blank', () => {
  test('reads a quotation by the beginning of its line, not by a sign within it', () => {
    finds(leftoverBlank, '---\n## A\nA score > 4 in <|his/her|> scale.');
    finds(leftoverBlank, '---\n## A\n  > A score in his/her scale.');
  });

  test('puts a box at the beginning of the tenth item too', () => {
    const text = 'case\n---\n## A\n10. <|[]|> Prior imaging\n';
    const [finding] = finds(leftoverBlank, text);
    expect(finding && fixed(text.replaceAll(/<\||\|>/g, ''), finding)).toContain('10. [ ] Prior imaging');
  });
});

test('more-than-needed leaves quoted words alone, and what everybody may read', () => {
  const sensitive = 'diagnosis\n  name: asthma\n  code: J45.909\n';
  finds(
    moreThanNeeded,
    `case\n${sensitive}evidence\n  title: Asthma in adults with HIV infection and alcohol use disorder\n---\n## A\nShe has asthma.\n`,
  );
});

test('unknown-record asks for no colon where a key stands', () => {
  const [finding] = finds(unknownRecord, 'case\n<|providr|> @whitfield\n');
  expect(finding?.message).toContain('Did you mean "provider"?');
});

describe('unknown-word', () => {
  const messages = (text: string) => finds(unknownWord, text).map(({ message }) => message);
  test('proposes what is near, else says what to write', () => {
    expect(messages('vocabulary v\nrecord a (like <|provder|>)')).toEqual([
      'No record has this name. Did you mean "provider"?',
    ]);
    expect(messages('vocabulary v\nrecord a (like <|zzzzzz|>)')).toEqual([
      'No record has this name. Write the name of one, such as: like provider',
    ]);
  });
  test('tells of records that are like one another', () => {
    const told = messages('vocabulary v\nrecord a (like <|b|>)\n\nrecord b (like <|a|>)');
    expect(new Set(told)).toEqual(
      new Set(['This record is like one that is like it in turn. Take one of the two out.']),
    );
  });
});

test('ambiguous-name shows what else it could mean', () => {
  const [finding] = finds(ambiguousName, 'template t "T"\n\n<|patient name|> (text)\n---\n## A\nx\n');
  expect(finding?.related[0]?.message).toBe('what else it could mean');
});

test('missing-section adds one section by its name, several together', () => {
  const titles = (sections: string) =>
    findingsOf(missingSection, { 'x.lmn': 'case t\n', 't.lmn': `template t\n---\n${sections}` }).findings.flatMap(
      ({ fixes }) => fixes.map(({ title }) => title),
    );
  expect(titles('## A\n\n## B\nx\n')).toEqual(['Add the section "A"']);
  expect(titles('## A\n\n## B\n')).toEqual(['Add the sections']);
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

test('cpt takes any space in a range of codes', () => {
  finds(cpt, 'policy p "P"\npayer: Blue Mesa\ncodes: 64479  to   64484\n');
  finds(cpt, 'policy p "P"\npayer: Blue Mesa\ncodes: <|64479 to|>\n');
});

test('case-in-repository is silent on a case that tells nothing of anybody', () => {
  const told = (text: string) => {
    const subject = subjectOf(text);
    subject.workspace.tracked = { has: () => true };
    return lint(subject, { rules: [caseInRepository], severities: { 'case-in-repository': 'warning' } }).length;
  };
  expect(told('case\ndate: 2026-11-21\nurgency: standard\n')).toBe(0);
  expect(told('case\ndate: 2026-11-21\npatient\n  name: Ann Lee\n')).toBe(1);
});

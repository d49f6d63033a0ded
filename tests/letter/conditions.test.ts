import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChoices } from '../../server/src/letter/condition.js';
import { letterOf, printed } from '../support/printed.js';

const template = (prose: string) => ({
  't.lmn': `template t
ground (pregnancy | need of help | RN | RN or LPN): x
setting (at home | at work, many): x
due date (date): x
---
${prose}`,
});
const letter = (prose: string, head: string) => printed(`case t\n${head}\n---\n`, template(prose));

describe('words for a choice', () => {
  test.each<[string, string, string, string]>([
    ['print for it', 'A. {when [ground] is pregnancy: It is due.} B.', 'ground: pregnancy', 'A. It is due. B.'],
    ['and not for another', 'A. {when [ground] is pregnancy: It is due.} B.', 'ground: RN', 'A. B.'],
    ['nor for none', 'A. {when [ground] is pregnancy: It is due.} B.', '', 'A. B.'],
    ['for one of two', '{when [ground] is RN or pregnancy: A.}', 'ground: pregnancy', 'A.'],
    ['for one of three', '{when [ground] is RN, need of help, or pregnancy: A.}', 'ground: need  of Help', 'A.'],
    ['the longer choice is meant', 'A{when [ground] is RN or LPN: B}', 'ground: RN', 'A'],
    ['and prints', 'A{when [ground] is RN or LPN: B}', 'ground: RN or LPN', 'A B'],
    ['in any case of letters', 'A{when [Ground] is  PREGNANCY : B}', 'ground: pregnancy', 'A B'],
    ['of several values any', '{when [setting] is at work: A}', 'setting: at home; at work', 'A'],
    ['their blanks are gaps then', '{when [ground] is RN: Due [due date].}', 'ground: RN', 'Due ‹due date›.'],
    ['and else are not', 'A{when [ground] is RN: Due [due date].}', '', 'A'],
    ['with bold, over two lines', '{when [ground] is RN: **A**\nb}', 'ground: RN', 'A\nb'],
    ['a second colon is text', '{when [ground] is RN: a: b}', 'ground: RN', 'a: b'],
    ['leave no line', 'A\n{when [ground] is RN: B}\nC', '', 'A\nC'],
  ])('%s', (_, prose, head, result) => expect(letter(prose, head)).toBe(result));

  test('leave no section without any, nor its heading, and nothing to write', () => {
    const uses = template('A\n## B\n{when [ground] is RN: C}\n\n- {when [ground] is pregnancy: E}\n## D\nF');
    const letter = letterOf('case t\nground: need of help\n---\n', uses);
    expect(letter.sections.map(({ title }) => title)).not.toContain('B');
    expect(letter.lacks.filter(({ kind }) => kind === 'section')).toEqual([]);
    expect(letterOf('case t\nground: RN\n---\n', uses).sections.map(({ title }) => title)).toContain('B');
  });

  test('leave the other sections', () => {
    const sections = letterOf('case t\n---\n', template('A\n## B\n{when [ground] is RN: C}\n## D\nE')).sections;
    expect(sections.map(({ title }) => title)).toContain('D');
    expect(printed('case t\n---\n', template('A\n## B #optional\n{when [ground] is RN: C}\n## D\nE'))).not.toContain(
      'B',
    );
  });

  test.each([
    'When [ground] is RN: A',
    'when ground is RN: A',
    'when [ground] was RN: A',
    'whenever [ground] is RN: A',
  ])('anything else is optional text: {%s}', (words) =>
    expect(letter(`{${words}}`, 'ground: RN')).toBe(words.replace('[ground]', 'RN')),
  );

  test('of the record that an item is printed for', () =>
    expect(
      printed(
        `case\nprior treatment: A\n  outcome: contraindicated\n  reason: asthma\nprior treatment: B\n  outcome: ineffective
---
- [prior treatment]{when [prior treatment outcome] is contraindicated: (ruled out: [prior treatment reason])}`,
      ),
    ).toBe('- A (ruled out: asthma)\n- B'));

  test.each([
    '{when [ground] is LVN: A}',
    '{when [ground] is RN A}',
    '{when [due date] is RN: A}',
    '{when [ground] is: A}',
  ])('a condition that cannot be told is a hole in the letter: %s', (prose) =>
    expect(letterOf('case t\nground: RN\n---\n', template(prose)).lacks.map(({ kind }) => kind)).toContain('condition'),
  );
});

describe('choices', () => {
  const declared = ['RN', 'RN or LPN', 'a/b (c)', 'no'];
  const read = (text: string) => {
    const { choices, unknown } = readChoices(text, { start: 0, end: text.length }, declared);
    return [choices, unknown.map(({ start, end }) => text.slice(start, end))];
  };

  test.each<[string, string[], string[]]>([
    ['RN', ['RN'], []],
    ['RN or LPN', ['RN or LPN'], []],
    ['no or RN', ['no', 'RN'], []],
    ['a/b  (c), no', ['a/b (c)', 'no'], []],
    ['not', [], ['not']],
    ['no, maybe not, RN', ['no', 'RN'], ['maybe not']],
    ['', [], []],
    [' , ', [], []],
  ])('%j', (text, choices, unknown) => expect(read(text)).toEqual([choices, unknown]));

  test('any text is read to its end', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^(?:RN|no|or|,| |x|LPN)*$/), (text) => {
        const [choices = [], unknown = []] = read(text);
        for (const choice of choices) expect(declared).toContain(choice);
        expect(text).toContain(unknown[0] ?? '');
      }),
    ));
});

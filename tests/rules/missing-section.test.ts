import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { missingSection } from '../../server/src/rules/missing-section.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
import { subjectOf } from '../support/workspace.js';

const body = (sections: string) => ({ 't.lmn': `template t\n---\n${sections}` });
const only = (text: string, others: Record<string, string>) => findingsOf(missingSection, { 'x.lmn': text, ...others });

describe('a section that is left out', () => {
  const others = body('## Evidence #evidence\nTwo trials.\n\n## Cost #optional\nLittle.');

  test('is reported on the tag', () => {
    finds(missingSection, 'case t\n---\n## Evidence <|#omit|>', others);
  });

  test('may be left out when it is optional', () => {
    finds(missingSection, 'case t\n---\n## Cost #omit', others);
  });

  test('comes back with the fix, whatever other tags it has', () => {
    const text = 'case t\n---\n## Evidence #evidence #omit\n\n## Cost';
    const { findings } = only(text, others);
    expect(fixed(text, findings[0]!)).toBe('case t\n---\n## Evidence #evidence\n\n## Cost');
  });
});

describe('a section that prints nothing', () => {
  test('is named on the first line, with all others', () => {
    const others = body('## A\n{[reference number]}\n\n## B #optional\n\n## C\n');
    const [finding] = finds(missingSection, '// a comment\n<|case t|>', others);
    expect(finding?.message).toBe(
      'Required sections are missing: "A", "C". Add their headings (## …) and your own words.',
    );
    expect(finding?.related).toHaveLength(2);
  });

  test('is reported on the heading that the case has for it', () => {
    finds(missingSection, 'case t\n---\n## <|Evidence|>', body('## Evidence\n'));
    finds(missingSection, 'case t\n---\n## <|Evidence|>\n{[reference number]}', body('## Evidence\nTwo trials.'));
    finds(missingSection, 'case\n---\n## <|Evidence|>\n\n## History\nLong.');
  });

  test('is no finding where its text still needs facts or words: other rules say so', () => {
    finds(missingSection, 'case t', body('## A\n[reference number]\n\n## B\n[write: what happened]'));
  });
});

test.each([
  ['left out', 'case t\n---\n## Evidence #omit'],
  ['empty', 'case t\n---\n## Evidence'],
  ['absent', 'case t'],
])('%s, it is what the letter lacks, and told as that', (_, text) => {
  const { findings } = only(text, body('## Evidence\n'));
  const { letter } = subjectOf(text, body('## Evidence\n'));
  expect(findings.map(({ lacks }) => lacks.map(({ kind }) => kind))).toEqual([['section']]);
  expect(letter?.lacks.filter(({ kind }) => kind === 'section')).toHaveLength(1);
});

test.each([
  [
    'between the sections around it, at the end after them',
    'case t\n---\n## A\nMine.\n\n## C\nMine.\n',
    '## A\na\n\n## B #history\n\n## C\nc\n\n## D\n',
    'case t\n---\n## A\nMine.\n\n## B\n[write: how the condition began, and what was tried with which outcome]\n\n## C\nMine.\n\n## D\n[write: what this section should say]\n',
  ],
  ['after a divider', 'case t\n---\n', '## D\n', 'case t\n---\n## D\n[write: what this section should say]\n'],
  [
    'with the divider',
    'case t\ndate: 2026-11-21\n',
    '## D\n',
    'case t\ndate: 2026-11-21\n---\n## D\n[write: what this section should say]\n',
  ],
  [
    'after prose',
    'case t\n---\nHello.\n',
    '## D\n',
    'case t\n---\nHello.\n\n## D\n[write: what this section should say]\n',
  ],
  [
    'under its empty heading',
    'case t\n---\n## D\n\n',
    '## D\n',
    'case t\n---\n## D\n[write: what this section should say]\n\n',
  ],
  [
    'under what prints nothing',
    'case t\n---\n## D\n{[reference number]}',
    '## D\n',
    'case t\n---\n## D\n{[reference number]}\n\n[write: what this section should say]',
  ],
  [
    'with the line ends of the file',
    'case t\r\n---\r\n',
    '## D\n',
    'case t\r\n---\r\n## D\r\n[write: what this section should say]\r\n',
  ],
])('the fix adds the section %s', (_, text, template, expected) => {
  const others = body(template);
  const { findings } = only(text, others);
  expect(findings).toHaveLength(1);
  const after = fixed(text, findings[0]!);
  expect(after).toBe(expected);
  expect(only(after, others).findings).toEqual([]);
});

describe('a case with no template and no prose', () => {
  test('is no letter yet', () => {
    finds(missingSection, '<|case|>\ndate: 2026-11-21');
  });

  const fixesOf = (text: string, others: Record<string, string>) => only(text, others).findings[0]!.fixes;

  test('can be written on the spot', () => {
    const text = 'case\ndate: 2026-11-21\n';
    expect(fixesOf(text, {}).map((fix) => [fix.title, fix.preferred])).toEqual([
      ['Write the whole letter here', false],
    ]);
    const after = fixed(text, only(text, {}).findings[0]!);
    expect(after).toMatch(/^case\ndate: 2026-11-21\n---\n## Request\n\[write: /);
    expect(only(after, {}).findings).toEqual([]);
  });

  test('can name a template, of its kind of letter where there is one', () => {
    const others = {
      'a.lmn': 'template a\nfor: appeal-1\n---\nA',
      'b.lmn': 'template b\nfor: continuation\n---\nB',
    };
    const titles = (text: string) => fixesOf(text, others).map((fix) => fix.title);
    expect(titles('case\n')).toEqual(['Use the template a', 'Use the template b', 'Write the whole letter here']);
    const text = 'case\nfor: continuation\n';
    expect(titles(text)).toEqual(['Use the template b', 'Write the whole letter here']);
    expect(fixed(text, only(text, others).findings[0]!)).toBe('case b\nfor: continuation\n');
  });

  test.each(['', '\n', 'cse', 'hello', 'template t', 'vocabulary v', 'case nowhere'])(
    'nothing more is said of %j',
    (text) => {
      expect(lint(subjectOf(text), { rules: [missingSection] })).toEqual([]);
    },
  );
});

test('nothing where a template stands on one that is not there: it may have the sections', () => {
  finds(missingSection, 'case t\n---\n', { 't.lmn': 'template t from nothing\n---\n## Evidence #omit' });
});

test('adds one section by its name, several together', () => {
  const titles = (sections: string) =>
    only('case t\n', body(sections)).findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  expect(titles('## A\n\n## B\nx\n')).toEqual(['Add the section "A"']);
  expect(titles('## A\n\n## B\n')).toEqual(['Add the sections']);
});

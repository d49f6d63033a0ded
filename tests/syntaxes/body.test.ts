import { describe, expect, test } from 'vitest';
import { colorsOfLine, tokenize } from './tokenize.js';

/** The colors of the last line of a case's body. */
function colors(...lines: string[]): string[] {
  return colorsOfLine(['case', '---', ...lines].join('\n'), lines.length + 1);
}

describe('where the body begins', () => {
  test.each(['---', '-----', '———', '–––'])('at %s', (dashes) => {
    const text = `case\ndate: 2026-11-21\n${dashes}\n[date]`;
    expect(colorsOfLine(text, 2)).toEqual([`${dashes} = keyword.control.divider`]);
    expect(colorsOfLine(text, 3)).toEqual(['date = support.variable.placeholder']);
  });

  test('at the first heading where the dashes are missing', () =>
    expect(colorsOfLine('case\n## History\n[date]', 2)).toEqual(['date = support.variable.placeholder']));

  test('and after a continued value', () =>
    expect(colorsOfLine('case\npatient\n  address: Box 1\n    Reno\n---\n[date]', 5)).toEqual([
      'date = support.variable.placeholder',
    ]));

  test('later dashes are a rule', () => {
    const [, , line] = tokenize('case\n---\n---');
    expect(line?.map(({ scope }) => scope)).toEqual(['meta.separator']);
  });
});

describe('headings', () => {
  test('tags stand at the end', () =>
    expect(colors('## Evidence #evidence #optional')).toEqual([
      'Evidence = entity.name.section',
      'evidence = variable.other.constant.tag',
      'optional = variable.other.constant.tag',
    ]));

  test('a number is no tag, and what is not at the end is none', () => {
    expect(colors('## Claim #123')).toEqual(['Claim #123 = entity.name.section']);
    expect(colors('## The #one claim')).toEqual(['The #one claim = entity.name.section']);
  });

  test('within a section', () => expect(colors('### Imaging')).toEqual(['Imaging = entity.name.section']));

  test('one mark, or more than four, is text', () => {
    expect(colors('# Evidence')).toEqual([]);
    expect(colors('##### Evidence')).toEqual([]);
  });
});

describe('brackets', () => {
  test.each([
    ['[patient name]', 'patient name = support.variable.placeholder'],
    ["[Patient's Name]", "Patient's Name = support.variable.placeholder"],
    ['[signature]', 'signature = support.function.block'],
    ['[They have]', 'They have = variable.language.pronoun'],
    ['[template text]', 'template text = keyword.control.template-text'],
    ['[@cohen2021]', '@cohen2021 = variable.other.constant.key'],
    ['[mention other risks, e.g. falls]', 'mention other risks, e.g. falls = support.variable.placeholder'],
  ])('%s', (line, color) => expect(colors(`Text ${line} text.`)).toEqual([color]));

  test('help for the writer', () =>
    expect(colors('[write: one or two studies]')).toEqual([
      'write = keyword.control.gap',
      'one or two studies = string.unquoted.help',
    ]));

  test('two citations', () =>
    expect(colors('Shown twice [@a; @b].')).toEqual([
      '@a = variable.other.constant.key',
      '@b = variable.other.constant.key',
    ]));

  test.each(['[sic]', '[emphasis added]', '[1]', '[0.45–0.84]', '[ ]', '[unclosed', 'closed]'])(
    '%s prints itself',
    (text) => expect(colors(`Text ${text} text.`)).toEqual([]),
  );

  test('an escaped one prints itself', () =>
    expect(colors(String.raw`\[not a blank\]`)).toEqual([
      String.raw`\[ = constant.character.escape`,
      String.raw`\] = constant.character.escape`,
    ]));

  test('of two that open, the inner one counts', () =>
    expect(colors('[open [date]')).toEqual(['date = support.variable.placeholder']));

  test('a link', () =>
    expect(colors('[the study](https://example.org/a_(b))')).toEqual([
      'the study = string.other.link.title',
      'https://example.org/a_(b) = markup.underline.link',
    ]));

  test('only https and mailto make a link', () =>
    expect(colors('[drug](see below)')).toEqual(['drug = support.variable.placeholder']));
});

describe('optional text', () => {
  test('with a placeholder in it', () =>
    expect(colors('{Number: [reference number].}')).toEqual([
      '{ = keyword.control.optional',
      'reference number = support.variable.placeholder',
      '} = keyword.control.optional',
    ]));

  test('words for a choice', () =>
    expect(colors('{when [urgency] is expedited or standard: Soon, [date].}')).toEqual([
      '{ = keyword.control.optional',
      'when = keyword.control.conditional',
      'urgency = support.variable.placeholder',
      'is = keyword.control.conditional',
      'expedited = constant.language.choice',
      'or = keyword.operator.or',
      'standard = constant.language.choice',
      'date = support.variable.placeholder',
      '} = keyword.control.optional',
    ]));

  test.each(['{When [urgency] is known}', '{when urgency is x: y}'])('no condition in %s', (line) =>
    expect(colors(line).filter((one) => one.includes('conditional'))).toEqual([]),
  );

  test('without its end it ends with its paragraph', () => {
    const lines = tokenize('case\n---\n{open [date]\n\ntext');
    expect(lines[2]?.some(({ scope }) => scope === 'support.variable.placeholder')).toBe(true);
    expect(lines[4]?.map(({ scope }) => scope)).toEqual(['meta.body']);
  });
});

describe('emphasis', () => {
  test('bold, with a placeholder in it', () =>
    expect(colors('**Name: [patient name]**')).toEqual([
      'Name: = markup.bold',
      'patient name = support.variable.placeholder',
    ]));

  test('italic', () => expect(colors('the *only* one')).toEqual(['only = markup.italic']));

  test('a star between letters or digits is text', () => {
    expect(colors('HLA-B*27 and HLA-B*57')).toEqual([]);
    expect(colors('2*3 is 3*2')).toEqual([]);
  });

  test('stars without an end are text', () => expect(colors('**bold', '5 * 3')).toEqual([]));
});

describe('lines that begin with a mark', () => {
  test.each([
    ['- one', '- = keyword.operator.list'],
    ['* one', '* = keyword.operator.list'],
    ['• one', '• = keyword.operator.list'],
    ['12. one', '12. = keyword.operator.list'],
  ])('%s', (line, color) => expect(colors(line)).toEqual([color]));

  test('a check box', () =>
    expect(colors('- [x] done')).toEqual(['- = keyword.operator.list', '[x] = constant.language.checkbox']));

  test('a row of a table', () =>
    expect(
      colors('| Treatment | Outcome |', '| --- | --- |', '| [prior treatment] | [prior treatment outcome] |'),
    ).toEqual([
      'prior treatment = support.variable.placeholder',
      'prior treatment outcome = support.variable.placeholder',
    ]));

  test('a quotation, but not before a digit', () => {
    expect(colors('> Not medically necessary.')).toEqual(['Not medically necessary. = markup.quote']);
    expect(colors('> 50 % of days')).toEqual([]);
  });

  test('a comment', () => expect(colors('// ask about this')).toEqual(['ask about this = comment.line.double-slash']));

  test('slashes later in a line are text', () => expect(colors('see https://example.org')).toEqual([]));
});

test('a long line without ends costs linear time', () => {
  for (const piece of ['[', '{', '*', '**a ', '[a', '| ', '@', '\\', 'word ']) {
    // Its square would take longer than a test may.
    expect(tokenize(`case\n${piece.repeat(2000)}\n---\n## ${piece.repeat(2000)}\n${piece.repeat(5000)}`)).not.toEqual(
      [],
    );
  }
});

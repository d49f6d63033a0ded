import { describe, expect, test } from 'vitest';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import { caseOf, gapsOf, letterOf, printed, printedWhole } from '../support/printed.js';

const template = `template t
---
Fixed beginning.

## History #history
Template history of [patient name].

## Treatment #treatment #evidence
Template treatment.

## More Treatment #treatment
More.

## Extra #consequences #optional
Extra words.

## Closing #untitled
Goodbye.`;

function letter(body: string, head = 'patient\n  name: Ana', text = template): string {
  return printed(`case t\n${head}\n---\n${body}`, { 't.lmn': text });
}

const whole = letter('');

test('a case without prose prints the template’s', () => {
  expect(whole).toBe(
    'Fixed beginning.\n\n## History\n\nTemplate history of Ana.\n\n## Treatment\n\nTemplate treatment.\n\n## More Treatment\n\nMore.\n\nGoodbye.',
  );
  expect(printed('case t\npatient\n  name: Ana', { 't.lmn': template })).toBe(whole);
});

describe('a section of the case replaces the template’s', () => {
  const history = (words: string) => whole.replace('Template history of Ana.', words);
  test.each([
    ['of the same heading', '## History\nMine.'],
    ['in another case', '## HISTORY\nMine.'],
    ['with other spaces', '##   History  \nMine.'],
    ['with a colon at its end', '## History:\nMine.'],
    ['with tags of its own', '## History #condition #untitled\nMine.'],
    ['of another heading with its role', '## What Happened #history\nMine.'],
  ])('%s: the template’s heading and place stay', (_, body) => expect(letter(body)).toBe(history('Mine.')));

  test('by a heading written with a bracket, as written', () => {
    const text = 'template t\n---\n## Need of [patient name]\nA.';
    expect(letter('## Need of [patient name]\nMine.', undefined, text)).toBe('## Need of Ana\n\nMine.');
  });
  test('not by a role that two sections have', () =>
    expect(letter('## Mine #treatment\nMine.')).toContain('## Mine\n\nMine.'));
  test('by the role that one section alone has', () =>
    expect(letter('## Mine #evidence\nMine.')).toContain('## Treatment\n\nMine.'));
  test('a heading counts for more than a role', () => {
    const result = letter('## Other #history\nOther.\n\n## History\nMine.');
    expect(result).toContain('## History\n\nMine.');
    expect(result).toContain('## Other\n\nOther.');
  });
  test('once: the second is added, and reported', () => {
    const text = 'case t\n---\n## History\nA.\n\n## History\nB.';
    expect(letterOf(text, { 't.lmn': template }).sectionProblems.map(({ kind }) => kind)).toEqual([
      'duplicate section',
    ]);
    expect(letter('## History\nA.\n\n## History\nB.')).toContain('## History\n\nA.\n\n## History\n\nB.');
  });
});

describe('`[template text]`', () => {
  test.each([
    ['before own words', '## History\n[template text]\n\nMore.', 'Template history of Ana.\n\nMore.'],
    ['after own words', '## History\nFirst.\n\n[template text]', 'First.\n\nTemplate history of Ana.'],
    ['within a line', '## History\nFirst. [Template  Text] Then.', 'First. Template history of Ana. Then.'],
    ['twice', '## History\n[template text]\n[template text]', 'Template history of Ana.\nTemplate history of Ana.'],
  ])('%s', (_, body, words) => expect(letter(body)).toContain(`## History\n\n${words}\n\n## Treatment`));

  test('where there is nothing to replace is nothing, and is reported', () => {
    const { sections } = letterOf('case t\n---\n## New\na [template text] b', { 't.lmn': template });
    expect(sections.flatMap((section) => section.nothingReplaced)).toHaveLength(1);
    expect(letter('## New\na [template text] b')).toContain('a b');
  });
  test('its gaps count once', () => {
    expect(
      gapsOf('case t\n---\n## History\n[template text] [template text]', { 't.lmn': template }).filter(
        (gap) => gap === 'patient name',
      ),
    ).toHaveLength(1);
  });
});

describe('a heading with nothing under it', () => {
  test.each(['## History', '## History\n\n  \n', '## History\n// a comment'])(
    '%j stands for the template’s text',
    (body) => expect(letter(body)).toBe(whole),
  );
});

describe('an added section', () => {
  const order = (body: string) => letter(body).match(/^## .*/gm);
  test('stands after the one before it', () => {
    expect(order('## History\nx\n\n## New\ny\n\n## Newer\nz')).toEqual([
      '## History',
      '## New',
      '## Newer',
      '## Treatment',
      '## More Treatment',
    ]);
  });
  test('stands first before any other', () => expect(order('## New\ny\n\n## History\nx')?.[0]).toBe('## New'));
  test('keeps its tags', () => {
    const { sections } = letterOf('case t\n---\n## New #condition #untitled\ny', { 't.lmn': template });
    expect(sections.find((section) => section.title === 'New')).toMatchObject({ roles: ['condition'] });
    expect(letter('## New #untitled\ny')).not.toContain('New');
  });
  test('whose heading is nearly the template’s is reported', () => {
    const problems = (heading: string) =>
      letterOf(`case t\n---\n## ${heading}\ny`, { 't.lmn': template }).sectionProblems.map(
        ({ kind, nearest }) => `${kind} ${nearest ?? ''}`,
      );
    expect(problems('Histroy')).toEqual(['near heading History']);
    expect(problems('Xylophones')).toEqual([]);
  });
});

describe('`#omit`', () => {
  test('leaves an optional section out', () => {
    expect(letter('## Extra\nMine.')).toContain('Mine.');
    expect(letter('## Extra #omit')).toBe(whole);
    expect(letter('## Extra #omit\nMine.')).toBe(whole);
  });
  test('leaves a gap for a required one, and not those of its prose', () => {
    expect(letter('## History #omit')).not.toContain('Template history');
    expect(gapsOf('case t\n---\n## History #omit', { 't.lmn': template })).toContain('omitted section: History');
    expect(
      letterOf('case t\n---\n## History #omit', { 't.lmn': template }).sections.flatMap((section) => section.uses),
    ).toEqual([]);
  });
  test('of a section that the template does not have is reported', () => {
    expect(
      letterOf('case t\n---\n## New #omit\nx', { 't.lmn': template }).sectionProblems.map(({ kind }) => kind),
    ).toEqual(['nothing to omit']);
    expect(letter('## New #omit\nx')).toBe(whole);
  });
});

describe('`#optional`', () => {
  const optional = (prose: string, head: string, body = '') =>
    printed(`case t\n${head}\n---\n${body}`, { 't.lmn': `template t\n---\n## Extra #optional\n${prose}` });
  test.each<[string, string, string, string]>([
    ['prints when its placeholders have values', 'We use [symptom].', 'symptom: pain', '## Extra\n\nWe use pain.'],
    ['not when one has none', 'We use [symptom] [urgency].', 'symptom: pain', ''],
    ['those in braces do not count', 'We use [symptom].{ [urgency]}', 'symptom: pain', '## Extra\n\nWe use pain.'],
    ['not without a placeholder', 'Words.', '', ''],
    ['not with only optional ones', 'Words.{ [symptom]}', 'symptom: pain', ''],
    ['not with help that nobody answered', '[symptom] [write: more]', 'symptom: pain', ''],
    ['not with a bracket that names nothing', '[symptom] [nonsense here]', 'symptom: pain', ''],
    ['not with a citation that nobody gives', '[symptom] [@x]', 'symptom: pain', ''],
    ['not with a pronoun that is not given', '[symptom] hurts [them].', 'symptom: pain', ''],
    ['a repeated item needs its record', '- [prior treatment]: [prior treatment outcome]', '', ''],
    [
      'and prints',
      '- [prior treatment]: [prior treatment outcome]',
      'prior treatment: A\n  outcome: ineffective',
      '## Extra\n\n- A: ineffective',
    ],
    [
      'what one record lacks shows',
      '- [prior treatment]: [prior treatment outcome]',
      'prior treatment: A\n  outcome: ineffective\nprior treatment: B',
      '## Extra\n\n- A: ineffective\n- B: ‹prior treatment outcome›',
    ],
    [
      'what all lack shows too',
      '- [prior treatment]: [prior treatment outcome]',
      'prior treatment: A\nprior treatment: B',
      '## Extra\n\n- A: ‹prior treatment outcome›\n- B: ‹prior treatment outcome›',
    ],
    [
      'in a row as well',
      '| a | b |\n|---|---|\n| [outcome measure] | [outcome measure current] |',
      'outcome measure: Pain',
      '## Extra\n\na | b\nPain | ‹outcome measure current›',
    ],
    ['but what stands outside the item counts', 'Of [symptom]:\n\n- [prior treatment]', 'prior treatment: A', ''],
  ])('%s', (_, prose, head, result) => expect(optional(prose, head)).toBe(result));

  test('prints with the case’s heading, gaps and all', () => {
    expect(optional('We use [symptom].', '', '## Extra')).toBe('## Extra\n\nWe use ‹symptom name›.');
    expect(optional('Words.', '', '## Extra')).toBe('## Extra\n\nWords.');
  });
  test('leaves no gap when it does not print', () => {
    expect(gapsOf('case t', { 't.lmn': 'template t\n---\n## Extra #optional\n[symptom]' })).not.toContain(
      'symptom name',
    );
  });
});

describe('a required section', () => {
  const gaps = (text: string) =>
    gapsOf('case t', { 't.lmn': `template t\n---\n${text}` }).filter(
      (gap) => gap.includes('section') || gap.includes('write'),
    );
  test('with only help is a gap with its words', () =>
    expect(gaps('## Why\n[write: the reason]')).toEqual(['write: the reason']));
  test('without any text is absent', () => expect(gaps('## Why\n')).toEqual(['absent section: Why']));
  test('that prints nothing is absent', () => expect(gaps('## Why\n{[urgency]}')).toEqual(['absent section: Why']));
  test('that the case leaves empty is empty', () => {
    expect(gapsOf('case t\n---\n## Why\n{[urgency]}', { 't.lmn': 'template t\n---\n## Why\nText.' })).toContain(
      'empty section: Why',
    );
  });
});

describe('prose before the first heading', () => {
  test('of a case prints after the template’s fixed beginning', () => {
    expect(letter('Mine.')).toBe(whole.replace('Fixed beginning.', 'Fixed beginning.\n\nMine.'));
    expect(letter('Mine.\n\n## History\nx')).toContain('Fixed beginning.\n\nMine.\n\n## History\n\nx');
  });
  test('of a case without a template prints', () =>
    expect(printed('case\n---\nMine.\n\n## A\nb')).toBe('Mine.\n\n## A\n\nb'));
});

describe('a case', () => {
  test('without a template prints its own sections', () =>
    expect(printed('case\n---\n## B #untitled\nb\n\n## A\na')).toBe('b\n\n## A\n\na'));
  test('that names no template in reach prints its own, with a gap', () => {
    expect(printed('case nowhere\n---\n## A\na')).toBe('## A\n\na');
    expect(gapsOf('case nowhere\n---\n## A\na')).toContain('template: nowhere');
  });
  test('with neither template nor prose has a gap', () => {
    expect(gapsOf('case')).toContain('template: ');
    expect(gapsOf('')).toContain('template: ');
  });
  test('that names itself prints its own', () =>
    expect(printed('case x\n---\na', { 'x.lmn': 'case x\n---\na' })).toBe('a'));
  test('that names a file by its path has a gap', () =>
    expect(gapsOf('case ./t.lmn', { 't.lmn': template })).toContain('template: ./t.lmn'));
  test('with a slip in its kind still uses its template', () =>
    expect(printed('cse t\npatient\n  name: Ana', { 't.lmn': template })).toBe(whole));
  test('with a colon behind its kind does too', () =>
    expect(printed('case: t\npatient\n  name: Ana', { 't.lmn': template })).toBe(whole));
});

test('without a date has a gap, never today', () => {
  expect(gapsOf('case\n---\nx')).toContain('date');
  expect(printed('case\n---\n[date]')).toBe('‹date›');
});

test('required facts are gaps though nothing prints them', () => {
  expect(
    gapsOf('case\ndate: 2026-11-21\nfinding\n  result: x\n---\ny').filter((gap) => gap.startsWith('finding')),
  ).toEqual(['finding test']);
  expect(gapsOf('case\n---\ny').filter((gap) => gap.startsWith('finding'))).toEqual([]);
});

test('the blocks at the end follow the letter', () => {
  expect(printedWhole('case t\nprovider\n  name: Dana', { 't.lmn': 'template t\n---\n## A\na' })).toBe(
    '## A\n\na\n\n____\nDana',
  );
});

describe('parts of which there is nothing', () => {
  const upon = (section: string) => ({ 't.lmn': `template t\n---\n## First\nWords.\n\n${section}` });
  const titles = (text: string, section: string) =>
    letterOf(text, upon(section)).sections.flatMap(({ kind, title }) => (kind === 'section' ? [title] : []));
  const cited = 'case t\nevidence @lee\n  title: A trial\n---\n## First\nIt helps. [@lee]\n';

  test.each(['references', 'enclosures'].flatMap((name) => [`## Last\n[${name}]`, `## Last #optional\n[${name}]`]))(
    'no heading stands over nothing: %j',
    (section) => {
      expect(titles('case t\n', section)).toEqual(['First']);
      const letter = letterOf('case t\n', upon(section));
      expect(letter.lacks.filter(({ kind }) => kind === 'section')).toEqual([]);
    },
  );

  test.each([
    ['## Last\n[references]', cited],
    ['## Last #optional\n[references]', cited],
    ['## Last\n[enclosures]', 'case t\nenclosure: Notes\n'],
    ['## Last #optional\n[enclosures]', 'case t\nenclosure: Notes\n'],
  ])('a heading stands over what there is: %j', (section, text) =>
    expect(titles(text, section)).toEqual(['First', 'Last']),
  );

  test('words beside them print alone', () => {
    const letter = letterOf('case t\n', upon('## Last\nWhat others found:\n\n[references]'));
    expect(letter.sections.find(({ title }) => title === 'Last')?.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
    ]);
  });

  test('a section of the case’s own lacks words', () => {
    const letter = letterOf('case t\n---\n## Sources\n[references]\n', upon(''));
    expect(letter.lacks.flatMap((lack) => (lack.kind === 'section' ? [[lack.section, lack.because]] : []))).toEqual([
      ['Sources', 'empty'],
    ]);
  });

  test('what is cited later brings the list, what is cited no more takes it away', () => {
    const memo = new SectionMemo();
    const files = upon('## Last\n[references]');
    const at = (text: string) => {
      const letter = resolveLetter(caseOf(text, files), memo);
      expect(letter.sections.map(({ title, blocks }) => [title, blocks.length])).toEqual(
        letterOf(text, files).sections.map(({ title, blocks }) => [title, blocks.length]),
      );
      return letter.sections.some(({ title }) => title === 'Last');
    };
    expect([at('case t\n'), at(cited), at('case t\n'), at(cited)]).toEqual([false, true, false, true]);
  });
});

import { describe, expect, test } from 'vitest';
import { unwrittenSection } from '../../server/src/rules/unwritten-section.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const template = `template t
---
Dear reader,

## History
It began in [patient date of birth].

## Reasons
// for the writer of the template
The reasons are these:

[write: two or three reasons]

## Evidence
[write: one or two studies]

## Cost #optional
[write: what it costs]
`;
const others = { 't.lmn': template };
const only = (text: string) => findingsOf(unwrittenSection, { 'x.lmn': text, ...others }).findings;

test('all sections that the case does not have share one finding on the first line', () => {
  const [finding] = finds(unwrittenSection, '<|case t|>', others);
  expect(finding?.message).toBe(
    'Sections are not written yet: "Reasons", "Evidence". Add their headings (## …) and your own words.',
  );
  expect(finding?.related.map(({ range }) => template.slice(range.start, range.end))).toEqual([
    '[write: two or three reasons]',
    '[write: one or two studies]',
  ]);
});

test('on the heading that the case has with nothing under it', () => {
  finds(unwrittenSection, 'case t\n---\n## Reasons\nMine.\n\n## <|Evidence|>\n', others);
});

test('on the help that the case left in its own prose, once for a repeated item', () => {
  finds(unwrittenSection, 'case\n---\n## Mine\nAs follows: <|[write: the course]|>');
  finds(unwrittenSection, 'case\nsymptom: pain\nsymptom: fever\n---\n- [symptom]: <|[write: how bad]|>');
});

test("on [template text] that puts the template's help", () => {
  finds(unwrittenSection, 'case t\n---\n## Reasons\nMine.\n\n<|[template text]|>\n\n## Evidence\nMine.', others);
});

test('an optional section is asked for only where the case has its heading', () => {
  finds(unwrittenSection, 'case t\n---\n## Reasons\nMine.\n\n## Evidence\nMine.', others);
  finds(unwrittenSection, 'case t\n---\n## Reasons\nMine.\n\n## Evidence\nMine.\n\n## <|Cost|>', others);
});

test('a section that is left out is reported as missing, not here', () => {
  finds(unwrittenSection, 'case t\n---\n## Reasons\nMine.\n\n## Evidence #omit', others);
});

describe('the fix', () => {
  test("adds the sections in their places, with the template's own prose and help", () => {
    const text = 'case t\n---\n## Evidence\nMine.\n';
    const after = fixed(text, only(text)[0]!);
    expect(after).toBe(
      'case t\n---\n## Reasons\nThe reasons are these:\n\n[write: two or three reasons]\n\n## Evidence\nMine.\n',
    );
    const [finding, ...more] = only(after);
    expect(more).toEqual([]);
    expect(after.slice(finding?.range.start, finding?.range.end)).toBe('[write: two or three reasons]');
  });

  test('adds them in a file without a body', () => {
    const text = 'case t\npatient: Ann Example';
    expect(fixed(text, only(text)[0]!)).toBe(
      'case t\npatient: Ann Example\n---\n## Reasons\nThe reasons are these:\n\n[write: two or three reasons]\n\n## Evidence\n[write: one or two studies]',
    );
  });

  test('does not double a heading that is nearly the template’s', () => {
    const text = 'case t\n---\n## Reasons\nMine.\n\n## Evidense\nMine.';
    const [finding] = only(text);
    expect(finding?.message).toContain('"Evidence"');
    expect(finding?.fixes).toEqual([]);
  });
});

describe('in a template', () => {
  test('help is for the case, and no fault', () => {
    finds(unwrittenSection, template);
  });

  test('but not where no case can answer it, and then the case is not blamed', () => {
    finds(unwrittenSection, 'template t\n---\n<|[write: a greeting]|>\n\n## About <|[write: what]|>\nText.');
    finds(unwrittenSection, 'case t', {
      't.lmn': 'template t\n---\n[write: a greeting]\n\n## About [write: what]\nText.',
    });
  });
});

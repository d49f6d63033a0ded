import { describe, expect, test } from 'vitest';
import type { Gap, Inline, ResolvedLetter } from '../../../server/src/letter/letter.js';
import { textOf, valueText } from '../../../server/src/letter/source.js';
import { lackLine } from '../../../server/src/render/lack-words.js';
import { renderHtml } from '../../../server/src/render/html.js';
import { renderMarkdown } from '../../../server/src/render/markdown.js';
import { LetterMask } from '../../../server/src/render/mask/letter-mask.js';
import { renderText } from '../../../server/src/render/text.js';
import { allGaps } from '../../support/printed.js';
import { letterOf, quickLetterOf, sampleLetter } from '../support/letter-of.js';
import { printedText } from '../support/printed-text.js';
import { samplePaths } from '../../support/workspace.js';

const patient = 'patient: Elena Marquez\n  date of birth: 1968-03-14\n';

function maskOf(text: string, template = ''): ResolvedLetter {
  return new LetterMask().of(quickLetterOf(text, template));
}

function linesOf(letter: ResolvedLetter): string[] {
  return letter.lacks.map((lack) => lackLine(lack, letter));
}

/** All that is made of a letter for somebody to see. */
function shown(letter: ResolvedLetter): string {
  return [renderHtml(letter), renderText(letter), renderMarkdown(letter), ...linesOf(letter)].join('\n');
}

const everywhere = `case
date: 2026-11-21
${patient}practice
  name: Marquez Clinic
  letterhead: Elena Marquez Center
provider
  name: Elena Marquez
  credentials: MD
enclosure: Notes on Elena Marquez
copy: Elena Marquez
evidence @one: On Elena Marquez
  url: https://example.org/Elena/Marquez
---
[letterhead]

Dear Elena

## About Elena Marquez
### Of Elena
1. Marquez
   - Elena
     > Marquez

| Elena | x |
| --- | --- |
| Marquez | **Elena** |

- [ ] *Elena*

[Elena is unknown] {[patient name]} [@one] [@marquez] [write: how Elena is]
[the page](https://example.org/?of=Marquez) [a mail](mailto:elena@example.org)
`;

describe('whatever prints', () => {
  test('every kind of block, of gap and of link is masked', () => {
    const letter = quickLetterOf(everywhere);
    expect(shown(letter).match(/Elena|Marquez/gi)?.length).toBeGreaterThan(60);
    expect(shown(new LetterMask().of(letter))).not.toMatch(/Elena|Marquez/i);
  });

  test.each(samplePaths)('nothing of the patient is in what is shown of %s', (path) => {
    const letter = sampleLetter(path);
    const text = shown(new LetterMask().of(letter));
    const secret = [
      /Elena|Marquez|Thomas|Brandt/i,
      ...numbersOf(letter),
      /April 9|04\/09\/1968|1968|February 17|1985/,
      /58-year|41-year/,
    ];
    for (const one of secret) expect(text).not.toMatch(one);
    expect(text).toMatch(/\u2039patient name\u203a/);
  });

  test('a template of no such name', () => {
    const letter = letterOf(`case marquez-elena\n${patient}`);
    expect(shown(letter)).toMatch(/marquez/);
    expect(shown(new LetterMask().of(letter))).not.toMatch(/elena|marquez/i);
  });

  test('the letter’s own date, the clinician, the payer and what is published stay', () => {
    const text = renderText(new LetterMask().of(sampleLetter(samplePaths[0])));
    for (const word of [
      'November 21, 2026',
      'Dana Whitfield, MD',
      'Blue Mesa Health Plan',
      '505-555-0142',
      '2013;14(1)',
      'M54.16',
      '12 months',
    ])
      expect(text).toContain(word);
  });
});

describe('runs', () => {
  test('words that stay lead to where they stand, masked ones to what they mask', () => {
    const [run, name, after] = printedText(maskOf(`case\n${patient}---\nWith Elena here.`)).runs;
    expect(run).toMatchObject({ text: 'With ', exact: true, origin: 'written' });
    expect(name).toMatchObject({ text: '\u2039patient name\u203a', exact: false, origin: 'derived' });
    expect(after).toMatchObject({ text: ' here.', exact: true });
    expect([run, name, after].map((one) => one && textOf(one.source))).toEqual(['With ', 'Elena', ' here.']);
  });

  test('without a patient nothing changes', () => {
    const letter = quickLetterOf('case\n---\nA *b* [c](https://example.org).');
    expect(new LetterMask().of(letter)).toEqual(letter);
  });
});

describe('gaps', () => {
  test('each is one masked gap, wherever it is', () => {
    const named = quickLetterOf(
      `case our-template\n${patient}`,
      'template our-template\n---\n## Of Elena\n[Elena] [Elena] [write: on Elena]',
    );
    const masked = new LetterMask().of(named);
    const section = masked.sections.find(({ kind }) => kind === 'section');
    expect(section?.gaps.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unwritten']);
    expect(
      inlineGaps(section?.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.content : [])) ?? []),
    ).toEqual(section?.gaps);
    for (const gap of section?.gaps ?? []) expect(allGaps(masked)).toContain(gap);
    expect(allGaps(masked).map(({ needed }) => needed)).toEqual(allGaps(named).map(({ needed }) => needed));
    expect(linesOf(masked).slice(0, 2)).toEqual([
      '[\u2039patient name\u203a]: no field has this name. It stands in \u201cOf \u2039patient name\u203a\u201d.',
      'Section \u201cOf \u2039patient name\u203a\u201d: not written yet (on \u2039patient name\u203a). The template leaves it to the writer.',
    ]);
    expect(masked.lacks).toHaveLength(named.lacks.length);
  });
});

/** The numbers of membership and case as the letter's own facts have them: the help of a gap gives others as examples. */
function numbersOf({ facts, case: { schema } }: ResolvedLetter): RegExp[] {
  const insurance = schema.vocabulary.byName.get('insurance');
  const record = insurance && facts.recordsOf(insurance)[0];
  const fields = ['member id', 'group number'].map((name) => record?.declaration.byName.get(name));
  const reference = schema.vocabulary.letter.byName.get('reference number');
  const values = [
    ...fields.flatMap((field) => (field && record?.values.get(field)) ?? []),
    ...(reference ? facts.valuesOf(reference) : []),
  ];
  return values.map((value) => new RegExp(valueText(value).replace(/-/g, '[- ]?'), 'i'));
}

function inlineGaps(content: readonly Inline[]): Gap[] {
  return content.flatMap((node) =>
    node.kind === 'gap' ? [node.gap] : 'content' in node ? inlineGaps(node.content) : [],
  );
}

describe('a mask that is kept', () => {
  const template = 'template our-template\n---\n## One\nElena.\n\n## Two\nMarquez, [date].';

  test('gives the same section for the same section', () => {
    const mask = new LetterMask();
    const letter = quickLetterOf(`case our-template\n${patient}`, template);
    const again = mask.of({ ...letter, sections: [...letter.sections] });
    expect(mask.of(letter).sections.map((section, at) => section === again.sections[at])).toEqual(
      letter.sections.map(() => true),
    );
    expect(allGaps(mask.of(letter))[0]).toBe(allGaps(again)[0]);
  });

  test('masks anew when there is something else to be masked', () => {
    const mask = new LetterMask();
    const before = quickLetterOf(`case our-template\n${patient}`, template);
    expect(renderText(mask.of(before))).not.toMatch(/Elena|Marquez/);
    const after = quickLetterOf(`case our-template\npatient: Elena Kim`, template);
    expect(renderText(mask.of({ ...after, sections: before.sections }))).toMatch(
      /\u2039patient name\u203a\.[^]*Marquez/,
    );
  });

  test('of a letter that is masked changes nothing', () => {
    const mask = new LetterMask();
    const letter = mask.of(quickLetterOf(everywhere));
    expect(mask.of(letter)).toEqual(letter);
    expect(new LetterMask().of(letter)).toEqual(letter);
  });
});

test('hundreds of numbers are all found', () => {
  const phones = Array.from({ length: 300 }, (_, at) => `505-555-${String(at).padStart(4, '0')}`);
  const letter = letterOf(
    `case\n${phones.map((phone) => `shop: ${phone}`).join('\n')}\n---\nCall ${phones.join(', ')}.`,
    {
      'v.lmn': 'vocabulary ours\nrecord shop (many): Where.\n  phone (phone): Number.',
    },
  );
  expect(renderText(new LetterMask().of(letter))).not.toMatch(/555/);
}, 60_000);

test('a value of 10,000 characters takes no longer than the text is long', () => {
  const values = [
    '.*+?^${}()|[]\\/-'.repeat(625),
    'a'.repeat(10_000),
    'ab '.repeat(3333),
    "a'".repeat(5000),
    'ab-'.repeat(3333),
    '\u00c9'.repeat(10_000),
  ];
  for (const value of values) {
    const letter = quickLetterOf(
      `case\npatient\n  name: ${value}\ninsurance\n  member id: ${value}\nparticipant: x\n  employer: ${value}\n---\n[patient name] ${value}\n\n${'aaaaaaaaab ab ab-ab, '.repeat(500)}`,
    );
    const masked = new LetterMask().of(letter);
    expect(printedText(masked).runs[0]?.text).toBe('\u2039patient name\u203a');
  }
}, 60_000);

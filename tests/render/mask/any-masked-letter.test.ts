import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { textOf, valueText } from '../../../server/src/letter/source.js';
import { lackLine } from '../../../server/src/render/lack-words.js';
import { renderHtml } from '../../../server/src/render/html.js';
import { LetterMask } from '../../../server/src/render/mask/letter-mask.js';
import { isAlsoWord } from '../../../server/src/render/mask/names-that-are-words.js';
import { renderText } from '../../../server/src/render/text.js';
import { allGaps } from '../../support/printed.js';
import { anyCase, anyTemplate, hostileLine } from '../support/fuzz.js';
import { quickLetterOf } from '../support/letter-of.js';
import { printedText } from '../support/printed-text.js';
import { readHtml } from '../support/read-html.js';

const runs = Number(process.env.FUZZ_RUNS ?? 60);
const months = 'January February March April May June July August September October November December'.split(' ');

/** A patient, and all the forms in which a sentence might repeat what the case says. */
const anyPatient = fc
  .record({
    given: fc.constantFrom('Elena', 'Jos\u00e9', 'Anne-Marie', 'Xu', 'Will', 'Grace', 'Siobhan'),
    surname: fc.constantFrom('Marquez', "O'Brien", 'Smith-Jones', 'Nguy\u1ec5n', 'Walker', 'van Dyck'),
    year: fc.integer({ min: 1930, max: 2010 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    id: fc.stringMatching(/^[A-Z]{2}\d{4}-\d{3}$/),
    phone: fc.stringMatching(/^505-555-01\d\d$/),
  })
  .map(({ given, surname, year, month, day, id, phone }) => {
    const name = months[month - 1] ?? '';
    const age = String(2026 - year - (month > 11 || (month === 11 && day > 21) ? 1 : 0));
    const iso = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return {
      head: `date: 2026-11-21
patient
  name: ${given} ${surname}
  date of birth: ${iso}
  phone: ${phone}
insurance
  member id: ${id}
`,
      forms: [
        `${given} ${surname}`,
        `${surname}, ${given}`,
        given,
        surname,
        `${given.toUpperCase()} Q. ${surname.toUpperCase()}`,
        surname.replace("'", '\u2019'),
        `${name} ${String(day)}, ${String(year)}`,
        `${name.slice(0, 3)} ${String(day)}`,
        `${String(day)} ${name} ${String(year)}`,
        `${name} ${String(year)}`,
        `${String(month)}/${String(day)}/${String(year)}`,
        `${String(month)}-${String(day)}-${String(year % 100).padStart(2, '0')}`,
        iso,
        `${age}-year-old`,
        `aged ${age}`,
        id,
        id.replace('-', ''),
        id.toLowerCase().replace('-', ' '),
        phone,
        `(${phone.slice(0, 3)}) ${phone.slice(4)}`,
        phone.replaceAll('-', '.'),
      ],
    };
  });

const filler = fc.constantFrom(
  'walks',
  'with',
  'two',
  'a',
  '**bold**',
  '*soft*',
  'is',
  '(see)',
  '[date]',
  'and',
  '12 mg',
  'M54.16',
);

/** A case whose prose repeats its patient between other words. */
const anyTelling = anyPatient.chain(({ head, forms }) =>
  fc
    .array(fc.tuple(filler, fc.constantFrom(...forms), fc.constantFrom(' ', ', ', '; ', "'s ", '. ', '\n')), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => ({
      text: `case\n${head}---\n${parts.map(([word, form, end]) => `${word} ${form}${end}`).join('\n\n')}`,
      forms,
    })),
);

function withoutLabels(text: string): string {
  return text.replace(/\u2039[^\u2039\u203a]*\u203a/g, '\u2039\u203a');
}

function letters(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase();
}

describe('whatever the patient and the prose', () => {
  test('no form of what identifies is in HTML or text', () =>
    fc.assert(
      fc.property(anyTelling, ({ text, forms }) => {
        const any = forms.map((form) => letters(form).replace(/[().]/g, '\\$&')).join('|');
        const told = new RegExp(`[^\\p{L}\\p{N}](?:${any})[^\\p{L}\\p{N}]`, 'u');
        const letter = quickLetterOf(text);
        const masked = new LetterMask().of(letter);
        expect(letters(renderText(letter))).toMatch(told);
        for (const shown of [readHtml(renderHtml(masked)).text, renderText(masked)])
          expect(` ${letters(withoutLabels(shown))} `).not.toMatch(told);
      }),
      { numRuns: Math.ceil(runs / 2) },
    ));
});

const anyLetter = fc.record({ text: anyCase, template: anyTemplate }).map(({ text, template }) => ({
  letter: quickLetterOf(text.startsWith('case') ? text : `case\n${text}`, template),
  toString: () => JSON.stringify({ text, template }),
}));

describe('whatever is in the files', () => {
  test('words stay in their order, and those that stay lead to where they stand', () =>
    fc.assert(
      fc.property(anyLetter, ({ letter }) => {
        const before = printedText(letter)
          .runs.map(({ text }) => text)
          .join('');
        const masked = printedText(new LetterMask().of(letter));
        let at = 0;
        for (const run of masked.runs) {
          if (run.exact) expect(textOf(run.source)).toBe(run.text);
          if (run.origin === 'derived' && run.text.startsWith('\u2039')) continue;
          const found = before.indexOf(run.text, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + run.text.length;
        }
      }),
      { numRuns: runs },
    ));

  test('masking twice changes nothing, and gaps stay one for one', () =>
    fc.assert(
      fc.property(anyLetter, ({ letter }) => {
        const mask = new LetterMask();
        const once = mask.of(letter);
        expect(mask.of(once)).toEqual(once);
        expect(renderText(new LetterMask().of(once))).toBe(renderText(once));
        expect(once.lacks.map(({ kind }) => kind)).toEqual(letter.lacks.map(({ kind }) => kind));
        const all = new Set(allGaps(once));
        for (const section of once.sections) for (const gap of section.gaps) expect(all.has(gap)).toBe(true);
      }),
      { numRuns: runs },
    ));

  test('the words of the patient’s name are nowhere to be seen', () =>
    fc.assert(
      fc.property(anyLetter, ({ letter }) => {
        const masked = new LetterMask().of(letter);
        const shown = [
          readHtml(renderHtml(masked)).text,
          renderText(masked),
          ...masked.lacks.map((lack) => lackLine(lack, masked)),
        ].map(withoutLabels);
        for (const word of nameWords(letter))
          for (const text of shown) expect(text.match(/\p{L}+/gu) ?? []).not.toContain(word);
      }),
      { numRuns: runs },
    ));

  test('a hostile value is masked where it prints, and nothing is thrown', () =>
    fc.assert(
      fc.property(hostileLine, hostileLine, (name, id) => {
        const text = `case\npatient\n  name: ${name}\n  address: ${id}\ninsurance\n  member id: ${id}\n  subscriber: ${name}\n---\nFor [patient name] B [insurance member id] C ${name} ${id}`;
        const shown = readHtml(renderHtml(new LetterMask().of(quickLetterOf(text)))).text.replace(/\s+/g, ' ');
        expect(shown).toContain('For \u2039patient name\u203a B \u2039insurance member id\u203a C');
      }),
      { numRuns: runs },
    ));
});

/** Plain words of a name, capitals as the case has them. */
function nameWords({ facts, case: { schema } }: ResolvedLetter): string[] {
  const patient = schema.vocabulary.byName.get('patient');
  const field = patient?.byName.get('name');
  const value = patient && field && facts.recordsOf(patient)[0]?.values.get(field)?.[0];
  const words = value && valueText(value, ' ').length < 200 ? valueText(value, ' ').split(' ') : [];
  return words.filter((word) => /^[A-Z][a-z]{3,30}$/.test(word) && !isAlsoWord(word));
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import type { SetOptions } from '../../server/src/lint/rule-options.js';
import { spelling } from '../../server/src/rules/spelling.js';
import { inEnglish } from '../support/english.js';
import { fixed } from '../support/finds.js';
import { readMarked } from '../support/marked.js';
import { allSamplePaths, readTemplate, sampleFiles, subjectOf, templatePaths } from '../support/workspace.js';

const head = 'case\npatient\n  name: Jane Xanthipppe\ndiagnosis: knee pain\n';

function found(text: string, others: Readonly<Record<string, string>> = {}, set: SetOptions = {}) {
  const subject = inEnglish(subjectOf(text, others));
  return lint(subject, { rules: [spelling], options: { spelling: set } });
}

/** Asserts that the words between `<|` and `|>` are found, and nothing else. */
function finds(prose: string, others: Readonly<Record<string, string>> = {}, set: SetOptions = {}) {
  const { text, ranges } = readMarked(`${head}---\n## Section\n${prose}\n`);
  const findings = found(text, others, set);
  expect(findings.map(({ range: { start, end } }) => text.slice(start, end))).toEqual(
    ranges.map(({ start, end }) => text.slice(start, end)),
  );
  return findings;
}

test.each([
  'The <|tretament|> failed, and <|teh|> pain is worse.',
  '<|Diagnossis|> was late. Her <|diagnossis|> was late.',
  '- a <|sypmtom|>\n- another one',
  '| Drug | Effect |\n| --- | --- |\n| <|adalimumb|> | none |',
  'She is **<|serverely|> limited** by it.',
  '{when patient name: The <|tretament|> failed.}',
  'Her long-<|standding|> pain and/or <|numness|>.',
])('%j', (prose) => {
  finds(prose);
});

test.each([
  ['names within a sentence, brands and shorthand in capitals', 'She saw Dr. Nakai at Qorvath with LBPP and mRNAs.'],
  ['quotations', 'The notice says "tretament not aproved". It says “tretament”.'],
  ['block quotations', '> The tretament is not medicaly necesary.'],
  ['addresses', 'See https://example.org/tretament or www.tretament.example, or mail jane.tretament@example.org.'],
  ['codes, doses and units', 'Code M54.16, L5S1, 20mg, 3x, HbA1c and mmHg, q12h, tretament2.'],
  ['words of the facts', 'Xanthipppe walks. The xanthipppe walks.'],
  ['placeholders and notes to the writer', '[diagnosis]s, [write: tretament] and [patient name].'],
  ['what a line begins with', '### Tretament\nShe walks.'],
  ['what is near to no word', 'She takes zalunfiban and qwertzuiop.'],
])('not: %s', (_, prose) => {
  finds(prose);
});

test('neither words of the address book, of a policy nor of the template’s names', () => {
  finds('The tretament and the sypmtom are diagnossis.', {
    'book.lmn': 'vocabulary book\n\nprovider @a\n  name: Tretament Clinic\n',
    'policy.lmn': 'policy p\npayer: Blue Mesa\n\nrequire diagnosis: the sypmtom must be named.\n',
    'own.lmn': 'vocabulary own\n\nletter diagnossis (text)\n',
  });
});

test('not the words of the workspace', () => {
  finds('The tretament and <|sypmtom|>.', {}, { words: ['Tretament'] });
});

test('in a template too, in whose prose fields stand', () => {
  const { text, ranges } = readMarked(
    'template t\n---\n## Our tretamnt\nThe <|medciation|> of [patient name] helps.\n',
  );
  expect(found(text).map(({ range: { start, end } }) => ({ start, end }))).toEqual(ranges);
});

test('neither in a policy nor in a vocabulary', () => {
  expect(found('policy p\npayer: Blue Mesa\n---\n## A\nThe tretament.\n')).toEqual([]);
  expect(found('vocabulary v\n---\n## A\nThe tretament.\n')).toEqual([]);
});

test('offers at most three words, none without being asked, and the first mends it', () => {
  const text = `${head}---\n## A\nThe tretament failed.\n`;
  const [finding] = found(text);
  expect(finding?.fixes.map(({ title, automatic }) => [title, automatic])).toEqual([
    ['Write "treatment"', false],
    ['Write "testament"', false],
    ['Write "treatments"', false],
  ]);
  expect(finding?.listable).toEqual({ option: 'words', word: 'tretament' });
  const after = finding && fixed(text, finding);
  expect(after).toBe(text.replace('tretament', 'treatment'));
  expect(found(after ?? '')).toEqual([]);
});

test('says nothing of words that are not looked up yet, and nothing without a dictionary', () => {
  const subject = subjectOf(`${head}---\n## A\nThe tretament failed.\n`);
  expect(lint(subject, { rules: [spelling] })).toEqual([]);
  const asked: string[] = [];
  subject.workspace.dictionary = {
    look(word) {
      asked.push(word);
      return undefined;
    },
  };
  expect(lint(subject, { rules: [spelling] })).toEqual([]);
  expect(asked).toEqual(['The', 'tretament', 'failed'].filter((word) => word.length > 3));
});

test('a suppression of it is not told to be unneeded where nobody has a dictionary', () => {
  const text = `${head}---\n## A\n// lmn-disable-next-line spelling -- as the clinic is called\nThe tretament failed.\n`;
  expect(found(text)).toEqual([]);
  const all = lint(subjectOf(text), { rules: [spelling] });
  expect(all.map(({ rule }) => rule)).toEqual([]);
});

describe('what ships is spelled right', () => {
  test.each(templatePaths)('%s', (path) => {
    expect(found(readTemplate(path), sampleFiles)).toEqual([]);
  });

  test.each(allSamplePaths)('%s', (path) => {
    expect(found(readTemplate(path), sampleFiles)).toEqual([]);
  });
});

test('any prose is read without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (prose) => {
      expect(found(`case\n---\n## A\n${prose}`).filter(({ rule }) => rule === 'internal-error')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

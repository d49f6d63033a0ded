import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueText } from '../../server/src/language/values.js';
import { rangeOf } from '../../server/src/language/span.js';
import { applyEdits } from '../../server/src/fixes/fix-all.js';
import { pasteIntoHead } from '../../server/src/fixes/paste.js';
import { readMarked } from '../support/marked.js';
import { subjectOf } from '../support/workspace.js';

/** The text after `pasted` was put in at `<|>`, or over what stands between `<|` and `|>`; undefined where it is best put in as it is. */
function paste(marked: string, pasted: string): string | undefined {
  const { text, offsets, ranges } = readMarked(marked);
  const at = offsets[0] ?? 0;
  const { start, end } = ranges[0] ?? { start: at, end: at };
  const subject = subjectOf(text);
  const made = pasteIntoHead(subject, start, end, pasted);
  if (!made) return undefined;
  const uri = subject.file.uri;
  const edits = made.edits.map(({ where, text: put }) => ({ range: rangeOf(where), text: put }));
  return applyEdits(text, [{ range: { uri, start, end }, text: made.text }, ...edits]);
}

const note = 'Patient reports burning pain\nradiating to the left leg.\n\n- worse at night\n\tPain: 7/10\n';

describe('into a value', () => {
  test.each([
    [
      'case\ndiagnosis\n  name: <|[In words]|>\n  code: M54.16\n',
      note,
      'case\ndiagnosis\n  name: Patient reports burning pain\n    radiating to the left leg.\n\n    - worse at night\n    Pain: 7/10\n  code: M54.16\n',
    ],
    ['case\nplan of care:<|>\n', 'a\nb\n', 'case\nplan of care: a\n  b\n'],
    [
      'case\r\ninsurance\r\n  address: Claims\r\n    PO <|>Box\r\n',
      'X\nY ',
      'case\r\ninsurance\r\n  address: Claims\r\n    PO X\r\n    YBox\r\n',
    ],
    [
      'case\nprovider\n  board certifications: <|[Each]|>\n',
      ' • pain medicine\n • anesthesiology;\n   of children\n 3. palliative care\n',
      'case\nprovider\n  board certifications: pain medicine;\n    anesthesiology;\n    of children;\n    palliative care\n',
    ],
    [
      'case\nprovider\n  board certifications: pain medicine<|>; surgery\n',
      '- anesthesiology\n- palliative care',
      'case\nprovider\n  board certifications: pain medicine; anesthesiology;\n    palliative care; surgery\n',
    ],
    [
      'case\nprior treatment: <|[With dose]|>\n  outcome: [How]\n\nurgency: standard\n',
      '1. Gabapentin\n2. Duloxetine\n   60 mg\n3. Ice\n',
      'case\nprior treatment: Gabapentin\n  outcome: [How]\nprior treatment: Duloxetine\n  60 mg\nprior treatment: Ice\n\nurgency: standard\n',
    ],
    ['case\nprior treatment: <|>', '- A\n- B', 'case\nprior treatment: A\nprior treatment: B'],
    ['case\nprior treatment\n  name: <|>\n', '- A\n- B', 'case\nprior treatment\n  name: - A\n    - B\n'],
    ['case\npatient\n  name: <|>\n', 'Ma\u00adria\u200b Alvarez', 'case\npatient\n  name: Maria Alvarez\n'],
    ['case\npatient\n  date of birth: <|>\n', '1968-03-14\n', 'case\npatient\n  date of birth: 1968-03-14\n'],
    [
      'case\nprior treatment: Ice\n  reason: <|>\n',
      'none\n// so far\nOutcome: bad\n-----',
      'case\nprior treatment: Ice\n  reason: none // so far Outcome: bad -----\n',
    ],
  ])('%j', (text, pasted, after) => expect(paste(text, pasted)).toBe(after));

  test.each([
    ['one line as it is', 'case\npatient\n  name: <|>\n', 'Maria Alvarez'],
    ['before the colon', 'case\npatient\n  na<|>me: A\n', 'x\ny'],
    ['in prose', 'case\n---\nMine: <|>\n', 'x\ny'],
    ['over several fields', 'case\npatient\n  name: <|A\n  phone: 1|>\n', 'x\ny'],
    ['beneath a name that nobody declares', 'case\nzzqq\n  name: <|>\n', 'x\ny'],
    ['nothing but space', 'case\npatient\n  name: <|>\n', ' \n'],
  ])('not %s', (_, text, pasted) => expect(paste(text, pasted)).toBeUndefined());

  test('whatever is pasted is in the value afterwards, and everything else as it was', () => {
    const words = fc.constantFrom(
      'a',
      'Pain: 7/10',
      '//',
      '---',
      '- b',
      '1. c',
      'Outcome: x',
      'name',
      '@lee',
      '[d]',
      '\t',
      'é',
      '',
    );
    const pasted = fc.array(
      fc.array(words, { maxLength: 3 }).map((line) => line.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    const places = fc.constantFrom(
      ['duration of care: ', ''],
      ['prior treatment: Ice\n  reason: ', '\n  dose: 1 mg'],
      ['provider\n  board certifications: ', '\n  phone: 505-555-0142'],
      ['insurance\n  address: Claims\n    ', '\n  fax: 505-555-0142'],
    );
    fc.assert(
      fc.property(places, pasted, ([before, after], lines) => {
        const text = `case\n${before}<|>${after}\nurgency: standard\n---\nProse.\n`;
        const result = paste(text, `x ${lines.join('\n')}`);
        if (result === undefined) return;
        const { head } = subjectOf(result);
        const fields = [...(head?.facts ?? []), ...(head?.records ?? []).flatMap((record) => record.fields)];
        const field = fields.find(({ name }) => /^(?:duration|reason|board|address)/.test(name.text));
        const content = (value: string) => value.replace(/[\s;•-]|\d\./g, '');
        expect(content((field?.values ?? []).map((value) => valueText(value)).join(' '))).toBe(
          content(`${before.startsWith('insurance') ? 'Claims' : ''}x ${lines.join('\n')}`),
        );
        expect(fields.map(({ name }) => name.text)).toEqual(
          fieldNames(`case\n${before}x${after}\nurgency: standard\n---\nProse.\n`),
        );
      }),
    );
  });
});

function fieldNames(text: string): string[] {
  const { head } = subjectOf(text);
  return [...(head?.facts ?? []), ...(head?.records ?? []).flatMap((record) => record.fields)].map(
    ({ name }) => name.text,
  );
}

describe('on an empty line of a head', () => {
  test('facts go where they count, and the rest is put in', () => {
    const pasted = 'Blue Mesa Health Plan\nPatient Name: ALVAREZ, MARIA\tDOB: 3/14/1968\nRoom: 4\nPatient phone: 1\n';
    expect(paste('case\npatient\n  phone: 505-555-0170\n\n<|>\n---\n', pasted)).toBe(
      'case\npatient\n  phone: 505-555-0170\n  name: MARIA ALVAREZ\n  date of birth: 3/14/1968\n\nBlue Mesa Health Plan\nRoom: 4\nPatient phone: 1\n---\n',
    );
  });

  test.each([
    ['nothing is understood', 'case\n\n<|>\n', 'Room: 4\nBed: 2\n'],
    ['a vocabulary', 'vocabulary v\n\n<|>\n', 'Patient name: A\n'],
    ['the line is not empty', 'case\nx <|>\n', 'Patient name: A\n'],
    ['prose stands without a divider before it', 'case\n\n## A\n\n<|>\n', 'Patient name: A\n'],
  ])('not where %s', (_, text, pasted) => expect(paste(text, pasted)).toBeUndefined());
});

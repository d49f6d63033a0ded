import { describe, expect, test } from 'vitest';
import { completenessOf } from '../../server/src/letter/completeness.js';
import { letterOf, printed, printedWhole } from '../support/printed.js';

const files = {
  'v.lmn':
    'vocabulary v\nrecord letter\n  witnessed on (date, by hand)\nrecord crew (many)\n  name (text, required)\n  mark (image, by hand)',
};
const letter = (head: string, body: string) => printed(`case\n${head}\n---\n${body}`, files);

describe('a line for a pen', () => {
  test.each<[string, string, string, string]>([
    ['where no value is given', 'patient: Dana Frost', 'Date: [patient signed on]', 'Date: ________'],
    [
      'a given value prints',
      'patient: Dana Frost\n  signed on: 2026-11-21',
      'Date: [patient signed on]',
      'Date: November 21, 2026',
    ],
    ['also without the record', '', 'Date: [patient signed on]', 'Date: ________'],
    ['in braces not without the record', '', 'A{ Date: [guardian signed on]}', 'A'],
    ['in braces with the record', 'guardian: Lee Frost', 'A{ Date: [guardian signed on]}', 'A Date: ________'],
    ['in braces, of the letter’s own', '', 'A{ on [witnessed on]}', 'A on ________'],
    ['in a table, also of a signature', '', '| a |\n| --- |\n| [patient signature] |', 'a\n________'],
  ])('%s', (_, head, body, text) => expect(letter(head, body)).toBe(text));

  test('is no fact that the letter lacks', () => {
    const made = letterOf('case\n---\nDate: [patient signed on]', files);
    expect(completenessOf(made).missing).not.toContain('patient signed on');
    expect(made.lacks.some((lack) => lack.kind === 'fact' && lack.field.byHand)).toBe(false);
  });
});

describe('a signature by its own name', () => {
  const frost = 'patient: Dana Frost';
  test.each<[string, string, string, string]>([
    [
      'with the lines beneath it',
      frost,
      'I agree.\n[patient signature]\n[patient name]\nDate: [patient signed on]\n\nThe end.',
      'I agree.\n\n____\nDana Frost\nDate: ________\n\nThe end.',
    ],
    ['a picture', `${frost}\n  signature: a.png`, '[patient signature]\n[patient name]', '(a.png)\nDana Frost'],
    ['without lines', frost, '[patient signature]\n\nThe end.', '____\n\nThe end.'],
    ['of nobody', frost, '{[guardian signature]}\n{[guardian name]}\n\nThe end.', 'The end.'],
    ['of somebody', 'guardian: Lee Frost', '{[guardian signature]}\n{[guardian name]}', '____\nLee Frost'],
    ['in bold it is no less needed', '', '**[guardian signature]**', '____'],
    [
      'two beneath each other',
      `${frost}\nguardian: Lee Frost`,
      '[patient signature]\n[patient name]\n[guardian signature]\n[guardian name]',
      '____\nDana Frost\n\n____\nLee Frost',
    ],
    ['in an item for each', 'crew: A\ncrew: B', '- [crew mark]\n  [crew name]', '- ____\n  A\n- ____\n  B'],
    ['of all where nothing repeats', 'crew: A\ncrew: B', '[crew mark]\nThe crew', '____\n____\nThe crew'],
  ])('%s', (_, head, body, text) => expect(letter(head, body)).toBe(text));
});

describe('[signature]', () => {
  const whole = (body: string, head = 'provider: Ann\nco-signer: Bo') =>
    printedWhole(`case\n${head}\n---\n${body}`, files).replaceAll('\n', '/');
  test.each<[string, string]>([
    ['Hello.', 'Hello.//____/Ann/____/Bo'],
    ['[provider signature]\n[provider name]', '____/Ann//____/Bo'],
    ['[provider signature]\n[provider name]\n[signature]', '____/Ann//____/Bo'],
    ['[signature]\n\n[provider signature]', '____/Bo//____'],
    ['[patient signature]', '____//____/Ann/____/Bo'],
    ['[provider signature]\n\n[co-signer signature]', '____//____'],
    ['- [provider signature]', '- ____//____/Bo'],
  ])('%j', (body, text) => expect(whole(body)).toBe(text));

  test('stands there again when its own is taken out', () => {
    const text = (body: string) => `case\nprovider: Ann\n---\n## A\n${body}\n## B\n[signature]`;
    expect(printedWhole(text('[provider signature]'))).not.toContain('## B\n\n____');
    expect(printedWhole(text('x'))).toContain('## B\n\n____\nAnn');
  });

  test('a section of nothing else lacks nothing where all have signed by their own', () => {
    const text = (signer: string) => `case\nprovider: Ann\n---\n## A\n[${signer} signature]\n## B\n[signature]`;
    const kinds = (signer: string) => letterOf(text(signer)).lacks.map(({ kind }) => kind);
    expect(kinds('provider')).not.toContain('section');
    expect(kinds('patient')).not.toContain('section');
  });
});

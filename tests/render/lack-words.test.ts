import { describe, expect, test } from 'vitest';
import { lackLine, neededRanges } from '../../server/src/render/lack-words.js';
import { letterOf, sampleLetter } from './support/letter-of.js';

const complete = 'date: 2026-11-21\nprovider\n  name: Dana Whitfield\n';

function lines(text: string, template = ''): string[] {
  const letter = letterOf(text, { 'template.lmn': template });
  return letter.lacks.map((lack) => lackLine(lack, letter));
}

test('a complete letter lacks nothing', () =>
  expect(sampleLetter('samples/chronic-pain-continuation.lmn').lacks).toEqual([]));

describe('each kind of gap says what is missing, where it is needed and why', () => {
  test.each<[string, string, string, string[]]>([
    ['a fact', 'case\n', 'Seen on [last visit].', ['last visit: not given. Printed at the beginning.']],
    [
      'the same fact in several places, once',
      'case\n',
      '[last visit]\n## One\n[last visit] [last visit]\n## Two\n[last visit]',
      ['last visit: not given. Printed at the beginning, in “One”, and in “Two”.'],
    ],
    [
      'in many places',
      'case\n',
      '## One\n[last visit]\n## Two\n[last visit]\n## Three\n[last visit]\n## Four\n[last visit]\n## Five\n[last visit]',
      ['last visit: not given. Printed in “One”, in “Two”, in “Three” and 2 more.'],
    ],
    [
      'which of several records',
      'case\nsymptom: pain\nsymptom: nausea\n  since: 2025\n',
      '- [symptom], since [symptom since]',
      ['symptom since: not given for symptom 1 of 2. Printed at the beginning.'],
    ],
    [
      'a required fact that nothing prints',
      'case\npatient\n  pronouns: she\n',
      'Text.',
      ['patient name: not given. The patient must have it.'],
    ],
    [
      'a required fact that is printed too',
      'case\npatient\n  pronouns: she\n',
      'For [patient name].',
      ['patient name: not given. Printed at the beginning. The patient must have it.'],
    ],
    [
      'what a derived fact lacks',
      'case\npatient\n  name: Ana\n',
      'Aged [patient age].',
      ['patient date of birth: not given. Printed at the beginning.'],
    ],
    [
      'a name that is none',
      'case\n',
      'In the [affected area], the [Affected  Area].',
      ['[affected area]: no field has this name. It stands at the beginning.'],
    ],
    [
      'a source that is not given',
      'case\n',
      'As shown [@cohen2021].',
      ['[@cohen2021]: no source has this key. It stands at the beginning.'],
    ],
  ])('%s', (_, head, body, expected) => expect(lines(`${head}${complete}---\n${body}\n`)).toEqual(expected));

  test('sections of the template', () =>
    expect(
      lines(
        `case t\n${complete}---\n## Left out #omit\n`,
        'template t\n---\n## Help\n[write: why this and not another.]\n## No help\n[write]\n## Empty\n## Left out\nText.\n',
      ),
    ).toEqual([
      'Section “Help”: not written yet (why this and not another). The template leaves it to the writer.',
      'Section “No help”: not written yet. The template leaves it to the writer.',
      'Section “Empty”: not written yet. Its heading stands in the letter with nothing below it.',
      'Section “Left out”: left out. The template does not mark it #optional.',
    ]));

  test('no template', () => {
    expect(lines(`case no-such\n${complete}---\nText.\n`)).toEqual([
      'Template no-such: there is none of this name. The first line names it.',
    ]);
    expect(lines(`case\n${complete}`)).toEqual([
      'The letter has no text. The case names no template and has no prose of its own.',
    ]);
  });
});

test('ranges lead to each place, in its file', () => {
  const template = 'template t\n---\nSeen on [last visit].\n';
  const text = `case t\n${complete}---\n[last visit] [last visit]\n`;
  const [lack] = letterOf(text, { 'template.lmn': template }).lacks;
  const places =
    lack &&
    neededRanges(lack).map(({ uri, start, end }) => [uri, (uri.endsWith('x.lmn') ? text : template).slice(start, end)]);
  expect(places).toEqual([
    ['file:///template.lmn', '[last visit]'],
    ['file:///x.lmn', '[last visit]'],
    ['file:///x.lmn', '[last visit]'],
  ]);
});

test('no value of the case is repeated', () => {
  const secret = ['Maria', 'Gabapentin', 'H123456789'];
  const found = lines(
    `case\n${complete}patient\n  name: Maria\ninsurance\n  member id: H123456789\nprior treatment: Gabapentin\nprior treatment: Gabapentin\n---\n[patient date of birth] [insurance payer]\n\n- [prior treatment]: [prior treatment outcome]\n`,
  ).join('\n');
  expect(found).toContain('prior treatment 2 of 2');
  for (const value of secret) expect(found).not.toContain(value);
});

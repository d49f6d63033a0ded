import { describe, expect, test } from 'vitest';
import { bodyStartOf } from '../../server/src/language/body-start.js';
import { sniffKind } from '../../server/src/language/file-kinds.js';
import { parse } from '../support/workspace.js';

const read = (text: string) => parse('file:///x.lmn', text);

/** The first line as it was read: `kind "name" "title" bad…`. */
function firstLine(text: string): string {
  const { kind, header } = read(text);
  const exact = header?.exact === false ? '~' : '';
  const bad = header?.bad.map((word) => ` !${word.text}`).join('') ?? '';
  return `${exact}${kind ?? '?'} ${header?.name?.text ?? '-'}${header?.title ? ` "${header.title.text}"` : ''}${bad}`;
}

test.each([
  ['case\n---|\nHello.\n\n## A\nText.'],
  ['case\n---|  \n'],
  ['template t\na (text)\n\n|## A\nText.\n\n## B\nMore.'],
  ['|## A\nText.'],
])('where prose begins: %j', (marked) => {
  expect(bodyStartOf(read(marked.replace('|', '')))).toBe(marked.indexOf('|'));
});

test('where there is no prose, the head goes on to the end', () =>
  expect(bodyStartOf(read('case\npatient: Jane Doe\n'))).toBe(Infinity));

describe('the first line says what kind of file it is', () => {
  test.each([
    ['case', 'case -'],
    ['case chronic-pain', 'case chronic-pain'],
    ['CASE chronic-pain', 'case chronic-pain'],
    ['  case chronic-pain  ', 'case chronic-pain'],
    ['case: chronic-pain', 'case chronic-pain !:'],
    ['case a b', 'case a !b'],
    ['case C:\\letters\\x.lmn', 'case C:\\letters\\x.lmn'],
    ['case ../x', 'case ../x'],
    ['template t "A title"', 'template t "A title"'],
    ['template t “A title”', 'template t "A title"'],
    ['template t "A title', 'template t "A title"'],
    ['template t "A" "B" c', 'template t "A" !"B" !c'],
    ['template "A title"', 'template - "A title"'],
    ['case t "A title"', 'case t "A title" !"A title"'],
    ['policy p "P"', 'policy p "P"'],
    ['vocabulary v "V"', 'vocabulary v "V"'],
    ['cse chronic-pain', '~case chronic-pain'],
    ['templete t "T"', '~template t'],
    ['vocabulry v', '~vocabulary v'],
    ['date: 2026-11-21', '? -'],
    ['cae: x', '? -'],
    ['patient', '? -'],
    ['', '? -'],
    ['---\nx', '? -'],
    ['## Heading', '? -'],
    ['?? what', '? -'],
  ])('%j', (text, result) => expect(firstLine(text)).toBe(result));

  test.each([
    'case t',
    '\n\n  \ncase t',
    '// a comment\n  // another\n\ncase t',
    '\uFEFFcase t',
    '\uFEFF// c\r\n\r\ncase t',
    '//\rcase t',
  ])('%j', (text) => {
    expect(firstLine(text)).toBe('case t');
    expect(sniffKind(text)).toBe('case');
    expect(read(text).firstLine.text).toBe('case t');
  });

  test('a first line that is a fact is a fact', () =>
    expect(read('date: 2026-11-21').entries.map((entry) => entry.label?.text)).toEqual(['date']));
  test('a long beginning of blank lines is no hurdle', () =>
    expect(sniffKind(`${'\n'.repeat(3_000_000)}case x`)).toBe('case'));
});

describe('the divider', () => {
  const dashes = ['---', '-----', '———', '–––', '−−−', '‐‑‒', '﹘﹣－', '--—', '---   ', '  ---', '-'.repeat(200)];
  test.each(dashes)('%s', (line) => {
    const file = read(`case\ndate: x\n${line}\nProse: not a fact.`);
    expect(file.divider && file.text.slice(file.divider.piece.start, file.divider.piece.start + file.divider.end)).toBe(
      line.trim(),
    );
    expect(file.entries).toHaveLength(1);
    expect(file.preamble?.piece.text.trim()).toBe('Prose: not a fact.');
  });

  test.each(['--', '- - -', '--- x', '***', '___', '=-=', '--–x'])('%s is none', (line) => {
    expect(read(`case\n${line}\nx: y`).divider).toBeUndefined();
  });

  test('the first one counts, the next is a rule', () => {
    const file = read('case\n---\na\n\n---\n\nb');
    expect(file.preamble?.piece.text).toBe('\na\n\n---\n\nb');
  });

  test('where it is missing, the first `##` supplies it', () => {
    const file = read('case\ndate: x\n## Heading\nfact: no\n## Other');
    expect(file.divider).toBeUndefined();
    expect(file.entries).toHaveLength(1);
    expect(file.sections.map((section) => section.title.text)).toEqual(['Heading', 'Other']);
  });

  test('`##` in a value is none', () => {
    const file = read('case\nsubject: a\n  ## b\ndate: x');
    expect(file.sections).toEqual([]);
    expect(file.entries).toHaveLength(2);
  });

  test('a file without a body has none', () => {
    const file = read('case\ndate: x\n---\n\n  \n');
    expect([file.preamble, file.sections]).toEqual([undefined, []]);
  });
});

describe('headings', () => {
  const heading = (line: string): string => {
    const [section] = read(`template t\n---\n${line}\ntext`).sections;
    return section ? `${section.title.text}${section.tags.map((tag) => `|${tag.text}`).join('')}` : '-';
  };

  test.each([
    ['## Plain', 'Plain'],
    ['##No space', 'No space'],
    ['##   Much   space  ', 'Much   space'],
    ['##', ''],
    ['## History #history #condition', 'History|history|condition'],
    ['## Closing #untitled', 'Closing|untitled'],
    ['## #untitled', '|untitled'],
    ['## Claim #123', 'Claim #123'],
    ['## Claim #123 #history', 'Claim #123|history'],
    ['## C# and more', 'C# and more'],
    ['## A #b c', 'A #b c'],
    ['## A #two-words', 'A|two-words'],
    ['## A #Ünïcode', 'A|Ünïcode'],
    ['## A #', 'A #'],
    ['## Need of [treatment requested] #treatment', 'Need of [treatment requested]|treatment'],
    ['## [patient name]', '[patient name]'],
    ['## A [@b] {c [d]} #e', 'A [@b] {c [d]}|e'],
    ['### Lower', '-'],
    ['#### Lower', '-'],
    [' ## Indented', '-'],
    ['# One', '-'],
    ['\\## Escaped', '-'],
  ])('%j', (line, result) => expect(heading(line)).toBe(result));

  test('brackets of a heading are its own', () => {
    const [section] = read('template t\n---\n## A [b] #c\n[d] [e]').sections;
    expect(section?.titleBrackets).toHaveLength(1);
    expect(section?.prose.brackets).toHaveLength(2);
  });
});

describe('lines of a policy or kind', () => {
  const shape = (line: string) => {
    const { kind, verb, label, value } = read(`policy p\n${line}`).entries[0] ?? {};
    return [kind, verb?.text, label?.text, value?.text].filter((part) => part !== undefined).join(' | ');
  };

  test.each([
    ['require field insurance member id', 'clause | require | field insurance member id'],
    [
      'require last visit within 60 days: 3.2: An evaluation',
      'clause | require | last visit within 60 days | 3.2: An evaluation',
    ],
    ['require words "RE:"; "Subject:": A line', 'clause | require | words "RE:"; "Subject:" | A line'],
    ['require words “RE: ”: A line', 'clause | require | words “RE: ” | A line'],
    ['require words "RE: x', 'clause | require | words "RE: x'],
    ['require: 2.12: No other', 'clause | require | 2.12: No other'],
    ['Recommend section consequences', 'clause | Recommend | section consequences'],
    ['limit 2 pages', 'clause | limit | 2 pages'],
    ['limit: 2', 'clause | limit | 2'],
    ['require', 'clause | require'],
    ['when insurance plan type: Medicaid', 'clause | when | insurance plan type | Medicaid'],
    ['and 2 family history "a"; "b"', 'clause | and | 2 family history "a"; "b"'],
    ['source: Section 3', 'fact | source | Section 3'],
    ['requirement', 'fact | requirement'],
    ['require date:3.4', 'clause | require | date | 3.4'],
    ['- a sentence', 'stray'],
  ])('%s', (line, result) => {
    expect(shape(line)).toBe(result);
  });

  test('of a case they are facts', () => {
    expect(read('case\nrequire: x').entries[0]?.kind).toBe('fact');
  });
});

import { describe, expect, test } from 'vitest';
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

describe('a policy’s lines', () => {
  const requirement = (line: string) => {
    const { requirement: words } = read(`policy p\n${line}`).entries[0] ?? {};
    return (
      words &&
      Object.entries(words)
        .map(([name, word]) => `${name}=${(word as { text: string }).text}`)
        .join(' ')
    );
  };

  test.each([
    ['require field insurance member id', 'verb=require what=field subject=insurance member id'],
    [
      'require field last visit within 60 days: Section 3.2: an evaluation',
      'verb=require what=field subject=last visit timed=within within=60 unit=days',
    ],
    ['require section evidence: Section 3.4', 'verb=require what=section subject=evidence'],
    ['require 2 evidence: Two sources', 'verb=require count=2 subject=evidence'],
    ['require enclosure "Progress notes": Section 3.6', 'verb=require what=enclosure quoted=Progress notes'],
    ['Recommend section consequences', 'verb=Recommend what=section subject=consequences'],
    ['limit 2 pages', 'verb=limit count=2 subject=pages'],
    ['require', 'verb=require'],
    ['require field', 'verb=require what=field'],
    ['require field x within', 'verb=require what=field subject=x timed=within'],
    ['require field x within soon', 'verb=require what=field subject=x timed=within unit=soon'],
  ])('%s', (line, result) => expect(requirement(line)?.split(' ').sort()).toEqual(result.split(' ').sort()));

  test('a fact named so is a fact', () => expect(requirement('limit: 2')).toBeUndefined());
  test('what follows the colon is the reason', () => {
    expect(read('policy p\nrequire 2 evidence: Two: see 3.4').entries[0]?.value?.text).toBe('Two: see 3.4');
  });
});

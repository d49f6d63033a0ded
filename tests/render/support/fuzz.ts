import fc from 'fast-check';
import { readTemplate, samplePaths } from '../../support/workspace.js';

/** What a value may hold that is a mark in some format, in the language or on a terminal. */
const hostileParts = [
  '<b>',
  '</p>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  ']]>',
  '<img src=x onerror=alert(1)>',
  '&amp;',
  '&#60;',
  '&lt',
  '&',
  ';',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '`',
  '```',
  '\\',
  '\\\\',
  '\\*',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '!',
  '|',
  '| a |',
  '---',
  '===',
  '- ',
  '+ ',
  '1. ',
  '1) ',
  '# ',
  '## ',
  '> ',
  '[x](javascript:alert(1))',
  '[x](https://example.org)',
  '![x](https://example.org/a.png)',
  '[x]: https://example.org',
  '[patient name]',
  '[write: x]',
  '[@a]',
  '{[date]}',
  '{…}',
  'https://example.org/a_b*c',
  'http://example.org',
  'www.example.org',
  'office@example.org',
  '//',
  '// no comment',
  'A*B*C',
  'snake_case',
  'H~2~O',
  '$x$',
  ':-',
  ':smile:',
  '[ ] ',
  '[x] ',
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2067',
  '\u2069',
  '\u202c',
  '\u200f',
  'שלום',
  'مريم',
  'é',
  'e\u0301',
  '\u{1f600}',
  '自己',
  'ß',
  '¹',
  '≥',
  '“',
  '’s',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u009b',
  '\u00a0',
  '\u00ad',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\t',
  '  ',
  '\v',
  '\f',
] as const;

const plainParts = ['a', 'B', '7', ' ', '.', ',', ':', 'Ana', 'mg', '505-555-0142'] as const;

/** A value on one line. The letter `v` at its ends keeps it from being trimmed, or read as a blank; without it a value may begin with a mark. */
export const hostileLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.oneof(
        fc.constantFrom(...hostileParts),
        fc.constantFrom(...plainParts),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 8 },
    ),
    fc.boolean(),
  )
  .map(([start, parts, end]) => `${start ? 'v' : ''}${parts.join('').replace(/[\r\n]/g, '')}${end ? 'v' : ''}`)
  .map((line) => line.trim())
  .filter((line) => line !== '' && !/^\[[^\][]*\]$/.test(line));

/** Pieces of the language, for texts that nobody would write. */
const soupParts = [
  ...hostileParts,
  ...plainParts,
  'case our-template\n',
  'case\n',
  '---\n',
  '\n',
  '\n\n',
  '  ',
  '    ',
  'patient\n',
  'patient: Ana\n',
  '  name: Ana\n',
  '  date of birth: 1968-04-09\n',
  '  pronouns: she\n',
  'date: 2026-11-21\n',
  'prior treatment: Gabapentin\n',
  '  outcome: not tolerated; worse\n',
  'evidence @a\n',
  '  title: A study\n',
  '  url: https://example.org/a|b\n',
  'provider\n',
  '  signature: a.png\n',
  'enclosure: notes\n',
  'symptom: pain\n',
  '## One\n',
  '## Two #optional\n',
  '## #untitled\n',
  '## Three #omit\n',
  '### [patient name]\n',
  '### [prior treatment]\n',
  '#### [symptom]\n',
  '[template text]',
  '[signature]',
  '[enclosures]',
  '[references]',
  '[letterhead]',
  '[patient name]',
  '[date]',
  '- [prior treatment]: [prior treatment outcome]\n',
  '1. [symptom]\n',
  '| a | b |\n| --- | :-: |\n',
  '| [symptom] | **x** |\n',
  '> [signature]\n',
  '{[patient name]} ',
  '{[urgency]}',
  '{when [urgency] is expedited: soon}',
  '{when [urgency] is x}',
  '[prior treatment length] ',
  '[patient signature]\n',
  '{[advocate signature]}\n',
  'Date: [patient signed on]',
  '{for [time in care]} ',
  '[outcome measure change]',
  '  start: 2024\n',
  '  stop: March 2025\n',
  '[they need] ',
  '[ ] [urgency] ',
  '- [ ] [patient sex] ',
  '**[patient name]**',
  '*',
  '[@a; @b]',
  '[they have] ',
  '[evidence citation]',
  '[patient age]-year-old',
  '- - -\n',
  '- \n',
  '* x\n',
  '> > ',
] as const;

const soup = fc.array(fc.constantFrom(...soupParts), { maxLength: 60 }).map((parts) => parts.join(''));

const samples = samplePaths.map((path) => readTemplate(path));

/** A sample that lost a part, or got one it should not have. */
const damaged = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.nat(10_000),
    fc.nat(200),
    fc.oneof(fc.constant(''), fc.constantFrom(...soupParts), fc.string({ maxLength: 5 })),
  )
  .map(([text, at, length, put]) => {
    const start = at % text.length;
    return text.slice(0, start) + put + text.slice(start + length);
  });

const cut = fc.tuple(fc.constantFrom(...samples), fc.nat(10_000)).map(([text, at]) => text.slice(0, at % text.length));

/** The text of a case, whole or broken. */
export const anyCase: fc.Arbitrary<string> = fc.oneof(
  soup.map((text) => `case our-template\n${text}`),
  fc.tuple(soup, soup).map(([head, body]) => `case\n${head}\n---\n${body}`),
  damaged,
  cut,
  fc.string().map((text) => `case\n---\n${text}`),
);

export const anyTemplate: fc.Arbitrary<string> = fc
  .tuple(soup, soup)
  .map(([head, body]) => `template our-template\n${head}\n---\n${body}`);

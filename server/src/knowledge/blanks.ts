import { TEMPLATE_WORDS, TEMPLATE_WORDS_HINTS, type TemplateWordsForm } from './template-words.js';

/** The forms in which letters leave a blank, other than square brackets, which are placeholders. */
export type BlankForm =
  | 'underscores'
  | 'x'
  | 'angle'
  | 'percent'
  | 'dollar'
  | 'stars'
  | 'mustache'
  | 'double-parentheses'
  | 'guillemets'
  | 'at-signs'
  | 'to-be-done'
  | 'pronoun'
  | 'title'
  | 'empty-bullet'
  | 'check-box'
  | 'empty-brackets'
  | 'number-signs'
  | 'date-form'
  | 'question-marks'
  | 'variable'
  | 'choice'
  | TemplateWordsForm;

export interface Blank {
  /** Offsets in UTF-16 code units; `end` is the first one behind the blank. */
  readonly start: number;
  readonly end: number;
  readonly form: BlankForm;
  /** What it is and what to write instead; never repeats the text. */
  readonly hint: string;
}

interface Finder {
  readonly form: BlankForm;
  /** Every match holds one of these: most texts hold none, and looking for a fixed string costs next to nothing. */
  readonly holds: readonly string[];
  /**
   * Global. Every repetition is bounded, or cannot begin again inside what it has run over, so that searching takes time in
   * proportion to the text.
   */
  readonly pattern: RegExp;
  /** Whether what surrounds a match leaves it a blank. */
  readonly accepts?: (text: string, start: number, end: number) => boolean;
}

const FINDERS: readonly Finder[] = [
  { form: 'underscores', holds: ['___'], pattern: /_{3,}/g },
  { form: 'underscores', holds: [' _'], pattern: /(?<= )_{1,2}(?= [\p{L}\p{N}]| ?[.,;)%/])/gu },
  {
    form: 'x',
    holds: ['XX', 'xx'],
    pattern: /(?<![\p{L}\p{N}])(?:X{2,}|x{2,})(?:[-/.](?:X{2,}|x{2,}))*(?![\p{L}\p{N}])/gu,
    accepts: isBlankOfX,
  },
  {
    form: 'x',
    holds: ['X'],
    pattern:
      /(?<![\p{L}\p{N}.'’-])X(?=[ -]?(?:%|(?:years?|yrs?|months?|weeks?|days?|hours?|minutes?|mg|mcg|kg|mL|ml|cm|mm|IU|units?|sessions?|visits?|tablets?|capsules?|doses?|refills?|treatments?|infusions?|injections?|cycles?|times|percent|lbs?|pounds?|admissions?|hospitalizations?)(?![\p{L}\p{N}])))/gu,
    accepts: (text, start) => !NAMED_BY_X.test(wordBefore(text, start)),
  },
  { form: 'percent', holds: ['%'], pattern: /(?<![\p{N}])(?<!\p{N} )%[A-Za-z][\w./-]{0,60}%/gu },
  {
    form: 'dollar',
    holds: ['$'],
    pattern: /(?<![\p{L}\p{N}$])\$(?:[A-Za-z_]\w{1,60}|\{[^{}\n]{1,60}\})/gu,
    accepts: isVariable,
  },
  { form: 'stars', holds: ['***'], pattern: /\*{3,}/g, accepts: standsAlone },
  { form: 'mustache', holds: ['{{'], pattern: /\{\{[^{}\n]{0,120}\}\}/g },
  { form: 'double-parentheses', holds: ['(('], pattern: /\(\([^()\n]{1,120}\)\)/g },
  { form: 'guillemets', holds: ['«'], pattern: /«[\w.:-]{1,80}»/g },
  {
    form: 'at-signs',
    holds: ['@'],
    pattern: /(?<![\w.@+-])@{1,2}[A-Za-z][A-Za-z0-9_]{1,60}(?:\([^()@\n]{0,60}\))?@{1,2}(?![\w@])/g,
  },
  {
    form: 'date-form',
    holds: ['YY', 'yy'],
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:(?:MM|DD)[/.-]){1,2}(?:YYYY|YY)|(?:(?:mm|dd)[/.-]){1,2}(?:yyyy|yy)|YYYY-MM-DD|yyyy-mm-dd)(?![\p{L}\p{N}])/gu,
  },
  { form: 'question-marks', holds: ['??'], pattern: /(?<=[\s($~])\?{2,}(?=$|[\s.,;:)%/])/g },
  { form: 'to-be-done', holds: ['TB', 'T.B'], pattern: /(?<![\p{L}\p{N}-])(?:TBD|TBC|T\.B\.D\.)(?![\p{L}\p{N}])/gu },
  { form: 'to-be-done', holds: ['TODO', 'FIXME'], pattern: /(?<![\p{L}\p{N}#-])(?:TODO|FIXME)(?![\p{L}\p{N}])/gu },
  // Elsewhere it may be total bile acids.
  {
    form: 'to-be-done',
    holds: ['TBA', 'T.B.A'],
    pattern: /(?<=(?:is|are|be|date|time|remains?|:|\() {0,2})(?:TBA|T\.B\.A\.)(?= ?(?:[.,;)\n]|$))/gu,
  },
  {
    form: 'pronoun',
    holds: ['/h', '/H', '/s', '/S', '/ h', '/ H', '/ s', '/ S', '(s)', '(S)'],
    pattern:
      /(?<![\w/])(?:he ?\/ ?she(?:\/they)?|she ?\/ ?he(?:\/they)?|s\/he|\(s\)he|his ?\/ ?hers?(?:\/theirs?)?|hers? ?\/ ?his(?:\/theirs?)?|him ?\/ ?her(?:\/them)?|her ?\/ ?him(?:\/them)?|himself ?\/ ?herself|herself ?\/ ?himself|(?:him|her)\/(?:him|her)self)(?![\w/])/gi,
  },
  {
    form: 'title',
    holds: ['/M', '/ M', '/D', '/ D'],
    pattern: /(?<![\w/])(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? ?(?:\/ ?(?:Mr|Mrs|Ms|Miss|Mx|Dr)(?!\w)\.? ?){1,4}(?<! )/g,
  },
  // A dash alone in a value may mean that there is none; in a list it is one item among lines.
  {
    form: 'empty-bullet',
    holds: ['\n', '\r'],
    pattern: /(?<![^\r\n])[ \t]*(?:[-*•·▪◦‣]|\d{1,3}[.)])[ \t]*(?![^\r\n])/g,
  },
  { form: 'check-box', holds: ['□', '☐', '❏', '❑', '◻', '▢'], pattern: /[□☐❏❑◻▢]/g },
  { form: 'empty-brackets', holds: ['[]'], pattern: /(?<!\\)\[\](?!\()/g },
  {
    form: 'empty-brackets',
    holds: ['[#', '[?', '[.', '[…', '[_', '[-', '[–', '[*'],
    pattern: /(?<!\\)\[ ?(?:#{1,4}|\?{1,4}|\.{2,}|…|_{1,40}|-{1,4}|–|\*{1,4}) ?\](?!\()/g,
  },
  { form: 'number-signs', holds: ['#'], pattern: /(?<![\w#&])#[A-Z][A-Z0-9_]{1,40}#(?![\w#])/g },
  { form: 'number-signs', holds: ['###'], pattern: /(?<!#)#{3,}(?:[-/.]#{2,})*/g, accepts: isNoHeading },
  {
    form: 'choice',
    holds: ['{'],
    pattern: /(?<!\{)\{[^{}[\]\r\n]{3,120}\}(?!\})/g,
    accepts: isChoice,
  },
  ...TEMPLATE_WORDS,
  { form: 'variable', holds: ['_'], pattern: /(?<![\w.@/\\:#-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w@/\\:-]|\.\w)/g },
];

/** Finds a sign of any form in one go: most values have none, and asking form by form costs more than all the rest. */
const ANY_SIGN = new RegExp(
  [...new Set(['<', ...FINDERS.flatMap(({ holds }) => holds)])]
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
);

const HINTS: Readonly<Record<BlankForm, string>> = {
  ...TEMPLATE_WORDS_HINTS,
  'date-form': 'The form of a date stands here, and no date. Write the date, or a placeholder such as [last visit].',
  'question-marks': 'Question marks stand for something to fill in. Write it, or leave the sentence out.',
  underscores:
    'A line to write on. Write the words, a placeholder such as [patient name], or a line for a pen: [patient signature].',
  x: 'XX stands for something to fill in. Write it, or a placeholder such as [duration of treatment].',
  angle: 'A blank in angle brackets prints as it is. Write the words, or use square brackets, as in [patient name].',
  percent: 'A blank between percent signs. Write the words, or use square brackets, as in [patient name].',
  dollar: 'A blank that begins with a dollar sign. Write the words, or use square brackets, as in [patient name].',
  stars: 'Stars mark a blank to fill. Write the words, or a placeholder such as [finding result].',
  mustache: 'A blank in double braces. Write the words, or use square brackets, as in [patient name].',
  'double-parentheses': 'A blank in double parentheses. Write the words, or use square brackets, as in [diagnosis].',
  guillemets: 'A mail-merge field. Write the words, or use square brackets, as in [patient name].',
  'at-signs':
    'A field of the record system between @ signs. Write the words, or use square brackets, as in [patient name].',
  'to-be-done': 'Something is still to be decided here. Write it, or leave the sentence out.',
  pronoun: 'A choice of pronouns. Write one, or a placeholder such as [they], [them] or [their].',
  title: 'A choice of titles. Write the one that is meant.',
  'empty-bullet': 'An empty list item. Write it, or delete the line.',
  'check-box': 'A box to tick. Write a list of what applies, or tick boxes as - [x] and - [ ].',
  'empty-brackets':
    'Brackets with nothing in them. Write a name, as in [patient name], or a box to tick, with a space in it: [ ].',
  'number-signs':
    'Number signs stand for a number to fill in. Write it, or a placeholder such as [insurance member id].',
  choice: 'A choice in braces. Write the one that is meant, or a placeholder of a field with these choices.',
  variable: "The name of a program's field. Write the words, or use square brackets, as in [insurance subscriber].",
};

/**
 * Every blank of another form in prose or in a value, in order and without overlap; of two, the one around the other.
 * Placeholders in square brackets, links, citations and check boxes of the language are not blanks.
 */
export function findBlanks(text: string): Blank[] {
  if (!ANY_SIGN.test(text)) return [];
  const found: Blank[] = [];
  for (const { form, holds, pattern, accepts } of FINDERS) {
    if (!holds.some((part) => text.includes(part))) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (accepts === undefined || accepts(text, start, end)) found.push({ start, end, form, hint: HINTS[form] });
    }
  }
  found.push(...findAngles(text));
  return found.length < 2 ? found : withoutOverlap(found);
}

function withoutOverlap(blanks: Blank[]): Blank[] {
  blanks.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return blanks.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** Things that have X or XX in their name: Roman numerals, chromosomes, a factor, a nerve. */
const NAMED_BY_X =
  /^(?:factor|nerves?|chapter|volume|vol|title|collagen|fragile|triple|trisomy|chromosomes?|gen|dos|malignant|histiocytosis)$/i;
const OF_CHROMOSOMES =
  /^(?:chromosom\w*|karyotype\w*|genotype\w*|complement|males?|females?|sex|gonad\w*|dsd|syndrome|cells?|individuals?|century|xy|xo)$/i;

function isBlankOfX(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  // 46,XX and 47,XXX are karyotypes.
  if (/(?<!\d)4[5-9] ?,? ?$/.test(before) || /xy[/,]?$/i.test(before)) return false;
  // A number of which all but the end is masked, as in XXX-XX-1234, has been filled in.
  if (/^-\d{4}(?!\d)/.test(after)) return false;
  if (/^\/x[yo](?!\p{L})/iu.test(after)) return false;
  return !NAMED_BY_X.test(wordBefore(text, start)) && !OF_CHROMOSOMES.test(wordAfter(after));
}

function wordBefore(text: string, start: number): string {
  return /([\p{L}\p{N}]+)[\s(,]*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? '';
}

function wordAfter(text: string): string {
  return /^[\s),]*(?:or |and )?([\p{L}\p{N}]+)/u.exec(text)?.[1] ?? '';
}

/** `$USD` is money, `$XX` is found as X. */
function isVariable(text: string, start: number, end: number): boolean {
  return !/^\$(?:USD?|X+|x+)$/.test(text.slice(start, end));
}

/** `{yes/no}`, `{75 mg, 150 mg}`: a few words each, and no sentence. */
function isChoice(text: string, start: number, end: number): boolean {
  const parts = text.slice(start + 1, end - 1).split(/ ?[/|,;] ?| or /);
  return (
    parts.length > 1 &&
    parts.every((part) => /^[\p{L}\p{N}<>$(][^.!?:]{0,40}$/u.test(part.trim()) && part.trim().split(' ').length < 5)
  );
}

/** Stars next to a letter or digit are emphasis or part of a name. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
}

/** Three or four at the beginning of a line make a heading. */
function isNoHeading(text: string, start: number, end: number): boolean {
  const isAtLineStart = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  return !isAtLineStart || end - start > 4 || /\S/.test(text.charAt(end));
}

/**
 * `<Patient Name>` is a blank, even where it holds another; `p < 0.05`, `a < b and c > d`, `->` and an address in angle
 * brackets are not. A blank ends on its line.
 */
function findAngles(text: string): Blank[] {
  if (!text.includes('<') || !text.includes('>')) return [];
  const closed: Blank[] = [];
  let opened: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[<>\r\n]/g)) {
    if (mark === '<') {
      if (/\p{L}/u.test(text.charAt(index + 1))) opened.push(index);
    } else if (mark !== '>') opened = [];
    else if (!/[\s<=-]/.test(text.charAt(index - 1))) {
      const start = opened.pop();
      if (start === undefined || isAddress(text, start + 1, index)) continue;
      while ((closed.at(-1)?.start ?? -1) > start) closed.pop();
      closed.push({ start, end: index + 1, form: 'angle', hint: HINTS.angle });
    }
  }
  return closed;
}

function isAddress(text: string, start: number, end: number): boolean {
  if (end - start > 2000) return false;
  const inside = text.slice(start, end);
  return !/\s/.test(inside) && /^(?:https?:|mailto:|[^@]+@[^@]+$)/i.test(inside);
}

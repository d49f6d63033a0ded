import { type Blank, type BlankForm, findBlanks } from '../knowledge/blanks.js';
import { readsLikeInstruction } from '../knowledge/instructions.js';
import { blanksInProse } from '../analysis/prose-blanks.js';
import { reportFieldWords } from './checks/field-words.js';
import type { Fix, Report, Rule, Severity } from '../lint/rule.js';
import { printsProse } from '../analysis/unknown-placeholders.js';
import { choosable } from '../letter/condition.js';
import {
  asks,
  type FactField,
  type FieldDeclaration,
  lineAt,
  linesOf,
  type NameTarget,
  placeholderOf,
  resolveName,
  type Schema,
  type Span,
  textOf,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import type { SectionSubject } from '../letter/written-sections.js';
import { rememberBoth } from '../remember.js';

export const leftoverBlank: Rule = {
  id: 'leftover-blank',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  summary: 'No blank of another form is left in the letter.',
  why: 'Lines to write on, XX, <angle brackets>, TBD, ☐, [], he/she, {75 mg, 150 mg}, a label with nothing behind it (“DOB:”) or a field’s name in capitals are text to this program: they would print as they stand, and the letter would go out unfinished. In a template they are warnings, since a case may still replace the section.',
  bad: '---\nHe/she has been under my care for ____ months.',
  good: '---\n[They have] been under my care for [time in care].',
  check(subject, report) {
    const { kind } = subject.file;
    const severity: Severity = kind === 'template' || kind === 'vocabulary' ? 'warning' : 'error';
    if (printsProse(subject)) {
      for (const section of subject.sections) {
        const blanks = blanksInProse(section);
        for (const blank of blanks) reportInProse(blank, section, severity, report);
        reportFieldWords(section, subject, blanks, severity, report);
      }
    }
    if (!asks(kind)) reportInValues(subject, severity, report);
  },
};

function reportInProse(blank: Blank, section: SectionSubject, severity: Severity, report: Report): void {
  const { piece } = section.prose;
  const line = lineAt(linesOf(piece), blank.start);
  if (mayBeQuoted(blank, piece.text.slice(line.start, blank.start))) return;
  const where: Span = { piece, start: blank.start, end: blank.end };
  const fix = fixInProse(blank, where, section);
  report(where, blank.hint, { severity, ...(fix && { fix }) });
}

/** A value prints as it is written, so a blank in it would print too; the address book's is a case's to come. */
function reportInValues({ records, schema }: FileSubject, severity: Severity, report: Report): void {
  for (const { record } of records)
    for (const field of record.fields)
      for (const where of blanksInValues(field, schema))
        report(where, 'A blank is left in this value. Write it out, or leave the value empty until it is known.', {
          severity,
        });
}

const blanksInValues = rememberBoth((field: FactField, schema: Schema): readonly Span[] =>
  (isFreeText(field) ? field.values : []).flatMap(({ given, lines }) =>
    (given ? lines : []).flatMap(({ piece, start, text }) =>
      [...findBlanks(text), ...(field.declaration?.quoted ? [] : bracketsIn(text, schema))]
        .filter((blank) => !mayBeQuoted(blank, text.slice(0, blank.start)))
        .map((blank) => ({ piece, start: start + blank.start, end: start + blank.end })),
    ),
  ),
);

/** What templates of other programs ask for between words. */
const ASKED =
  /^(?:the )?(?:amount|dos(?:e|age)|date|number|name|reason|drug|medication|diagnosis|code|age|duration|frequency|quantity|result|details?|time|percent(?:age)?|score|symptoms?|treatments?)s?$/i;

/** `11 pounds lost by [date]`: brackets mean nothing in a value, and would print. *[sic]*, *[t]he* and *disease [enteritis]* are words. */
function bracketsIn(text: string, schema: Schema): Pick<Blank, 'start' | 'end' | 'form'>[] {
  return [...text.matchAll(/\[([^[\]]{2,120})\]/g)].flatMap(({ 0: whole, 1: inside = '', index }) => {
    const isAsked = ASKED.test(inside) || readsLikeInstruction(inside) || resolveName(schema, inside);
    return isAsked ? [{ start: index, end: index + whole.length, form: 'instruction' as const }] : [];
  });
}

/** Any other type says itself what is wrong with such a value. */
function isFreeText({ declaration }: FactField): boolean {
  return declaration?.type.name === 'text' || declaration?.type.name === 'address';
}

/** How far back a quotation is looked for: a line can be as long as a file. */
const longestQuoted = 500;

/** A payer's own words are quoted as they are, his/her included. `line`: what stands before the blank on its line. */
function mayBeQuoted({ form }: Pick<Blank, 'form'>, line: string): boolean {
  if (form !== 'pronoun' && form !== 'title') return false;
  const before = line.slice(-longestQuoted);
  if (/^\s*>/.test(before)) return true;
  const straight = before.split('"').length - 1;
  return straight % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}

// ---- fixes: the same blank as a placeholder, where it names a field or a pronoun ----

function fixFor(blank: Blank, where: Span, schema: Schema): Fix | undefined {
  if (blank.form === 'pronoun') return pronounFix(where);
  const name = nameIn(blank.form, textOf(where));
  if (name === undefined || !resolveName(schema, name)) return undefined;
  return { title: `Write [${name}]`, edits: [{ where, text: `[${name}]` }] };
}

function fixInProse(blank: Blank, where: Span, section: SectionSubject): Fix | undefined {
  if (blank.form === 'underscores') return penFix(where, section);
  if (blank.form === 'check-box' || blank.form === 'empty-brackets') return boxFix(where, section);
  return fixFor(blank, where, section.schema);
}

/** A box of the language, where one may stand: before the blank of a field with choices, and at an item's beginning. */
function boxFix(where: Span, { placeholders }: SectionSubject): Fix | undefined {
  const { piece, start, end } = where;
  const line = lineAt(linesOf(piece), start);
  const [space = ''] = /^[ \t]*/.exec(piece.text.slice(end, line.end)) ?? [];
  const behind = placeholders.find(({ whole }) => whole.start === end + space.length);
  const beginsItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(
    piece.text.slice(line.start, start).slice(-longestLabel),
  );
  if (!choosable(behind?.target) && !(beginsItem && space !== '')) return undefined;
  return { title: 'Write [ ]', edits: [{ where, text: space === '' ? '[ ] ' : '[ ]' }] };
}

/** `Patient signature: ____` is a line for a pen, where the vocabulary has one of that name; so is `Date: ____` beneath a signature. */
function penFix(where: Span, { schema, placeholders }: SectionSubject): Fix | undefined {
  const { piece, start } = where;
  const before = piece.text.slice(lineAt(linesOf(piece), start).start, start).slice(-longestLabel);
  const label = /([\p{L}][\p{L}'\u2019 -]*?)[\s*]*:?[\s*]*$/u.exec(before)?.[1] ?? '';
  const signature = placeholders.findLast(({ whole, target }) => whole.start < start && isByHand(target));
  const signer = signature?.target?.kind === 'record field' ? signature.target.record.name : undefined;
  const isDate = signer !== undefined && /^(?:date|date signed|signed on)$/i.test(label);
  const targets = [label, ...(isDate ? [`${signer} signed on`] : [])].map((one) => resolveName(schema, one));
  const target = targets.find(isByHand);
  if (!target) return undefined;
  const name = placeholderOf(target.field);
  return { title: `Write [${name}]`, edits: [{ where, text: `[${name}]` }] };
}

const longestLabel = 80;

function isByHand(target: NameTarget | undefined): target is Extract<NameTarget, { field: FieldDeclaration }> {
  return target !== undefined && 'field' in target && target.field.byHand;
}

const marks: Partial<Record<BlankForm, RegExp>> = {
  angle: /^<(.*)>$/s,
  percent: /^%(.*)%$/s,
  dollar: /^\$\{?(.*?)\}?$/s,
  mustache: /^\{\{(.*)\}\}$/s,
  'double-parentheses': /^\(\((.*)\)\)$/s,
  guillemets: /^«(.*)»$/s,
  'at-signs': /^@(.*)@$/s,
  variable: /^(.*)$/s,
};

function nameIn(form: BlankForm, text: string): string | undefined {
  const name = marks[form]
    ?.exec(text)?.[1]
    ?.replace(/[_\s]+/g, ' ')
    .trim();
  return name === '' ? undefined : name;
}

const pronouns: readonly (readonly [RegExp, string])[] = [
  [/self/i, 'themselves'],
  [/hers\)?$|theirs$/i, 'theirs'],
  [/hi[ms]\b.*\bhis|his|their$/is, 'their'],
  [/him|them$/i, 'them'],
  [/./s, 'they'],
];

/** `He/she has` becomes `[They have]`: the verb agrees with the pronoun. */
function pronounFix({ piece, start, end }: Span): Fix {
  const written = piece.text.slice(start, end);
  const word = pronouns.find(([pattern]) => pattern.test(written))?.[1] ?? 'they';
  const verb = word === 'they' ? /^ (is|has|was)(?!\w)/.exec(piece.text.slice(end, end + 5)) : null;
  const whole = verb ? { is: 'they are', has: 'they have', was: 'they were' }[verb[1] as 'is' | 'has' | 'was'] : word;
  const name = /^\(?\p{Lu}/u.test(written) ? whole.replace('t', 'T') : whole;
  const where = { piece, start, end: end + (verb?.[0].length ?? 0) };
  return { title: `Write [${name}]`, edits: [{ where, text: `[${name}]` }] };
}

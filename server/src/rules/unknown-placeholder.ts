import { withPlainVerb } from '../knowledge/pronouns.js';
import { isCommonVerb, plainForm } from '../knowledge/verbs.js';
import { editDistance } from '../spelling/edit-distance.js';
import { nearest } from '../spelling/nearest.js';
import { declareFix } from '../fixes/declare-field.js';
import { insertInHead } from '../fixes/insert-text.js';
import type { Fix, Rule } from '../lint/rule.js';
import { lacksAt } from './checks/told-lacks.js';
import { type UnknownPlaceholder, unknownPlaceholders } from '../analysis/unknown-placeholders.js';
import {
  allNames,
  blockNames,
  endOfName,
  isNameStart,
  normalizeName,
  placeholderOf,
  pronounNames,
  type Schema,
  type SourceFile,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';

/** A file with more has another trouble than slips of the pen, and looking for the nearest name takes its time. */
const mostSuggestions = 50;

export const unknownPlaceholder: Rule = {
  id: 'unknown-placeholder',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'Every bracket names a field that the letter can fill.',
  why: 'A bracket that names nothing stays a hole in the letter. Most are slips of the pen; others name a fact that the template has yet to declare.',
  bad: '---\nI treat [patient nmae] for low back pain.',
  good: '---\nI treat [patient name] for low back pain.',
  check(file, report) {
    const unknown = unknownPlaceholders(file).filter((placeholder) => !placeholder.instruction);
    for (const [index, placeholder] of unknown.entries()) {
      const verb = behindPronoun(placeholder);
      if (verb) {
        report(placeholder.whole, 'A verb stands within the brackets of its pronoun: [they need].', {
          fix: verb,
          ...lacksAt(placeholder.whole, file),
        });
        continue;
      }
      const nearby = index < mostSuggestions ? nearestNames(placeholder.name.text, file.schema) : [];
      const fixes = fixesFor(placeholder, nearby, file);
      const [fix, ...otherFixes] = fixes;
      const details = isSlip(placeholder.name.text, nearby) ? { fix, otherFixes } : { otherFixes: fixes };
      report(placeholder.whole, messageFor(placeholder, nearby, file), {
        ...details,
        ...lacksAt(placeholder.whole, file),
      });
    }
  },
};

/** `[They] [need]`, which is to be `[They need]`. */
function behindPronoun({ name, whole }: UnknownPlaceholder): Fix | undefined {
  const { piece } = whole;
  const pronoun = /\[(they)\] {1,2}$/i.exec(
    piece.text.slice(Math.max(0, whole.start - '[they]  '.length), whole.start),
  );
  const verb = plainForm(name.text);
  if (pronoun?.[1] === undefined || !isCommonVerb(verb)) return undefined;
  const text = `[${pronoun[1]} ${verb}]`;
  const where = { piece, start: whole.start - pronoun[0].length, end: whole.end };
  return { title: `Write ${text}`, edits: [{ where, text }] };
}

function messageFor({ name }: UnknownPlaceholder, nearby: readonly string[], { file, workspace }: FileSubject): string {
  const [near] = nearby;
  if (near !== undefined) return `No field has this name. Did you mean [${near}]?`;
  if (file.kind === 'template')
    return 'No field has this name. Declare it in the head, or write [write: …] for help to the writer.';
  if (workspace.fieldsOfAllTemplates.has(normalizeName(name.text))) {
    return "Only another template has this field, not this letter's. Write the words themselves.";
  }
  return 'No field has this name. Write the words themselves, or a field such as [patient name].';
}

function fixesFor({ name, whole }: UnknownPlaceholder, nearby: readonly string[], subject: FileSubject): Fix[] {
  const { file } = subject;
  const text = name.text;
  const inTemplate = file.kind === 'case' && isName(text) ? declareFix(name, undefined, subject) : undefined;
  return [
    ...nearby.map((near): Fix => ({ title: `Write [${near}]`, edits: [{ where: name, text: near }] })),
    ...(file.kind === 'template' && isName(text) ? [declare(file, text)] : []),
    ...(inTemplate ? [inTemplate] : []),
    { title: 'Make it help for the writer: [write: …]', edits: [{ where: whole, text: `[write: ${text}]` }] },
    { title: 'Print the brackets as they are', edits: [{ where: whole, text: `\\[${text}\\]` }] },
  ];
}

function declare(file: SourceFile, name: string): Fix {
  return { title: 'Declare it in the head', edits: [insertInHead(file, [`${name} (text): [what to write]`])] };
}

/** A declared name holds no comma, colon or bracket, and does not read as a line that declares a record. */
function isName(name: string): boolean {
  return isNameStart(name, 0) && endOfName(name, 0, name.length) === name.length && !/^record\s/i.test(name);
}

/** What may be meant, each with what is written in full: `date of birth` alone is no name, `patient date of birth` is one. */
const candidates = remember((schema: Schema): ReadonlyMap<string, readonly string[]> => {
  const { records } = schema.vocabulary;
  const inFull = new Map<string, string[]>();
  const full = records.flatMap((record) => record.fields.map((field) => `${record.name} ${field.name}`));
  for (const name of [...full, ...allNames(schema), ...blockNames, ...pronounNames]) inFull.set(name, [name]);
  for (const field of records.flatMap((record) => record.fields)) {
    for (const name of [field.name, ...field.also]) {
      const meant = inFull.get(name);
      if (!meant) inFull.set(name, [placeholderOf(field)]);
      else if (meant[0] !== name) meant.push(placeholderOf(field));
    }
  }
  return inFull;
});

const choicesOfPronoun: ReadonlyMap<string, string> = new Map([
  ['he/she', 'they'],
  ['she/he', 'they'],
  ['s/he', 'they'],
  ['him/her', 'them'],
  ['her/him', 'them'],
  ['his/her', 'their'],
  ['her/his', 'their'],
  ['his/hers', 'theirs'],
  ['hers/his', 'theirs'],
  ['himself/herself', 'themselves'],
  ['herself/himself', 'themselves'],
]);

/** At most three names that were probably meant, the likeliest first. */
function nearestNames(written: string, schema: Schema): string[] {
  const pronoun = pronounMeant(written);
  if (pronoun !== undefined) return [pronoun];
  const inFull = candidates(schema);
  const near = nearest(written, inFull.keys(), 6).flatMap((name) => inFull.get(name) ?? []);
  return [...new Set(near)].slice(0, 3);
}

/** `they` for *he/she*, `they need` for *they needs*. */
function pronounMeant(written: string): string | undefined {
  const norm = normalizeName(written);
  const choice = norm.replace(/\s*\/\s*/g, '/').replace(/\/(?:they|them|theirs?)$/, '');
  return choicesOfPronoun.get(choice) ?? withPlainVerb(norm);
}

/** True when a few letters, or the order of the words, are all that differs from one name alone: then nothing needs asking. */
function isSlip(written: string, nearby: readonly string[]): boolean {
  if (pronounMeant(written) !== undefined) return true;
  const [slip, ...more] = nearby.filter((name) => editDistance(normalizeName(written), normalizeName(name), 2) <= 2);
  return slip !== undefined && slip === nearby[0] && more.length === 0 && slip.length > 4;
}

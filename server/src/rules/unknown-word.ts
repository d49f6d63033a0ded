import { wordAtStart } from '../analysis/first-word.js';
import { nearest } from '../spelling/nearest.js';
import { cutFromLine } from '../fixes/insert-text.js';
import { clauseFixes } from './checks/clause-lines.js';
import { reportDamage } from './checks/clause-damage.js';
import { headProblems } from '../analysis/head-problems.js';
import { derivedNames } from '../letter/derived-fields.js';
import { checkComputed } from './checks/computed-terms.js';
import { checkKindLine } from './checks/kind-line.js';
import { recordNamed, suggesting } from '../analysis/meant-names.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import { firstWord, soundsLikeRecord } from '../analysis/record-word.js';
import type { Report, Rule } from '../lint/rule.js';
import {
  beginningVerbs,
  type FieldDeclaration,
  fieldOf,
  type HeadEntry,
  kindFieldNames,
  lifeEvents,
  policyFieldNames,
  type RecordDeclaration,
  type Schema,
  type Word,
} from '../letter/source.js';
import type { FileSubject, WrittenDeclaration } from '../letter/subjects.js';

export const unknownWord: Rule = {
  id: 'unknown-word',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  ofAnyFile: true,
  summary: "The first line, declarations and a policy's lines hold only words that mean something there.",
  why: 'A word that is not understood is passed over, and what was asked for with it does not happen.',
  bad: 'template t\nbody parts (txt, many): Where the pain is.\n---\nPain in [body parts].',
  good: 'template t\nbody parts (text, many): Where the pain is.\n---\nPain in [body parts].',
  check(file, report) {
    checkKindLine(file, report);
    if (!file.file.kind) return;
    for (const declaration of file.declarations) checkDeclaration(declaration, file.schema, report);
    for (const entry of file.file.entries) checkEntry(entry, file, report);
    if (file.asking) checkLines(file, report);
  },
};

function checkDeclaration(declaration: WrittenDeclaration, schema: Schema, report: Report): void {
  const { declared, name, field, terms, bad } = declaration;
  const isRecord = declared === 'record';
  for (const { word, nearest: near } of terms.unknown) {
    const write = isRecord
      ? 'Write flags such as: (many, like provider)'
      : 'Write a type such as text or date, or choices: (yes | no)';
    const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : write;
    const what = isRecord ? 'This is no flag of a record.' : 'This is no type and no flag of a field.';
    report(word, `${what} ${choice}`, writeFixes(word, near));
  }
  checkLikeness(declaration, schema, report);
  checkOrder(declaration, report);
  checkComputed(declaration, schema, report);
  checkInstead(declaration, schema, report);
  checkByHand(declaration, report);
  reportLeftover(bad, 'After the parentheses comes a colon, and what to write.', report);
  if (terms.flags.has('derived') && field && !derivedNames.includes(field.norm)) {
    report(name, `The program cannot compute this. "derived" is only for ${anyOf(derivedNames)}; take it out.`);
  }
}

/** What is filled in with a pen is never missing. */
function checkByHand({ name, terms, endOfTerms }: WrittenDeclaration, report: Report): void {
  if (!terms.flags.has('by hand') || !terms.flags.has('required')) return;
  const { piece } = name;
  const written = piece.text.slice(name.end, endOfTerms);
  const found = /,\s*required(?=\s*(?:,|$))|required\s*,\s*/i.exec(written);
  const message =
    'What is filled in by hand is never missing, so "required" asks for nothing. Take one of the two out.';
  const at = name.end + (found?.index ?? 0);
  const edits = found ? [{ where: { piece, start: at, end: at + found[0].length }, text: '' }] : [];
  report(name, message, found ? { fix: { title: 'Take "required" out', edits } } : {});
}

/** `like NAME` names a record, and the likenesses of records make no circle. */
function checkLikeness({ terms: { like: where }, record }: WrittenDeclaration, schema: Schema, report: Report): void {
  if (!where || !record) return;
  const { vocabulary } = schema;
  const model = record.like.find(({ written }) => written.norm === where.norm)?.record;
  if (model === undefined) {
    const near = nearest(
      where.text,
      vocabulary.records.map(({ name }) => name).filter((name) => name !== record.name),
    );
    const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : 'Write the name of one, such as: like provider';
    report(where, `No record has this name. ${choice}`, writeFixes(where, near));
  } else if (isLike(model, record.norm, vocabulary.byName, new Set())) {
    report(where, 'This record is like one that is like it in turn. Take one of the two out.');
  }
}

function isLike(from: string, to: string, byName: ReadonlyMap<string, RecordDeclaration>, seen: Set<string>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (byName.get(from)?.like ?? []).some(({ record }) => record !== undefined && isLike(record, to, byName, seen));
}

/** `after NAME` names a date of the same record, or the patient's birth. */
function checkOrder({ terms, record, field }: WrittenDeclaration, report: Report): void {
  if (!record) return;
  for (const where of terms.after) {
    if (lifeEvents.some((event) => event === where.norm)) continue;
    const other = fieldOf(record, where.norm);
    if (other && other !== field && isDated(other)) continue;
    const dates = record.fields.filter((one) => one !== field && isDated(one)).map(({ name }) => name);
    const near = nearest(where.text, [...dates, ...lifeEvents]);
    const choice =
      near.length > 0 ? `Did you mean ${anyOf(near)}?` : `Write one of: ${[...dates, ...lifeEvents].join(', ')}`;
    report(where, `This is no other date of the record. ${choice}`, writeFixes(where, near));
  }
}

/** `instead of NAME` names a record, and stands on a fact of the letter. */
function checkInstead({ terms, record, field }: WrittenDeclaration, { vocabulary }: Schema, report: Report): void {
  for (const where of terms.insteadOf) {
    if (!field || record !== vocabulary.letter) {
      report(where, 'Only a fact of the letter stands in for records. Declare it beneath "record letter".');
    } else if (!vocabulary.byName.has(where.norm)) {
      const near = nearest(
        where.text,
        vocabulary.records.map(({ name }) => name),
      );
      const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : 'Write the name of one that is declared.';
      report(where, `No record has this name. ${choice}`, writeFixes(where, near));
    }
  }
}

function isDated({ type }: FieldDeclaration): boolean {
  return type.name === 'date' || type.name === 'when';
}

function checkEntry(entry: HeadEntry, { file, schema }: FileSubject, report: Report): void {
  const isVocabulary = file.kind === 'vocabulary';
  if (entry.kind === 'record' && !entry.label) {
    report(entry.whole, 'This record has no name. Write one, such as: record infusion (many)');
  } else if (isVocabulary && soundsLikeRecord(entry)) {
    const word = firstWord(entry);
    if (word) report(word, 'The word "record" is misspelled here.', writeFixes(word, ['record']));
  } else if (entry.kind === 'fact') {
    const blank = blankKey(entry);
    if (blank)
      report(blank, `The key is still to be chosen. Write it in place of the bracket${suchAs(entry.label, schema)}.`);
    else reportLeftover(entry.bad, 'After the key comes nothing more; facts stand on lines beneath.', report);
    if (!entry.key && !entry.hasColon && entry.label && /@\s*$/.test(entry.whole.text))
      reportKeyless(entry, entry.label, schema, report);
  }
}

/** The bracket in place of a key: `evidence @[choose]`. */
function blankKey({ bad, key, piece }: HeadEntry): Word | undefined {
  const [first, ...others] = bad;
  if (key || !first || others.length > 0) return undefined;
  return /^\[.*\]$/s.test(first.text) && piece.text.charAt(first.start - 1) === '@' ? first : undefined;
}

function suchAs(label: Word | undefined, schema: Schema): string {
  const key = label && keyOf(recordNamed(schema, label.text), schema);
  return key === undefined ? '' : `, such as @${key}`;
}

/** The first key of such a record in the address book. */
function keyOf(record: RecordDeclaration | undefined, { vocabulary }: Schema): string | undefined {
  return [...vocabulary.book.values()].find((one) => one.record === record)?.key.text;
}

function reportKeyless(entry: HeadEntry, label: Word, schema: Schema, report: Report): void {
  const example = keyOf(recordNamed(schema, label.text), schema);
  const where = { piece: entry.piece, start: label.end, end: entry.whole.end };
  report(where, `A key is missing after @. Write it without a space, such as: @${example ?? 'lee'}`);
}

function reportLeftover(bad: readonly Word[], what: string, report: Report): void {
  const [first] = bad;
  const last = bad.at(-1);
  if (!first || !last) return;
  const where = { piece: first.piece, start: first.start, end: last.end };
  report(where, `These words mean nothing here. ${what}`, {
    fix: { title: 'Take them out', edits: [cutFromLine(where)], asks: true },
  });
}

// ---- policies and kinds ----

function checkLines(file: FileSubject, report: Report): void {
  const suggest = suggesting();
  const fields = file.file.kind === 'kind' ? kindFieldNames : policyFieldNames;
  const words = [...fields, ...beginningVerbs];
  for (const { where } of headProblems(file, 'unknown field', 'unknown record')) {
    const near = suggest(wordAtStart(where).text, words);
    const choice =
      near.length > 0
        ? `Did you mean ${anyOf(near)}?`
        : `Write "${fields[0] ?? ''}: …", or a line that begins with require, recommend or deadline.`;
    const what = file.file.kind === 'kind' ? 'A kind' : 'A policy';
    const fixes = writeFixes(wordAtStart(where), near);
    const others = [...(fixes.otherFixes ?? []), ...clauseFixes(where)];
    report(where, `${what} has no line of this kind. ${choice}`, { ...fixes, otherFixes: others });
  }
  reportDamage(file, report);
}

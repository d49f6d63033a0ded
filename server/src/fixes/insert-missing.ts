import { type FieldDeclaration, lineEndOf, type Piece, type SourceFile, type Span } from '../letter/source.js';
import type { FactLack } from '../letter/lacks.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, endOfFirstLine, endOfHead, indentOf } from './head-edits.js';
import { entryOf } from '../analysis/head-entries.js';
import { proseInHead } from '../analysis/prose-in-head.js';
import type { Fix } from '../lint/rule.js';

type Edit = Fix['edits'][number];

const longestHint = 90;

/**
 * Writes a line for each missing fact, with what to write in brackets: so it still counts as missing. Facts whose line is there already get none;
 * undefined when that is all of them.
 */
export function insertMissing(facts: readonly FactLack[], file: FileSubject): Fix | undefined {
  const open = facts.filter((fact) => !fact.line);
  const edits = [...recordEdits(open, file.file), ...factEdits(open, file), ...newRecordEdits(open, file)];
  return edits.length > 0 ? { title: titleFor(open), edits: mergedEdits(edits), asks: true } : undefined;
}

function titleFor(open: readonly FactLack[]): string {
  return open.length === 1 ? 'Add a line for the missing fact' : 'Add a line for each missing fact';
}

/** Beneath records that are there: after their last line, indented as their other lines are. */
function recordEdits(facts: readonly FactLack[], file: SourceFile): Edit[] {
  return [...fieldsBy(facts, ({ own }) => own)].flatMap(([record, fields]): Edit[] => {
    const entry = entryOf(file, record.name);
    if (!entry) return [];
    const lines = [...fields].map((field) => `${indentOf(entry)}${blankLine(field)}`);
    return [{ where: endOfEntry(entry), text: joined(lines, file) }];
  });
}

/** The fields that are lacking, each once, by what lacks them; facts for which that is undefined are left out. */
function fieldsBy<Owner>(
  facts: readonly FactLack[],
  ownerOf: (fact: FactLack) => Owner | undefined,
): Map<Owner, Set<FieldDeclaration>> {
  const fields = new Map<Owner, Set<FieldDeclaration>>();
  for (const fact of facts) {
    const owner = ownerOf(fact);
    if (owner === undefined) continue;
    const known = fields.get(owner);
    if (known) known.add(fact.field);
    else fields.set(owner, new Set([fact.field]));
  }
  return fields;
}

/** Facts of the letter stand at the margin. */
function factEdits(facts: readonly FactLack[], { file, head }: FileSubject): Edit[] {
  const lines = facts.filter((fact) => !fact.of).map(({ field }) => blankLine(field));
  if (lines.length === 0) return [];
  return [{ where: endOfFacts({ file, head }), text: joined(lines, file) }];
}

/** After the facts of the letter that stand before the first record; after the file's first line where there are none. */
export function endOfFacts({ file, head }: Pick<FileSubject, 'file' | 'head'>): Span {
  const margin = new Set((head?.facts ?? []).map((fact) => fact.name.piece));
  const firstOther = file.entries.findIndex((entry) => !margin.has(entry.piece));
  const before = firstOther < 0 ? file.entries.at(-1) : file.entries[firstOther - 1];
  return before ? endOfEntry(before) : endOfFirstLine(file);
}

/** Records of which there is none come last in the head, a blank line before each. */
function newRecordEdits(facts: readonly FactLack[], subject: FileSubject): Edit[] {
  const { file } = subject;
  const absent = facts.filter((fact) => !fact.own && !isTemplates(fact, subject));
  const lines = [...fieldsBy(absent, ({ of }) => of)].flatMap(([declaration, fields]) => {
    const [only] = fields;
    if (only && fields.size === 1 && only === declaration.fields[0])
      return ['', `${declaration.name}: ${hintOf(only)}`];
    return ['', declaration.name, ...[...fields].map((field) => `  ${blankLine(field)}`)];
  });
  return lines.length > 0 ? [{ where: headEnd(subject), text: joined(lines, file) }] : [];
}

/** Of records that repeat, one that the template gives can only be completed there. */
function isTemplates({ of }: FactLack, { letter }: FileSubject): boolean {
  return of?.many === true && (letter?.facts.recordsOf(of) ?? []).some((record) => record.origin === 'template');
}

/** Where a head ends that prose may follow without a divider. */
export function headEnd(subject: FileSubject): Span {
  const { file } = subject;
  const prose = proseInHead(subject);
  if (!prose) return endOfHead(file);
  const last = file.entries[file.entries.indexOf(prose.first) - 1];
  return last ? endOfEntry(last) : endOfFirstLine(file);
}

function joined(lines: readonly string[], file: SourceFile): string {
  return lines.map((line) => lineEndOf(file) + line).join('');
}

/** The line of a fact with what to write in brackets. */
export function blankLine(field: FieldDeclaration): string {
  return `${field.name}: ${hintOf(field)}`;
}

/** What to write, in brackets: the choices, else the first sentence of the declaration's help. */
export function hintOf({ type, help, name }: FieldDeclaration): string {
  const choices = type.choices?.join(' | ') ?? '';
  const sentence = (/^.*?[^.]{3}\.(?=\s+\p{Lu}|$)/su.exec(help)?.[0] ?? help).replace(/\.$/, '');
  const hint = (choices !== '' && choices.length <= longestHint ? choices : sentence).replace(/[[\]]/g, ' ').trim();
  return `[${hint === '' ? name : shortened(hint)}]`;
}

/** Without its example, or up to the end of a part of the sentence: never in the middle of one. */
function shortened(text: string): string {
  if (text.length <= longestHint) return text;
  const plain = text.replace(/[,;]? e\.g\. .*$/s, '');
  if (plain.length <= longestHint) return plain;
  const part = /^.*\S(?=[,;:] )/s.exec(plain.slice(0, longestHint))?.[0];
  return part ?? plain;
}

/** Two insertions at one place are one edit, so that their order is certain. */
export function mergedEdits(edits: readonly Edit[]): Edit[] {
  const texts = new Map<Piece, Map<number, string>>();
  for (const { where, text } of edits) {
    const inPiece = texts.get(where.piece) ?? new Map<number, string>();
    texts.set(where.piece, inPiece.set(where.start, (inPiece.get(where.start) ?? '') + text));
  }
  return edits.flatMap(({ where }): Edit[] => {
    const inPiece = texts.get(where.piece);
    const text = inPiece?.get(where.start);
    if (text === undefined) return [];
    inPiece?.delete(where.start);
    return [{ where, text }];
  });
}

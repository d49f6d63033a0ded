import type { CaseFile } from '../language/case-file.js';
import { readCaseFile } from '../language/case-file.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { readRecord } from '../language/fact-record.js';
import type { FactField, FactRecord, Head } from '../language/head.js';
import { headNames } from '../language/head-names.js';
import type { Schema } from '../language/name-resolution.js';
import { asks } from '../language/file-kinds.js';
import type { KindFile } from '../language/kind-file.js';
import type { PolicyFile } from '../language/policy-file.js';
import type { SourceFile, Word } from '../language/source-file.js';
import { type Declared, readTerms, type ReadTerms } from '../language/terms.js';
import { isMisplacedRecord } from '../language/template-file.js';
import { recordOf } from '../language/vocabulary.js';
import type { Workspace } from '../language/workspace.js';
import { normalizeName } from '../language/names.js';
import type { MergedRecord } from './facts.js';
import { contextOf, contextOfCase, type FileContext } from './file-context.js';
import type { ResolvedLetter } from './letter.js';
import { resolveLetter } from './resolve-letter.js';
import type { SectionMemo } from './resolve-section.js';
import { type SectionSubject, withResolved, writtenSections } from './written-sections.js';

/** A record as one file's lines give it; the letter's own facts are a record named `letter`. */
export interface RecordSubject {
  readonly record: FactRecord;
  /** The same record with what the address book and the template add; in cases only. */
  readonly merged?: MergedRecord;
  readonly fileKind: SourceFile['kind'];
}

/** A declaration line of a template or vocabulary with what its parentheses say. */
export interface WrittenDeclaration {
  readonly declared: Declared;
  readonly name: Word;
  readonly field?: FieldDeclaration;
  /** The record itself, or the one whose field it is. */
  readonly record?: RecordDeclaration;
  readonly terms: ReadTerms;
  /** Where what the parentheses say ends. */
  readonly endOfTerms: number | undefined;
  readonly bad: readonly Word[];
}

/** One file and all that rules look at in it. */
export interface FileSubject extends FileContext {
  readonly declarations: readonly WrittenDeclaration[];
  readonly records: readonly RecordSubject[];
  readonly sections: readonly SectionSubject[];
  readonly letter?: ResolvedLetter;
  /** The file itself, where it is a policy or a kind. */
  readonly asking?: PolicyFile | KindFile;
}

/** A case, which always has a letter, be it one of nothing but gaps. */
export type CaseSubject = FileSubject & Required<Pick<FileSubject, 'letter'>>;

/** What is still to be done to a letter once all of it is resolved. */
export type Finish = (letter: ResolvedLetter, workspace: Workspace) => ResolvedLetter;

/**
 * Reads a file into the subjects of the rules. For a case that is its letter; `memo` keeps what did not change from its last version, and `finish` fills in what
 * needs to know the whole letter.
 */
export function readSubjects(
  file: SourceFile,
  workspace: Workspace,
  memo?: SectionMemo,
  finish: Finish = asIs,
): FileSubject {
  if (file.kind === 'template') return templateSubjects(file, workspace);
  if (asks(file.kind)) return askingSubjects(file, workspace);
  if (file.kind === 'vocabulary') return vocabularySubjects(file, workspace);
  return caseSubjects(readCaseFile(file, workspace), workspace, memo, finish);
}

function asIs(letter: ResolvedLetter): ResolvedLetter {
  return letter;
}

/** The subjects of a case that is to become a letter with the template it was read with. */
export function caseSubjects(
  read: CaseFile,
  workspace: Workspace,
  memo?: SectionMemo,
  finish: Finish = asIs,
): CaseSubject {
  const letter = finish(resolveLetter(read, memo), workspace);
  const { file, head, schema } = read;
  const merged = new Map<FactRecord, MergedRecord>();
  for (const record of letter.facts.allRecords()) for (const layer of record.layers) merged.set(layer, record);
  const resolved = new Map(letter.sections.map((section) => [section.caseSection, section]));
  const opening = letter.sections.findLast((section) => section.kind === 'opening');
  return {
    ...contextOfCase(read, workspace),
    declarations: [],
    records: headRecords(head, file).map((record) => {
      const whole = merged.get(record);
      return { record, fileKind: file.kind, ...(whole && { merged: whole }) };
    }),
    sections: writtenSections(file, schema).map((section) => {
      const found = section.section ? resolved.get(section.section) : opening;
      return found ? withResolved(section, found) : section;
    }),
    letter,
  };
}

function templateSubjects(file: SourceFile, workspace: Workspace): FileSubject {
  const context = contextOf(file, workspace);
  const { schema } = context;
  return {
    ...context,
    declarations: file.entries.flatMap((entry) =>
      entry.kind === 'declaration' && !isMisplacedRecord(entry) ? declared(entry, 'template field', schema) : [],
    ),
    records: recordsIn(context),
    sections: writtenSections(file, schema),
  };
}

function askingSubjects(file: SourceFile, workspace: Workspace): FileSubject {
  const context = contextOf(file, workspace);
  return {
    ...context,
    declarations: [],
    records: recordsIn(context),
    sections: writtenSections(file, context.schema),
    asking: file.kind === 'kind' ? workspace.kind(file) : workspace.policy(file),
  };
}

function recordsIn({ head, file }: FileContext): RecordSubject[] {
  return head ? headRecords(head, file).map((record) => ({ record, fileKind: file.kind })) : [];
}

function vocabularySubjects(file: SourceFile, workspace: Workspace): FileSubject {
  const { schema, vocabulary } = workspace;
  const names = headNames(schema);
  const records = file.entries.flatMap((entry): RecordSubject[] => {
    if (entry.kind !== 'fact' || !entry.label || !entry.key) return [];
    const declaration = recordOf(vocabulary, normalizeName(entry.label.text));
    return [{ record: readRecord(entry, declaration, [], names), fileKind: file.kind }];
  });
  const declarations = file.entries.flatMap((entry) => {
    if (entry.kind !== 'record') return [];
    const norm = entry.label && normalizeName(entry.label.text);
    const record = norm === 'letter' ? vocabulary.letter : norm === undefined ? undefined : vocabulary.byName.get(norm);
    const lines = entry.lines.flatMap((line) => (line.kind === 'text' ? [] : declared(line, 'field', schema, record)));
    return [...declared(entry, 'record', schema, record), ...lines];
  });
  return { ...contextOf(file, workspace), declarations, records, sections: writtenSections(file, schema) };
}

/** True where not all names and sections are known that a file could mean: a template that it stands on is not there. One mistake is reported once. */
export function isUnfounded({ letter, standing }: FileSubject): boolean {
  return letter?.case.unknownTemplate !== undefined || standing?.broken !== undefined;
}

type DeclarationLine = Pick<SourceFile['entries'][number], 'label' | 'terms' | 'bad'>;

function declared(
  line: DeclarationLine,
  declared: Declared,
  schema: Schema,
  record?: RecordDeclaration,
): WrittenDeclaration[] {
  if (!line.label) return [];
  const norm = normalizeName(line.label.text);
  const field = declared === 'record' ? undefined : (record ?? schema.template)?.byName.get(norm);
  return [
    {
      declared,
      name: line.label,
      ...(field && { field }),
      ...(record && { record }),
      terms: readTerms(line.terms, declared),
      endOfTerms: line.terms.at(-1)?.end,
      bad: line.bad,
    },
  ];
}

const letterRecords = new WeakMap<FactField, FactRecord>();

/** A head's records; its facts of the letter stand as a record of their own, named by the file's first line. */
function headRecords(head: Head, file: SourceFile): FactRecord[] {
  const [first] = head.facts;
  if (!first) return [...head.records];
  const known = letterRecords.get(first);
  if (known && isLetterRecord(known, head, file)) return [known, ...head.records];
  const letter = { name: file.firstLine, fields: head.facts, problems: [] };
  letterRecords.set(first, letter);
  return [letter, ...head.records];
}

/** True where the record of the last version says the same at the same place. */
function isLetterRecord({ name, fields }: FactRecord, { facts }: Head, { firstLine }: SourceFile): boolean {
  const samePlace =
    name.piece.uri === firstLine.piece.uri &&
    name.piece.start === firstLine.piece.start &&
    name.text === firstLine.text;
  return samePlace && fields.length === facts.length && facts.every((fact, index) => fact === fields[index]);
}

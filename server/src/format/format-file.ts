import { readCaseFile } from '../language/case-file.js';
import { type Head, structureHead } from '../language/head.js';
import { headNames } from '../language/head-names.js';
import type { ParseFile } from '../language/parse.js';
import { readKindFile } from '../language/kind-file.js';
import { readPolicyFile } from '../language/policy-file.js';
import type { HeadEntry, SourceFile } from '../language/source-file.js';
import { rangeOf } from '../language/span.js';
import type { Workspace } from '../language/workspace.js';
import { layOutHead } from './head-layout.js';
import { type Meaning, readMeaning } from './meaning.js';
import { applyEdits, type SpaceEdit } from './space-edit.js';

/** What formatting needs beyond the file: a parser to read its own result with, and the names that say which lines are fields. */
export interface FormatContext {
  readonly parse: ParseFile;
  readonly workspace: Workspace;
}

/** Offsets of UTF-16 code units in the file, the end not included. */
export interface FormatRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The changes of white space that lay out a file's head, in the order of the text; with `range` only those in the entries that it touches. The result is
 * read again: an entry that would then say something else stays as it is, and where that does not help nothing is changed at all. A file
 * that does not say what it is gets no changes, for its head cannot be told from prose.
 */
export function formatFile(file: SourceFile, context: FormatContext, range?: FormatRange): SpaceEdit[] {
  if (!file.kind) return [];
  const head = readHead(file, context.workspace);
  const before = readMeaning(file, head);
  const touched = range && widen(file, range);
  const frozen = new Set<HeadEntry>();
  for (let attempt = 0; attempt < 3; attempt++) {
    const all = layOutHead(file, head, frozen);
    const edits = touched ? all.filter((edit) => isTouched(edit, touched)) : all;
    const text = applyEdits(file.text, edits);
    if (text === file.text) return [];
    if (withoutSpace(text) !== withoutSpace(file.text)) return [];
    const result = context.parse(file.uri, text);
    const after = readMeaning(result, readHead(result, context.workspace));
    const changed = changedEntries(before, after);
    if (changed?.length === 0) return edits;
    const entries = changed?.flatMap((index) => file.entries[index] ?? []) ?? [];
    if (entries.length === 0 || entries.every((entry) => frozen.has(entry))) return [];
    for (const entry of entries) frozen.add(entry);
  }
  return [];
}

/** Which entries say something else; undefined when more than entries differs. */
function changedEntries(before: Meaning, after: Meaning): number[] | undefined {
  if (before.entries.length !== after.entries.length) return undefined;
  const changed = before.entries.flatMap((entry, index) => (entry === after.entries[index] ? [] : [index]));
  return changed.length > 0 || before.file === after.file ? changed : undefined;
}

function readHead(file: SourceFile, workspace: Workspace): Head {
  if (file.kind === 'case') return readCaseFile(file, workspace).head;
  if (file.kind === 'template') return workspace.template(file).head;
  if (file.kind === 'policy') return readPolicyFile(file, workspace.schema).head;
  if (file.kind === 'kind') return readKindFile(file, workspace.schema).head;
  return structureHead(file.entries, headNames(workspace.schema));
}

/** A record is laid out whole or not at all: half of it would stand at other columns than the rest. */
function widen(file: SourceFile, range: FormatRange): FormatRange {
  let { start, end } = range;
  for (const entry of file.entries) {
    const { start: first } = entry.piece;
    const last = rangeOf(entry.lines.at(-1)?.whole ?? entry.whole).end;
    if (first > range.end || last < range.start) continue;
    start = Math.min(start, first);
    end = Math.max(end, last);
  }
  return { start, end };
}

function isTouched(edit: SpaceEdit, range: FormatRange): boolean {
  return edit.start <= range.end && edit.end >= range.start;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

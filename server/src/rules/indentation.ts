import { endOfEntry, indentOf, ownLines, placeAt, removeLines } from '../fixes/head-edits.js';
import { entryOf } from '../analysis/head-entries.js';
import { headProblems } from '../analysis/head-problems.js';
import { ownerOfProblem } from '../analysis/problem-owners.js';
import type { Fix, Rule } from '../lint/rule.js';
import {
  type FactRecord,
  type HeadEntry,
  lineAt,
  lineEndOf,
  type Piece,
  type SourceFile,
  type Word,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

export const indentation: Rule = {
  id: 'indentation',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  summary: "A record's fields stand beneath it, indented.",
  why: 'The line still counts as a field of the record above it. Whoever reads the file, or moves the record, will take it for a fact of its own.',
  bad: 'patient\n  name: Jane Doe\ndate of birth: 1968-03-14',
  good: 'patient\n  name: Jane Doe\n  date of birth: 1968-03-14',
  check(file, report) {
    for (const { where, record } of headProblems(file, 'indentation')) {
      const fix = fixOf(where, file);
      const message = `This field of "${record?.name ?? ''}" has lost its indentation. Begin its line with two spaces.`;
      report(where, message, fix ? { fix } : {});
    }
  },
};

function fixOf(where: Word, subject: FileSubject): Fix | undefined {
  const { file } = subject;
  const record = ownerOfProblem(where, subject);
  const entry = entryOf(file, where);
  const owner = record && entryOf(file, record.name);
  if (!record || !entry || !owner || !standsAtMargin(entry, file)) return undefined;
  const lines = ownLines(entry);
  const indent = indentOf(owner);
  if (attachedTo(record, owner, file.entries).has(entry.piece)) {
    return {
      title: 'Indent it',
      edits: lines.map(({ start }) => ({ where: placeAt(entry.piece, start), text: indent })),
    };
  }
  // Something else stands between: indented, the line would become part of that.
  const text = lines.map(({ start, end }) => lineEndOf(file) + indent + entry.piece.text.slice(start, end)).join('');
  const last = entry.lines.at(-1)?.whole ?? entry.whole;
  return {
    title: 'Move it beneath its record',
    edits: [{ where: endOfEntry(owner), text }, removeLines(entry.whole, last)],
  };
}

/** An indented line before anything that it could belong to is read as if it stood at the margin. */
function standsAtMargin({ piece }: HeadEntry, { lines }: SourceFile): boolean {
  return lineAt(lines, piece.start).start === piece.start;
}

const attached = new WeakMap<FactRecord, ReadonlySet<Piece>>();

/** The lost fields of a record between which and the record nothing else stands. */
function attachedTo(record: FactRecord, owner: HeadEntry, entries: readonly HeadEntry[]): ReadonlySet<Piece> {
  const known = attached.get(record);
  if (known) return known;
  const lost = new Set(record.fields.filter((field) => field.lost).map((field) => field.name.piece));
  const found = new Set<Piece>();
  for (let index = entries.indexOf(owner) + 1; ; index++) {
    const piece = entries[index]?.piece;
    if (!piece || !lost.has(piece)) break;
    found.add(piece);
  }
  attached.set(record, found);
  return found;
}

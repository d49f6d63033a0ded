import { continueFixes, continueIndentedFix } from '../fixes/continue-value.js';
import { holdsInvisible } from '../knowledge/invisible.js';
import { placeAt } from '../fixes/head-edits.js';
import { moveIntoHead } from '../fixes/move-into-head.js';
import { type FallenLines, fallenLines } from '../analysis/fallen-lines.js';
import { entryOf } from '../analysis/head-entries.js';
import { headProblems } from '../analysis/head-problems.js';
import { readFactWithoutColon, recordNamed } from '../analysis/meant-names.js';
import { isTabbed } from '../analysis/pasted-facts.js';
import { soundsLikeRecord } from '../analysis/record-word.js';
import { clauseFixes } from './checks/clause-lines.js';
import { reportStrayLines } from './checks/clause-damage.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import {
  type HeadEntry,
  type HeadLine,
  type HeadProblem,
  isBlank,
  isMisplacedRecord,
  lineNumberAt,
  linesOf,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

export const strayLine: Rule = {
  id: 'stray-line',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'Every line before the divider is a fact, a record, a declaration, or part of a value.',
  why: 'A line that belongs to nothing is printed nowhere, and no check looks at it.',
  bad: 'date = 2026-11-21',
  good: 'date: 2026-11-21',
  check(file, report) {
    reportProblems(file, report);
    reportTabbed(file, report);
    for (const fallen of new Set(fallenLines(file).values())) reportFallen(fallen, report);
    for (const entry of file.file.entries) {
      if (entry.kind === 'declaration' || entry.kind === 'record') checkBeneath(entry, file, report);
    }
    if (file.file.kind === 'vocabulary') checkVocabulary(file, report);
    if (file.asking) {
      checkDeclarations(file, report);
      reportStrayLines(file, report);
    }
  },
};

function reportProblems(file: FileSubject, report: Report): void {
  for (const problem of headProblems(file, 'stray line')) {
    const { where, couldContinue } = problem;
    // `unreadable-character` says it: without that character the line can be read.
    if (holdsInvisible(where.text)) continue;
    const entry = entryOf(file.file, where);
    // A line at the margin that cannot be read takes those beneath it along: one finding for all of them.
    if (entry?.kind === 'stray' && entry.whole.start !== where.start) continue;
    const fact = couldContinue ? undefined : readFactWithoutColon(where.text, file.schema);
    if (fact) {
      const span = { piece: where.piece, start: where.start + fact.nameEnd, end: where.start + fact.valueStart };
      report(where, 'This fact has no colon after its name. Write it as "name: value".', {
        fix: { title: 'Write a colon', edits: [{ where: span, text: ': ' }] },
      });
    } else if (couldContinue) {
      report(
        where,
        'This line belongs to no field. Write "name: value", or indent it to continue the value above.',
        // Beneath the record's own line there is no value that it could continue.
        { fix: (entry && continueIndentedFix(where, entry)) ?? noteFix(where) },
      );
    } else if (file.asking) {
      const [fix = noteFix(where), ...otherFixes] = clauseFixes(where);
      const message = 'A line of a policy or kind begins with a word such as require, recommend or deadline.';
      report(where, message, { fix, otherFixes });
    } else {
      report(
        where,
        'This line is neither a fact nor a record. Write it as "name: value", or begin it with // for a note.',
        {
          fix: noteFix(where),
        },
      );
    }
  }
}

/** `PATIENT:⇥Alvarez⇥DOB:⇥…` from a table: all that follows the first tab would be part of the first value. */
function reportTabbed(subject: FileSubject, report: Report): void {
  if (subject.file.kind !== 'case') return;
  for (const { kind, whole, label, piece, lines } of subject.file.entries) {
    if (kind !== 'fact' || lines.length > 0 || !label || !isTabbed(whole.text, subject)) continue;
    const start = piece.start + whole.start;
    const fix = moveIntoHead(subject, start, start + whole.text.length);
    report(whole, 'Several facts stand on this line, parted by tabs. Give each a line of its own.', fix ? { fix } : {});
  }
}

/** One finding for all of them, at the first. */
function reportFallen(fallen: FallenLines, report: Report): void {
  const [first, ...others] = fallen.entries;
  if (!first) return;
  const [fix, ...otherFixes] = continueFixes(fallen);
  const message =
    others.length === 0
      ? 'This line has fallen out of the value above. Indent it deeper than the name of its field.'
      : 'These lines have fallen out of the value above. Indent them deeper than the name of its field.';
  const related = others.map(({ whole }) => ({ where: whole, message: 'This line too.' }));
  report(first.whole, message, { ...(fix && { fix }), otherFixes: [...otherFixes, noteFix(first.whole)], related });
}

function noteFix(where: HeadProblem['where']): Fix {
  return { title: 'Make it a note with //', edits: [{ where: placeAt(where.piece, where.start), text: '// ' }] };
}

/** Lines beneath a declaration: only a record's has any. Help that was broken over two lines is the usual cause. */
function checkBeneath(entry: HeadEntry, { file }: FileSubject, report: Report): void {
  if (file.kind === 'template' && isMisplacedRecord(entry) && entry.label) {
    const word = { ...entry.label, end: entry.label.start + 'record'.length };
    report(
      word,
      'Records are declared in a vocabulary: move these lines to one, a file that begins with "vocabulary".',
    );
    return;
  }
  const stray = entry.kind === 'record' ? entry.lines.filter(isSentence) : entry.lines;
  const first = stray[0];
  if (!first) return;
  const before = lineBefore(first, entry);
  const fix: Fix | undefined =
    before === undefined
      ? undefined
      : {
          title: 'Join it to the line above',
          edits: [{ where: { piece: entry.piece, start: before, end: first.whole.start }, text: ' ' }],
        };
  report(
    first.whole,
    'Nothing reads this line: what is said about a field stands on one line. Join it to the line above.',
    fix ? { fix } : {},
  );
}

/** No declaration: it is no name, or one with neither parentheses nor colon that ends like a sentence. */
function isSentence({ kind, hasColon, whole }: HeadLine): boolean {
  return kind === 'text' || (kind === 'field' && !hasColon && whole.text.endsWith('.'));
}

/** The end of the line above, unless a blank line or a comment parts the two. */
function lineBefore({ whole }: HeadLine, { piece }: HeadEntry): number | undefined {
  const lines = linesOf(piece);
  const above = lines[lineNumberAt(lines, whole.start) - 1];
  return above && !isBlank(above) && !above.isComment ? above.contentEnd : undefined;
}

/** A vocabulary holds records, declared with `record`, and entries of the address book, each with its key. */
function checkVocabulary({ file, schema }: FileSubject, report: Report): void {
  let record: HeadEntry | undefined;
  for (const entry of file.entries) {
    if (entry.kind === 'record') record = entry;
    else if (entry.kind === 'stray') {
      report(
        entry.whole,
        'This line is no declaration and no entry of the address book. Begin it with // for a note.',
        {
          fix: noteFix(entry.whole),
        },
      );
    } else if (entry.kind === 'declaration' && !soundsLikeRecord(entry)) {
      const fix = record && {
        title: 'Indent it, as a field of the record above',
        edits: [{ where: placeAt(entry.piece, entry.whole.start), text: '  ' }],
      };
      report(
        entry.whole,
        'This field stands beneath no record. Indent it, and put a line such as "record patient" above it.',
        fix ? { fix } : {},
      );
    } else if (
      entry.kind === 'fact' &&
      !entry.key &&
      !soundsLikeRecord(entry) &&
      !/@\s*:?\s*$/.test(entry.whole.text)
    ) {
      reportKeyless(entry, schema, report);
    }
  }
}

function reportKeyless(entry: HeadEntry, schema: FileSubject['schema'], report: Report): void {
  const record = entry.label && recordNamed(schema, entry.label.text);
  if (record)
    report(entry.whole, `This entry has no key, so no case can use it. Write: ${record.name} @ and a short name`);
  else
    report(
      entry.whole,
      'A vocabulary holds no facts of a letter. Write "record …", or a record with its key: provider @lee',
    );
}

function checkDeclarations({ file }: FileSubject, report: Report): void {
  for (const entry of file.entries) {
    if (entry.kind === 'declaration') {
      report(
        entry.whole,
        'Only templates and vocabularies declare fields. Write a line such as: require insurance member id',
        {
          fix: noteFix(entry.whole),
        },
      );
    }
  }
}

import { nearest } from '../spelling/nearest.js';
import { insertInHead } from '../fixes/insert-text.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import { printsProse } from '../analysis/unknown-placeholders.js';
import { lacksAt } from './checks/told-lacks.js';
import { citables, Facts } from '../letter/facts.js';
import type { Bracket, Span, Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

type Citation = Extract<Bracket, { kind: 'citation' }>;

/** A file with more has another trouble than slips of the pen, and looking for the nearest key takes its time. */
const mostSuggestions = 50;

export const unknownCitation: Rule = {
  id: 'unknown-citation',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'Every citation names evidence that somebody gives.',
  why: 'A citation without its source leaves a hole in the sentence and in the reference list, and a reviewer counts the claim as unsupported.',
  bad: {
    'case.lmn': 'case\n---\nInjections reduced pain for a year [@chohen2021].',
    'clinic.lmn': 'vocabulary clinic\n\nevidence @cohen2021\n  title: Chronic pain',
  },
  good: {
    'case.lmn': 'case\n---\nInjections reduced pain for a year [@cohen2021].',
    'clinic.lmn': 'vocabulary clinic\n\nevidence @cohen2021\n  title: Chronic pain',
  },
  check(subject, report) {
    if (!printsProse(subject)) return;
    const facts = factsOf(subject);
    const keys = keysIn(subject);
    let unknown = 0;
    for (const { piece, citation } of citationsIn(subject)) {
      if (citation.keys.length === 0) reportEmpty({ piece, start: citation.start, end: citation.end }, report);
      for (const word of citation.bad) reportOtherWords(word, report);
      for (const key of citation.keys) {
        if (!facts?.cited(key.text)) reportUnknown(key, unknown++ < mostSuggestions ? keys : [], subject, report);
      }
    }
  },
};

/** What can be cited: in a template, what its own head and the address book give. */
function factsOf({ letter, head, schema }: FileSubject): Facts | undefined {
  return letter?.facts ?? (head && new Facts(schema, { records: [], facts: [], problems: [] }, [head]));
}

function citationsIn({ sections }: FileSubject): { piece: Span['piece']; citation: Citation }[] {
  return sections.flatMap(({ prose, section }) =>
    [...(section?.titleBrackets ?? []), ...prose.brackets].flatMap((bracket) =>
      bracket.kind === 'citation' ? [{ piece: prose.piece, citation: bracket }] : [],
    ),
  );
}

function reportEmpty(where: Span, report: Report): void {
  report(where, 'This citation names no source. Write its key after the @, such as [@cohen2021].');
}

/** A page or a comment in a citation would be lost without a word. */
function reportOtherWords(word: Word, report: Report): void {
  report(word, 'Only keys belong in a citation: this would not print. Write it before or after the bracket.');
}

function reportUnknown(key: Word, keys: readonly string[], subject: FileSubject, report: Report): void {
  const near = nearest(key.text, keys, 3);
  const use = near.map((other): Fix => ({ title: `Write @${other}`, edits: [{ where: key, text: other }] }));
  const fixes = [...use, ...addEvidence(key, subject)];
  const [fix, ...otherFixes] = fixes;
  const hint = near[0] === undefined ? `Add it to the head: evidence @${key.text}` : `Did you mean @${near[0]}?`;
  report(key, `No evidence has this key. ${hint}`, {
    ...(near.length === 1 ? { fix, otherFixes } : { otherFixes: fixes }),
    ...lacksAt(key, subject),
  });
}

function addEvidence(key: Word, { file, schema }: FileSubject): Fix[] {
  const [evidence] = citables(schema);
  const title = evidence?.fields[0];
  if (!evidence || !title) return [];
  const lines = [`${evidence.name} @${key.text}`, `  ${title.name}: [${title.name} as published]`];
  return [{ title: `Add ${evidence.name} @${key.text} to the head`, edits: [insertInHead(file, ['', ...lines])] }];
}

/** Keys of the address book and of the file itself. */
function keysIn({ schema, records }: FileSubject): string[] {
  const citable = new Set(citables(schema));
  const book = [...schema.vocabulary.book.values()].flatMap((entry) =>
    citable.has(entry.record) ? [entry.key.text] : [],
  );
  const own = records.flatMap(({ record }) =>
    record.key && record.declaration && citable.has(record.declaration) ? [record.key.text] : [],
  );
  return [...new Set([...own, ...book])];
}

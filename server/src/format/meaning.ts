import { bodyStartOf } from '../language/body-start.js';
import type { FactField, FactRecord, Head, HeadProblem } from '../language/head.js';
import type { HeadEntry, HeadLine, SourceFile, Word } from '../language/source-file.js';
import { rangeOf } from '../language/span.js';

/** What a file says, without its layout, as strings to compare. */
export interface Meaning {
  /** Of the whole file: its kind line, its prose, and what its comments suppress. */
  readonly file: string;
  /** Of each entry of the head. */
  readonly entries: readonly string[];
}

/** Labels, values and their nesting; the prose letter for letter, but for line ends at its end. */
export function readMeaning(file: SourceFile, head: Head): Meaning {
  const { header, kind, text, lines, divider, sections } = file;
  const bodyStart = bodyStartOf(file);
  const prose = lines.find(({ start }) => start >= bodyStart)?.start ?? text.length;
  const bodyEnd = lines.findLast(({ start, end }) => end > start)?.end;
  const whole = {
    kind,
    header: header && [
      header.keyword.text,
      header.exact,
      header.name?.text,
      header.from?.text,
      header.base?.text,
      header.title?.text,
      textsOf(header.bad),
    ],
    divider: divider && text.slice(rangeOf(divider).start, rangeOf(divider).end),
    prose: text.slice(prose, bodyEnd),
    sections: sections.length,
    suppressions: file.suppressions.map(({ scope, rules, reason, covers }) => [
      scope,
      textsOf(rules),
      reason,
      covers && text.slice(covers.start, covers.end).replace(/\s+/g, ' ').trim(),
    ]),
    problems: head.problems.map(problemMeaning),
  };
  const facts = new Map<object, object[]>();
  for (const record of head.records) add(facts, record.name, recordMeaning(record));
  for (const fact of head.facts) add(facts, fact.name, fieldMeaning(fact));
  return {
    file: JSON.stringify(whole),
    entries: file.entries.map((entry) => JSON.stringify([entryMeaning(entry), facts.get(entry.piece)])),
  };
}

function add(facts: Map<object, object[]>, { piece }: Word, meaning: object): void {
  const here = facts.get(piece);
  if (here) here.push(meaning);
  else facts.set(piece, [meaning]);
}

function textsOf(words: readonly Word[]): string[] {
  return words.map((word) => word.text);
}

function entryMeaning(entry: HeadEntry): object {
  const { verb, key, lines } = entry;
  return { ...lineMeaning(entry), key: key?.text, verb: verb?.text, lines: lines.map(lineMeaning) };
}

function lineMeaning({ kind, label, value, hasColon, terms, bad, whole }: HeadEntry | HeadLine): object {
  const text = kind === 'stray' || kind === 'text' ? whole.text : undefined;
  return {
    kind,
    text,
    label: label?.text.replace(/\s+/g, ' '),
    value: value?.text,
    hasColon,
    terms: terms.map((term) => [term.kind, term.text]),
    bad: textsOf(bad),
  };
}

function recordMeaning({ name, declaration, key, fields, problems }: FactRecord): object {
  return {
    name: name.text,
    declared: declaration?.norm,
    key: key?.text,
    fields: fields.map(fieldMeaning),
    problems: problems.map(problemMeaning),
  };
}

function fieldMeaning({ name, declaration, values, lost }: FactField): object {
  return {
    name: name.text,
    declared: declaration?.norm,
    lost,
    values: values.map(({ lines, given }) => [textsOf(lines), given]),
  };
}

function problemMeaning({ kind, where, record, field, couldContinue }: HeadProblem): unknown[] {
  return [kind, where.text.replace(/\s+/g, ' '), record?.norm, field?.norm, couldContinue];
}

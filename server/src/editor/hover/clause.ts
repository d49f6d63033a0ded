import type { Demands } from '../../language/clauses/clause.js';
import type { HeadEntry, Word } from '../../language/source-file.js';
import { rangeOf } from '../../language/span.js';
import type { FileSubject } from '../../letter/subjects.js';
import {
  readOutClause,
  readOutConditions,
  readOutExemption,
  readOutTime,
  type ReadOut,
} from '../../requirements/read-out.js';
import { literal } from '../markdown.js';
import { factLine, titleOf } from './files.js';

/** In a policy or kind: the line beneath the pointer read out, with its number, its author's words and where those are from. Undefined where it asks nothing, or could not be understood. */
export function describeClause(
  { asking }: FileSubject,
  offset: number,
):
  | { readonly paragraphs: (string | undefined)[]; readonly range: { readonly start: number; readonly end: number } }
  | undefined {
  if (!asking) return undefined;
  const found = lineAt(asking.demands, offset) ?? exemptionAt(asking, offset);
  if (!found?.read) return undefined;
  const { read, label, words, range } = found;
  const { title, head, demands } = asking;
  return {
    range,
    paragraphs: [
      [label, words].flatMap((word) => (word ? literal(word.text) : [])).join(': '),
      [literal(read.sentence), ...read.items.map((item) => `- ${literal(item)}`)].join('\n'),
      [...read.only, ...readOutConditions(demands.when ?? [])].map(literal).join('\n\n'),
      titleOf(title),
      factLine('Source: ', head.facts, 'source'),
    ],
  };
}

interface LineAt {
  readonly read: ReadOut | undefined;
  readonly label?: Word | undefined;
  readonly words?: Word | undefined;
  readonly range: { readonly start: number; readonly end: number };
}

function lineAt({ clauses, times }: Demands, offset: number): LineAt | undefined {
  for (const clause of clauses) {
    const options = clause.ask?.is === 'group' ? clause.ask.options : [];
    const range = rangeAround([clause, ...options], offset);
    if (range) return { read: readOutClause(clause), label: clause.label, words: clause.words, range };
  }
  for (const line of times) {
    const range = rangeAround([line], offset);
    if (range) return { read: readOutTime(line), label: line.label, words: line.words, range };
  }
  return undefined;
}

/** Only a kind leaves something out. */
function exemptionAt({ file, demands }: NonNullable<FileSubject['asking']>, offset: number): LineAt | undefined {
  for (const line of file.kind === 'kind' ? demands.exemptions : []) {
    const range = rangeAround([line], offset);
    if (range) return { read: readOutExemption(line), words: line.words, range };
  }
  return undefined;
}

/** The lines of the entry that an offset stands in. */
function rangeAround(lines: readonly { readonly entry: HeadEntry }[], offset: number): LineAt['range'] | undefined {
  const ranges = lines.map(({ entry: { whole, lines: beneath } }) => ({
    start: rangeOf(whole).start,
    end: rangeOf(beneath.at(-1)?.whole ?? whole).end,
  }));
  return ranges.find(({ start, end }) => offset >= start && offset <= end);
}

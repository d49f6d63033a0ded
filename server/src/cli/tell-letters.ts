import type { OpenItem } from '../export/gate.js';
import type { FileSubject } from '../letter/subjects.js';
import { endingOf, type LetterFormatId, letterFormats, namesOf, printsAll } from '../letter-formats.js';
import { plural } from '../knowledge/plurals.js';
import { usualLimit } from './listed-findings.js';
import { printable } from './printable.js';
import { countOpen, openLines } from './tell-open.js';

/** A case whose letter is not final, in lines that hold nothing of its file any more. */
export interface NotFinal {
  /** What keeps it, without a dot: `2 things are open`. */
  readonly why: string;
  /** A line for each thing, with where to mend it. */
  readonly lines: readonly string[];
  /** The same without places, to count in how many letters each is. */
  readonly causes: readonly string[];
}

/** What is open in a case, as the summary of many letters tells it. */
export function openIn(open: readonly OpenItem[], subject: FileSubject, cwd: string): NotFinal {
  const causes = open.map(({ what, rule }) => printable(rule === undefined ? what : `${what} (${rule})`));
  return { why: countOpen(open.length), lines: openLines(open, subject, cwd), causes };
}

/** What a format has no letters for, as the summary of many letters tells it. */
export function unprintableIn(unprintable: readonly string[], type: LetterFormatId): NotFinal {
  const lines = unprintable.map(printable);
  return { why: `its ${letterFormats[type].name} cannot print some of it`, lines, causes: lines };
}

/** What came of many cases. */
export interface LettersEnd {
  readonly written: number;
  /** Whether all were to be drafts. */
  readonly areDrafts: boolean;
  /** By the name of the case's file. */
  readonly notFinal: ReadonlyMap<string, NotFinal>;
  /** Cases that could not be read, or letters that could not be written. */
  readonly failed: number;
}

/** Things listed of one case; all of them are told where it is rendered alone. */
const mostOfOne = 3;
const mostCauses = 5;

/** The summary of many letters: how many were written, which are not final and why, and what is open in several. */
export function summaryLines({ written, areDrafts, notFinal, failed }: LettersEnd): string[] {
  const [kept, told] = areDrafts ? [0, 'could not be sent'] : [notFinal.size, 'not final'];
  const all = plural(written + kept + failed, areDrafts ? 'draft' : 'letter');
  const others = notFinal.size === 0 ? '.' : `; ${String(notFinal.size)} ${told}:`;
  const lines = [`lmn: ${String(written)} of ${all} written${others}`];
  for (const [name, { why, lines: own }] of [...notFinal].slice(0, usualLimit)) {
    lines.push(`  ${printable(name)}: ${why}`, ...own.slice(0, mostOfOne).map((line) => `    ${line}`));
    if (own.length > mostOfOne) lines.push(`    and ${String(own.length - mostOfOne)} more`);
  }
  if (notFinal.size > usualLimit) lines.push(`  and ${String(notFinal.size - usualLimit)} more`);
  const often = commonCauses([...notFinal.values()]);
  if (often.length > 0) lines.push('lmn: Open in several letters:', ...often);
  if (notFinal.size > 0 && !areDrafts)
    lines.push('lmn: To write them all the same, add --draft: every page then says that it is a draft.');
  return lines;
}

/** What is open in more than one letter, the most frequent first: one fact that a template asks for anew is open in all of its cases. */
function commonCauses(all: readonly NotFinal[]): string[] {
  const counts = new Map<string, number>();
  for (const { causes } of all) for (const cause of new Set(causes)) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, mostCauses)
    .map(([cause, count]) => `  in ${String(count)}: ${cause}`);
}

/** What the letter's format cannot print, and what can. */
export function unprintableLines(unprintable: readonly string[], type: LetterFormatId, isDraft: boolean): string[] {
  const { name } = letterFormats[type];
  const what = isDraft
    ? `In this ${name} a mark stands for what its fonts cannot print:`
    : `The letter is not written as ${name}, because its fonts cannot print:`;
  const others = printsAll
    .slice(0, 1)
    .map((id) => ` (-o letter${endingOf(id)})`)
    .join('');
  return [
    `lmn: ${what}`,
    ...unprintable.map((one) => `  ${printable(one)}`),
    `lmn: Write the letter as ${namesOf(printsAll, 'or')}${others}, or that part in Latin letters.`,
  ];
}

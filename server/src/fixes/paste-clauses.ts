import { itemMarkerLength } from '../knowledge/list-items.js';
import { startsSentence } from '../knowledge/sentences.js';
import { kindFieldNames, normalizeName, policyFieldNames, readLines } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

/** A sentence, or an item of a list, with the number that the payer's text gives it. */
interface Point {
  readonly text: string;
  readonly label: string | undefined;
  readonly isItem: boolean;
}

/**
 * A payer's text as lines of a policy: a clause of words for each sentence and each item of a list, with the payer's own numbers. A list of which one item is enough
 * (*one of the following:*, or items that end with *or*) becomes a group with its options, what only leads to a list or names a part a comment. No word is left out
 * but *and* and *or* at an item's end. Undefined for lines that speak the language already, and for words that are no sentence.
 */
export function clausesOf(lines: readonly string[], { asking }: FileSubject): string[] | undefined {
  if (lines.some(isOurs)) return undefined;
  const points = pointsIn(lines);
  if (!points.some(({ text }) => text.split(/\s+/).length >= 3)) return undefined;
  const taken = new Set(asking?.demands.clauses.map(({ label }) => normalizeName(label?.text ?? '')));
  const written: string[] = [];
  let above: string | undefined;
  for (let at = 0; at < points.length; at++) {
    const point = points[at];
    if (!point) break;
    const items = itemsFrom(points, at + 1);
    const count = countAsked(point.text) ?? (isLead(point) && items.some(endsInOr) ? 'one' : undefined);
    const label = labelOf(point, above, taken);
    if (label !== undefined && !isLetter(label)) above = label;
    if (count !== undefined && items.length >= Math.max(2, Number(count) || 0)) {
      written.push(`require ${count} of these: ${behindColon(withStop(point.text.replace(/:$/, '')), label, taken)}`);
      for (const item of items) written.push(`option: ${withStop(bareItem(item))}`);
      at += items.length;
    } else if (isLead(point) || isTitle(point))
      written.push(`// ${label === undefined ? '' : `${label} `}${point.text}`);
    else written.push(`require: ${behindColon(withStop(bareItem(point)), label, taken)}`);
  }
  return written;
}

/** A line of a policy: a clause with its colon, a fact of the policy, a comment. A payer's sentence may begin with *and* or *limit*, and goes on without. */
function isOurs(line: string): boolean {
  const name = /^[a-z][a-z ]*(?=:)/.exec(line)?.[0];
  return (
    readLines(line)[0]?.isComment === true ||
    /^(?:require|recommend)\b.*:/s.test(line) ||
    (name !== undefined && ownNames.has(name))
  );
}

const ownNames: ReadonlySet<string> = new Set([...policyFieldNames, ...kindFieldNames]);

/** `3.6.1`, `2.`, `(a)`, `B)`, `iv.` before words. */
const NUMBER =
  /^(?:§\s*)?(?:\(?([A-Z]?\d{1,3}(?:\.(?:\d{1,3}|[a-z]))+)[.)]?|\(?(\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)])[ \t]+(?=\S)/;

/** Paragraphs may be broken over several lines: only an empty line, a number or a bullet begins another one. */
function pointsIn(lines: readonly string[]): Point[] {
  const paragraphs: { text: string; label: string | undefined; isItem: boolean; isOpen: boolean }[] = [];
  for (const line of lines.map((one) => one.replace(/\s+/g, ' '))) {
    const number = NUMBER.exec(line);
    const marker = number ? 0 : itemMarkerLength(line);
    const last = paragraphs.at(-1);
    if (line === '') {
      if (last) last.isOpen = false;
    } else if (number || marker > 0)
      paragraphs.push({
        text: line.slice(number?.[0].length ?? marker),
        label: number?.[1] ?? number?.[2],
        isItem: true,
        isOpen: true,
      });
    else if (last?.isOpen && !last.text.endsWith(':')) last.text += ` ${line}`;
    else paragraphs.push({ text: line, label: undefined, isItem: false, isOpen: true });
  }
  return paragraphs.flatMap(({ text, label, isItem }) =>
    (isItem ? [text] : sentencesOf(text)).map((one) => ({ text: one, label, isItem })),
  );
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/(?<=[.!?:][’”")\]]{0,3}) +(?=["“(]?\p{Lu})/gu)) {
    const next = index + gap.length;
    if (text[index - 1] !== ':' && !startsSentence(text.slice(Math.max(0, next - 40), next))) continue;
    sentences.push(text.slice(start, index));
    start = next;
  }
  return [...sentences, text.slice(start)].filter((sentence) => sentence !== '');
}

/** The items of the list that begins at a place; those that lead to a list of their own end it. */
function itemsFrom(points: readonly Point[], from: number): Point[] {
  const end = points.findIndex((point, at) => at >= from && (!point.isItem || isLead(point)));
  return points.slice(from, end < 0 ? undefined : end);
}

function isLead({ text }: Point): boolean {
  return text.endsWith(':');
}

const TITLE_END = /(?:criteria|requirements|indications|approval|authorization|renewal)$/i;

/** A line of a few words that is no sentence and no item: what the part is called, with capitals or by a word that names parts. Else it may be a criterion. */
function isTitle({ text, isItem }: Point): boolean {
  const names = text.split(' ');
  if (isItem || names.length > 8 || /[.!?;][’”")]*$/.test(text)) return false;
  return !names.some((word) => /^\p{Ll}{4}/u.test(word)) || (names.length <= 4 && TITLE_END.test(text));
}

const LAST_WORD = /[;,]?\s+(and|or)[.,;]?$/i;

function endsInOr({ text }: Point): boolean {
  return LAST_WORD.exec(text)?.[1]?.toLowerCase() === 'or';
}

function bareItem({ text }: Point): string {
  return text.replace(LAST_WORD, '').replace(/[;,]$/, '');
}

const COUNTS: Readonly<Record<string, string>> = {
  any: 'one',
  either: 'one',
  one: 'one',
  two: '2',
  three: '3',
  four: '4',
};

/** How many of the following a lead asks: `one` for *any of the following criteria:*, undefined for *all of* them. */
function countAsked(text: string): string | undefined {
  const found =
    /(?<!\p{L})(any|either|one|two|three|four|[1-9])(?: \([1-9]\))?(?: or more)?(?: of)? the following[^.]*:$/iu.exec(
      text,
    );
  const word = found?.[1]?.toLowerCase();
  return word === undefined ? undefined : (COUNTS[word] ?? word);
}

function isLetter(label: string): boolean {
  return /^\p{L}+$/u.test(label);
}

/** The payer's number, a letter behind the number above it; none that is there already: lines of one number are one criterion. */
function labelOf({ label }: Point, above: string | undefined, taken: Set<string>): string | undefined {
  if (label === undefined) return undefined;
  const whole = isLetter(label) && above !== undefined ? `${above} ${label}` : label;
  if (taken.has(normalizeName(whole))) return undefined;
  taken.add(normalizeName(whole));
  return whole;
}

/** Words with a colon in them would be taken for a number and words: such a clause gets the next number that is free. */
function behindColon(words: string, label: string | undefined, taken: Set<string>): string {
  if (label !== undefined) return `${label}: ${words}`;
  if (!/:(?=\s|$)/.test(words)) return words;
  let free = 1;
  while (taken.has(String(free))) free++;
  taken.add(String(free));
  return `${String(free)}: ${words}`;
}

/** One part alone behind the colon is words if it ends as a sentence does. */
function withStop(words: string): string {
  return /[.!?]["”’)]*$/.test(words) ? words : `${words}.`;
}

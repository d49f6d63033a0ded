import { beforeNoun, yearsAtStart } from '../knowledge/age.js';
import { articleAtEnd, articleFor, likeWord } from '../knowledge/articles.js';
import { capitalize, endsInAbbreviation, startsSentence } from '../knowledge/sentences.js';
import { pluralAtStart, singularAtEnd } from '../knowledge/plurals.js';
import { append } from './append.js';
import { lastWords } from './filling.js';
import type { Inline, TextRun } from './letter.js';
import { derivedRun } from './runs.js';

/**
 * Fits filled text together: an article agrees with what follows it (*an 8-year-old*, *an order picker*), a noun with the number or the series beside
 * it (*1 year*, *codes K0861 and E1007*), an infant's age with the word behind it (*an 8-month-old*), a value at a sentence's start begins with a
 * capital, *since* and a full stop are said once, and the spaces around optional text that is gone are not printed twice or at a line's end.
 * `before` stands for what is before the first word: nothing where a sentence begins there.
 */
export function fitPrint(content: readonly Inline[], before: string): readonly Inline[] {
  const runs = flatten(content);
  const replaced = new Map<TextRun, readonly TextRun[]>();
  let last: TextRun | undefined;
  let said = before;
  runs.forEach((run, index) => {
    if (run === 'break') {
      if (last) replaceLast(replaced, last, trimEnd);
      last = undefined;
      said += '\n';
      return;
    }
    const tidied = run.origin === 'written' && (!last || endsInSpace(replaced, last)) ? trimStart(run) : run;
    const fitted = fitRun(tidied, runs, index, said);
    if (fitted.length !== 1 || fitted[0] !== run) replaced.set(run, fitted);
    if (tidied.text !== '') last = run;
    said = lastWords(said + fitted.map(({ text }) => lastWords(text)).join(''));
  });
  if (last) replaceLast(replaced, last, trimEnd);
  return replaced.size === 0 ? content : rebuild(content, replaced);
}

type Flat = TextRun | 'break';

/** Runs in the order of printing; anything that prints and is no text stands as a run that is left alone. */
function flatten(content: readonly Inline[]): Flat[] {
  const runs: Flat[] = [];
  for (const node of content) {
    if (node.kind === 'text') runs.push(node);
    else if (node.kind === 'break') runs.push('break');
    else if ('content' in node) append(runs, flatten(node.content));
    else runs.push(derivedRun('…', node.source));
  }
  return runs;
}

/** A run as it stands between its neighbors: they are the ones before anything was fitted. */
function fitRun(run: TextRun, runs: readonly Flat[], index: number, said: string): TextRun[] {
  const before = textAt(runs, index - 1);
  const after = textAt(runs, index + 1);
  if (run.origin !== 'written') {
    const fitted = startsSentence(said) ? withCapital(run) : run;
    return [isFollowed(runs, index) ? withoutFullStop(fitted) : fitValue(fitted, before, after)];
  }
  const begun = before ? afterValue(run, before) : [run];
  const last = begun.pop();
  return last && after
    ? [...begun, ...beforeValue(last, after, isSeries(runs, index + 1))]
    : [...begun, ...(last ? [last] : [])];
}

function textAt(runs: readonly Flat[], index: number): TextRun | undefined {
  const run = runs[index];
  return run === 'break' ? undefined : run;
}

/** A noun or a unit behind a value: *1 year*, after *8-month* no second unit, and after *Jr.* no second full stop. */
function afterValue(run: TextRun, value: TextRun): TextRun[] {
  if (value.origin === 'written') return [run];
  if (/^\.(?!\.)/.test(run.text) && /\.["'\u2019\u201d]?$/.test(value.text)) return [part(run, 1, run.text.length)];
  const years = isAgeWithUnit(value) ? yearsAtStart(run.text) : undefined;
  if (years) return [part(run, years.end, run.text.length)];
  const plural = isOne(value) ? pluralAtStart(run.text) : undefined;
  if (!plural) return [run];
  return replacePart(run, plural.start, plural.end, plural.singular);
}

/** An article or a noun before a value. */
function beforeValue(run: TextRun, value: TextRun, isOfSeveral: boolean): TextRun[] {
  if (value.origin === 'written') return [run];
  const singular = isOfSeveral ? singularAtEnd(run.text) : undefined;
  if (singular !== undefined) return replacePart(run, singular, singular, 's');
  const found = articleAtEnd(run.text);
  const article = found && articleFor(value.text);
  if (!found || !article || found.word.toLowerCase() === article) return [run];
  return replacePart(run, found.start, found.end, likeWord(article, found.word));
}

function fitValue(run: TextRun, before: TextRun | undefined, after: TextRun | undefined): TextRun {
  if (isAgeWithUnit(run) && after?.origin === 'written' && yearsAtStart(after.text)?.hyphen)
    return { ...run, text: beforeNoun(run.text) };
  const since =
    before?.origin === 'written' && /(?<![\p{L}\p{N}])(?:since|from)\s{1,4}$/iu.test(before.text.slice(-12));
  const twice = since && run.field?.type.name === 'when' ? /^since\s{1,4}/i.exec(run.text) : null;
  return twice ? part(run, twice[0].length, run.text.length) : run;
}

/** First words that are all small letters, and no name, symbol or abbreviation, as they begin a sentence. */
const SMALL_WORD =
  /^[("'\u2018\u201c]{0,4}(?!\p{Ll}{1,3}-\d)(?:a|\p{Ll}{2,})(?=[\s,;:!?)"'\u2019\u201d-]|\.(?:\s|$)|$)/u;

/** A value that begins a sentence; names of people and of what is public, such as a practice, and numbers stay as they were given. */
function withCapital(run: TextRun): TextRun {
  const { field, text } = run;
  const isWords = field?.type.name === 'text' || field?.type.choices;
  if (!isWords || field.person || field.identifying || field.public || !SMALL_WORD.test(text)) return run;
  return { ...run, text: capitalize(text), exact: false };
}

/** A value that others follow in a series: *loss of speech, and pain*. */
function withoutFullStop(run: TextRun): TextRun {
  return /[^.]\.$/.test(run.text) && !endsInAbbreviation(run.text) ? part(run, 0, run.text.length - 1) : run;
}

function isAgeWithUnit({ origin, field, text }: TextRun): boolean {
  return origin === 'derived' && field?.norm === 'age' && /\D/.test(text);
}

function isOne({ field, text }: TextRun): boolean {
  return field?.type.name === 'number' && text.trim() === '1';
}

/** Whether a series of values of one field begins at `index`: *a and b*. */
function isSeries(runs: readonly Flat[], index: number): boolean {
  return textAt(runs, index)?.field?.many === true && isFollowed(runs, index);
}

/** Whether the words that join a series stand behind the run at `index`, and more of its field behind them. */
function isFollowed(runs: readonly Flat[], index: number): boolean {
  const [first, between, second] = [0, 1, 2].map((ahead) => textAt(runs, index + ahead));
  if (!first?.field || !between || second?.field !== first.field) return false;
  return between.origin === 'derived' && !between.field && between.text.trim() !== '';
}

function replacePart(run: TextRun, from: number, to: number, text: string): TextRun[] {
  const { piece, start } = run.source;
  return [
    part(run, 0, from),
    derivedRun(text, { piece, start: start + from, end: start + to }),
    part(run, to, run.text.length),
  ].filter((one) => one.text !== '');
}

/** A part of a run; of one that prints its source letter for letter, that part of it. */
function part(run: TextRun, from: number, to: number): TextRun {
  const { piece, start } = run.source;
  const source = run.exact ? { piece, start: start + from, end: start + to } : run.source;
  return {
    kind: 'text',
    text: run.text.slice(from, to),
    source,
    origin: run.origin,
    exact: run.exact,
    ...(run.field && { field: run.field }),
  };
}

function trimStart(run: TextRun): TextRun {
  const kept = run.text.trimStart();
  return kept === run.text ? run : part(run, run.text.length - kept.length, run.text.length);
}

function trimEnd(run: TextRun): TextRun {
  const kept = run.text.trimEnd();
  return kept === run.text || run.origin !== 'written' ? run : part(run, 0, kept.length);
}

function lastOf(replaced: ReadonlyMap<TextRun, readonly TextRun[]>, run: TextRun): TextRun {
  return replaced.get(run)?.at(-1) ?? run;
}

function endsInSpace(replaced: ReadonlyMap<TextRun, readonly TextRun[]>, run: TextRun): boolean {
  return /\s$/.test(lastOf(replaced, run).text);
}

function replaceLast(
  replaced: Map<TextRun, readonly TextRun[]>,
  run: TextRun,
  change: (run: TextRun) => TextRun,
): void {
  const parts = replaced.get(run) ?? [run];
  const last = parts.at(-1);
  if (!last) return;
  const changed = change(last);
  if (changed !== last) replaced.set(run, [...parts.slice(0, -1), changed]);
}

function rebuild(content: readonly Inline[], replaced: ReadonlyMap<TextRun, readonly TextRun[]>): Inline[] {
  return content.flatMap((node): Inline[] => {
    if (node.kind === 'text') return (replaced.get(node) ?? [node]).filter((run) => run.text !== '');
    if (!('content' in node)) return [node];
    return [{ ...node, content: rebuild(node.content, replaced) }];
  });
}

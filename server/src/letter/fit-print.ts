import { articleAtEnd, articleFor, likeWord } from '../knowledge/articles.js';
import { append } from './append.js';
import type { Inline, TextRun } from './letter.js';
import { derivedRun } from './runs.js';

/**
 * Fits filled text together: an article agrees with the number that follows it (*an 8-year-old*), and the spaces around optional text that
 * is gone are not printed twice or at a line's end.
 */
export function fitPrint(content: readonly Inline[]): readonly Inline[] {
  const runs = flatten(content);
  const replaced = new Map<TextRun, readonly TextRun[]>();
  let before: TextRun | undefined;
  runs.forEach((run, index) => {
    if (run === 'break') {
      if (before) replaceLast(replaced, before, trimEnd);
      before = undefined;
      return;
    }
    const tidied = run.origin === 'written' && (!before || endsInSpace(replaced, before)) ? trimStart(run) : run;
    const next = runs[index + 1];
    const fitted = next === undefined || next === 'break' ? [tidied] : agree(tidied, next);
    if (fitted.length !== 1 || fitted[0] !== run) replaced.set(run, fitted);
    if (tidied.text !== '') before = run;
  });
  if (before) replaceLast(replaced, before, trimEnd);
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

function agree(run: TextRun, next: TextRun): TextRun[] {
  if (run.origin !== 'written' || next.origin === 'written') return [run];
  const found = articleAtEnd(run.text);
  const article = found && articleFor(next.text);
  if (!found || !article || found.word.toLowerCase() === article) return [run];
  const { piece, start } = run.source;
  return [
    part(run, 0, found.start),
    derivedRun(likeWord(article, found.word), { piece, start: start + found.start, end: start + found.end }),
    part(run, found.end, run.text.length),
  ].filter((one) => one.text !== '');
}

/** A part of a run that prints its source letter for letter. */
function part(run: TextRun, from: number, to: number): TextRun {
  const { piece, start } = run.source;
  const source = { piece, start: start + from, end: start + to };
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

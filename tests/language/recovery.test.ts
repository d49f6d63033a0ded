import { type AstNode, AstUtils } from 'langium';
import { expect, test } from 'vitest';
import { parse } from '../support/workspace.js';
import { damages, linesOf, shippedFiles, type TextLine } from '../support/damage.js';
import { readLmn } from '../support/tokens.js';

interface PlacedNode {
  /** The node's type and words, and the types of what holds it. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function nodesOf(text: string): PlacedNode[] {
  return [...AstUtils.streamAst(readLmn(text).root)].flatMap((node): PlacedNode[] => {
    const cst = node.$cstNode;
    return node.$container && cst
      ? [{ path: `${holders(node.$container)}/${node.$type}(${wordsOf(node)})`, start: cst.offset, end: cst.end }]
      : [];
  });
}

function holders(node: AstNode | undefined): string {
  return node ? `${holders(node.$container)}/${node.$type}` : '';
}

function wordsOf(node: AstNode): string {
  return Object.entries(node)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value) => typeof value === 'string')
    .join('|');
}

/** The lines whose damage the language does not promise to contain: the first, headers of records, and the divider. */
function isHeader(text: string): (line: TextLine) => boolean {
  const { header, divider, entries } = parse('file:///x.lmn', text);
  const starts = entries
    .filter((entry) => entry.lines.length > 0 || entry.kind === 'record' || entry.key || !entry.hasColon)
    .map(({ piece }) => piece.start);
  const excluded = [header?.whole.piece.start ?? -1, divider?.piece.start ?? -1, ...starts];
  return (line) => excluded.some((start) => line.start <= start && start <= line.end);
}

/** Of the nodes that do not touch the line, how many are still there when it is damaged. */
function survival(base: readonly PlacedNode[], line: TextLine, damaged: string): number {
  const left = new Map<string, number>();
  for (const { path } of nodesOf(damaged)) left.set(path, (left.get(path) ?? 0) + 1);
  const outside = base.filter(({ start, end }) => end <= line.start || start >= line.end);
  const kept = outside.filter(({ path }) => {
    const count = left.get(path) ?? 0;
    left.set(path, count - 1);
    return count > 0;
  });
  return outside.length === 0 ? 1 : kept.length / outside.length;
}

test('a damaged line takes at most one node in a hundred with it, on average', () => {
  const kinds = Object.entries(damages);
  const kept = new Map<string, number[]>(kinds.map(([name]) => [name, []]));
  let turn = 0;
  for (const { path, text } of shippedFiles()) {
    const base = nodesOf(text);
    const excluded = isHeader(text);
    // The standard vocabulary is ten times as long as the others, and its lines are alike.
    const stride = path === 'standard.lmn' ? 25 : 1;
    const lines = linesOf(text).filter(
      (line, index) => line.text.trim() !== '' && index % stride === 0 && !excluded(line),
    );
    for (const line of lines) {
      const [name, damage] = kinds[turn++ % kinds.length]!;
      const at = (turn * 7) % line.text.length;
      const damaged = text.slice(0, line.start) + damage(line.text, at) + text.slice(line.end);
      kept.get(name)?.push(survival(base, line, damaged));
    }
  }
  const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const means = [...kept].map(([name, shares]) => [name, mean(shares), shares.length] as const);
  console.log(
    `nodes outside a damaged line that survive: ${means.map(([name, share, lines]) => `${name} ${(share * 100).toFixed(2)} % (${String(lines)} lines)`).join(', ')}`,
  );
  for (const [name, share] of means) expect(share, name).toBeGreaterThanOrEqual(0.99);
});

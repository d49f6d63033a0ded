import type { Inline, TextRun } from '../letter/letter.js';

/**
 * Content without the space between punctuation and a raised citation number (*…in trials.¹*, not *…in trials. ¹*). After a word or a number
 * the space stays: a raised number behind a digit reads as a power.
 */
export function closeToCitations(content: readonly Inline[]): readonly Inline[] {
  if (!holdsCitation(content)) return content;
  const leaves = leavesOf(content);
  const cut = new Map<TextRun, TextRun>();
  leaves.forEach((leaf, index) => {
    if (leaf.kind !== 'citation') return;
    const before = spacedBefore(leaves, index);
    if (!/[.,;:!?\u2026)\]"'\u2019\u201d]\s*$/.test(before.at(-1)?.text ?? '')) return;
    for (const run of before) cut.set(run, shortened(run, run.text.trimEnd().length));
  });
  return cut.size === 0 ? content : rebuilt(content, cut);
}

function holdsCitation(content: readonly Inline[]): boolean {
  return content.some((node) => node.kind === 'citation' || ('content' in node && holdsCitation(node.content)));
}

type Leaf = Exclude<Inline, { content: readonly Inline[] }>;

function leavesOf(content: readonly Inline[]): Leaf[] {
  return content.flatMap((node): Leaf[] => ('content' in node ? leavesOf(node.content) : [node]));
}

/** The runs before a leaf, the nearest first, up to one that is more than space. */
function spacedBefore(leaves: readonly Leaf[], index: number): TextRun[] {
  const runs: TextRun[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const leaf = leaves[at];
    if (leaf?.kind !== 'text') break;
    runs.push(leaf);
    if (leaf.text.trim() !== '') break;
  }
  return runs;
}

function shortened(run: TextRun, length: number): TextRun {
  const { piece, start, end } = run.source;
  return { ...run, text: run.text.slice(0, length), source: { piece, start, end: run.exact ? start + length : end } };
}

function rebuilt(content: readonly Inline[], cut: ReadonlyMap<TextRun, TextRun>): Inline[] {
  return content.flatMap((node): Inline[] => {
    if ('content' in node) return [{ ...node, content: rebuilt(node.content, cut) }];
    const run = node.kind === 'text' ? (cut.get(node) ?? node) : node;
    return run.kind === 'text' && run.text === '' ? [] : [run];
  });
}

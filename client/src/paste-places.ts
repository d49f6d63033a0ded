import type { PasteEdits, TextRange } from '../../server/src/protocol/letters.js';

interface Lines {
  readonly lineCount: number;
  textOf(line: number): string;
}

/**
 * The same edits for VS Code, which puts before each further line of what it pastes the indentation that stands before the place, of all edits of one paste:
 * further lines are written relative to that, and lines that are put in behind another one begin at the start of the next.
 */
export function placedForPaste({ text, edits }: PasteEdits, range: TextRange, document: Lines): PasteEdits {
  let pasted = relativeTo(indentBefore(range.start, document), text);
  const others: { range: TextRange; newText: string }[] = [];
  for (const edit of edits) {
    const { start } = edit.range;
    const end = /^\r?\n/.exec(edit.newText)?.[0];
    const isBehindLine =
      end !== undefined &&
      start.character === document.textOf(start.line).length &&
      start.line + 1 < document.lineCount;
    const at = isBehindLine ? { line: start.line + 1, character: 0 } : start;
    const newText = isBehindLine
      ? edit.newText.slice(end.length) + end
      : relativeTo(indentBefore(start, document), edit.newText);
    // Two texts at one place are one, so that their order is certain.
    if (at.line === range.start.line && at.character === range.start.character) pasted = newText + pasted;
    else others.push({ range: isBehindLine ? { start: at, end: at } : edit.range, newText });
  }
  return { text: pasted, edits: merged(others) };
}

function merged(edits: readonly { range: TextRange; newText: string }[]): { range: TextRange; newText: string }[] {
  const byPlace = new Map<string, { range: TextRange; newText: string }>();
  for (const { range, newText } of edits) {
    const place = JSON.stringify(range);
    byPlace.set(place, { range, newText: (byPlace.get(place)?.newText ?? '') + newText });
  }
  return [...byPlace.values()];
}

function indentBefore({ line, character }: TextRange['start'], document: Lines): string {
  return /^\s*/.exec(document.textOf(line).slice(0, character))?.[0] ?? '';
}

function relativeTo(indent: string, text: string): string {
  const [first = '', ...others] = text.split('\n');
  return [first, ...others.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))].join('\n');
}

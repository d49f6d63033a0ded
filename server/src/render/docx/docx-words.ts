import { type IParagraphOptions, type ParagraphChild, TextRun as DocxRun } from 'docx';
import { boxSign } from '../../letter/box-sign.js';
import { penLine } from '../../letter/pen-line.js';
import { plainText } from '../../letter/plain-text.js';
import type { Inline } from '../../letter/letter.js';
import { flatLines } from '../flat-lines.js';
import { gapLabel } from '../gap-label.js';
import { gapStaysWhole, staysWhole } from '../stays-whole.js';
import { penLineStops } from './docx-pen-lines.js';
import { inlineRuns, type Setting } from './docx-inline.js';
import { readsRightToLeft } from './docx-text.js';
import type { DocxWriting } from './docx-writing.js';

/** Lines of one paragraph. */
export function linesRuns(
  lines: readonly (readonly Inline[])[],
  writing: DocxWriting,
  setting: Setting = {},
): ParagraphChild[] {
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [new DocxRun({ break: 1 })]),
    ...inlineRuns(line, writing, setting),
  ]);
}

/** What a paragraph is by its words: written from right to left it begins on the right; lines for a pen are tabs, which it has the stops of. */
export function paragraphTraits(
  content: readonly Inline[],
  { letter }: DocxWriting,
): Pick<IParagraphOptions, 'bidirectional' | 'tabStops'> {
  return {
    ...(readsRightToLeft(plainText(content)) && { bidirectional: true }),
    ...penLineStops(flatLines(content, letter)),
  };
}

/** Words to measure: what is kept on one line is one word. */
export function measuredText(content: readonly Inline[]): string {
  return content.map(measuredNode).join('');
}

function measuredNode(node: Inline): string {
  const whole = (text: string) => text.replace(/[\s-]/g, '_');
  switch (node.kind) {
    case 'text':
      return staysWhole(node) ? whole(node.text) : node.text;
    case 'break':
      return '\n';
    case 'gap': {
      const label = `[${gapLabel(node.gap)}]`;
      return gapStaysWhole(label) ? whole(label) : label;
    }
    case 'pen line':
      return penLine;
    case 'box':
      return boxSign(node.checked);
    case 'citation':
      return '';
    default:
      return measuredText(node.content);
  }
}

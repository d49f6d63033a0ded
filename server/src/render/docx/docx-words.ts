import { type IParagraphOptions, type ParagraphChild, TextRun as DocxRun } from 'docx';
import { boxSign } from '../../letter/box-sign.js';
import { plainText } from '../../letter/plain-text.js';
import type { Inline } from '../../letter/letter.js';
import { gapLabel } from '../gap-label.js';
import { gapStaysWhole, staysWhole } from '../stays-whole.js';
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

/** A paragraph of words written from right to left begins on the right. */
export function readingDirection(content: readonly Inline[]): Pick<IParagraphOptions, 'bidirectional'> {
  return readsRightToLeft(plainText(content)) ? { bidirectional: true } : {};
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
    case 'box':
      return boxSign(node.checked);
    case 'citation':
      return '';
    default:
      return measuredText(node.content);
  }
}

import { boxSign } from './box-sign.js';
import { penLine } from './pen-line.js';
import type { Inline } from './letter.js';

/** What inline content comes to as plain words; a gap counts as three dots. */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (node.kind === 'text') text += node.text;
    else if (node.kind === 'break') text += '\n';
    else if (node.kind === 'gap') text += '…';
    else if (node.kind === 'pen line') text += penLine;
    else if (node.kind === 'box') text += boxSign(node.checked);
    else if ('content' in node) text += plainText(node.content);
  }
  return text;
}

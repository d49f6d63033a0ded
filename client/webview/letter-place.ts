import { lettersIn } from '../../server/src/letters-in.js';

/** The first letter behind so many of an element's, as a range of the page; undefined where it has fewer. Boxes to tick are drawn, not written. */
export function letterAfter(element: Element, letters: number): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = letters;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.box')) continue;
    const text = node.textContent ?? '';
    const count = lettersIn(text);
    if (left < count) return rangeOf(node, text, left);
    left -= count;
  }
  return undefined;
}

function rangeOf(node: Node, text: string, letters: number): Range {
  let at = 0;
  let seen = 0;
  for (const char of text) {
    if (lettersIn(char) > 0 && seen++ === letters) break;
    at += char.length;
  }
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, Math.min(text.length, at + 1));
  return range;
}

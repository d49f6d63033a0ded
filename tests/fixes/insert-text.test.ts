import { expect, test } from 'vitest';
import { cutFromLine } from '../../server/src/fixes/insert-text.js';

/** The text without what stands between the bars. */
function cut(marked: string): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  const text = marked.replaceAll('|', '');
  const { where } = cutFromLine({ piece: { uri: 'file:///x.lmn', text, start: 0 }, start, end });
  return text.slice(0, where.start) + text.slice(where.end);
}

test.each([
  ['a line of its own goes with its end', 'a\n|[x]|\nb', 'a\nb'],
  ['also where that is a carriage return and a line feed', 'a\r\n  |[x]| \r\nb', 'a\r\nb'],
  ['words before it keep no space', 'a |[x]|\nb', 'a\nb'],
  ['words around it stay parted', 'a |[x]| b', 'a b'],
  ['words after it begin the line', '|[x]| b', ' b'],
  ['the last line of a file', 'a\n|[x]|', 'a\n'],
])('%s', (_, marked, left) => expect(cut(marked)).toBe(left));

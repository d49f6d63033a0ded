import { type IParagraphOptions, LeaderType, type ParagraphChild, Tab, TabStopType, TextRun as DocxRun } from 'docx';
import { penLine } from '../../letter/pen-line.js';
import type { FlatRun } from '../flat-lines.js';
import { twips } from './docx-measures.js';

/** Of a letter in the middle, in points, rounded up: a stop may lie farther to the right than need be, and a line is a little longer then. */
const letterWidth = 6;
/** Of a line at least, in points. */
const leastLength = 100;

/** A line for a pen is a tab whose leader is the line: Word draws it, and whoever types into the file types over it. */
export function penLineRun(): ParagraphChild {
  return new DocxRun({ children: [new Tab()] });
}

/** The tab stops of a paragraph with lines for a pen, behind the words before each of them. */
export function penLineStops(lines: readonly (readonly FlatRun[])[]): Pick<IParagraphOptions, 'tabStops'> {
  const stops = new Set<number>();
  for (const line of lines) {
    let at = 0;
    for (const { text } of line) {
      at += text === penLine ? leastLength : text.length * letterWidth;
      if (text === penLine) stops.add(at);
    }
  }
  if (stops.size === 0) return {};
  return {
    tabStops: [...stops]
      .sort((a, b) => a - b)
      .map((points) => ({ type: TabStopType.LEFT, position: twips(points), leader: LeaderType.UNDERSCORE })),
  };
}

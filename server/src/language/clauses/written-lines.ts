import type { HeadEntry, HeadLine, Word } from '../source-file.js';
import { cut, outsideQuotes, upTo } from './line-parts.js';

/** A line beneath a clause as written, with the deeper lines that go on with its value. */
export interface WrittenLine {
  readonly whole: Word;
  /** What stands before the colon; without one the whole line. */
  readonly name: Word;
  readonly hasColon: boolean;
  /** Undefined where nothing stands behind the colon. */
  readonly value: Word | undefined;
}

/** The lines beneath a clause: the first indentation is the clause's, deeper lines go on with the value above. */
export function linesBeneath({ lines }: Pick<HeadEntry, 'lines'>): WrittenLine[] {
  const read: WrittenLine[] = [];
  const indent = lines[0]?.indent ?? 0;
  for (const line of lines) {
    const above = read.at(-1);
    if (above && line.indent > indent) read[read.length - 1] = continued(above, line.whole);
    else read.push(writtenLine(line));
  }
  return read;
}

function writtenLine({ whole, label, hasColon, value }: HeadLine): WrittenLine {
  return { whole, name: hasColon && label ? label : whole, hasColon, value: hasColon ? value : undefined };
}

function continued({ whole, name, hasColon, value }: WrittenLine, more: Word): WrittenLine {
  const both = joined(whole, more);
  return {
    whole: both,
    name: hasColon ? name : both,
    hasColon,
    value: hasColon ? (value ? joined(value, more) : more) : undefined,
  };
}

/** Both words as one; what stands between them, comments too, is space, so that offsets stay. */
function joined(first: Word, more: Word): Word {
  return { ...first, end: more.end, text: first.text + ' '.repeat(more.start - first.end) + more.text };
}

/** What a clause's own line says around its first colon: names, then label and words. */
export interface WrittenClause {
  readonly names: Word;
  readonly label?: Word;
  readonly words?: Word;
}

/** One part alone behind the colon is words if it ends as a sentence does, or if no names stand before it, else a label. Options have no label. */
export function writtenClause({ whole, verb, label, value }: HeadEntry): WrittenClause {
  const end = verb?.end ?? whole.start;
  const names = label ?? { ...whole, start: end, end, text: '' };
  if (!value) return { names };
  const isOption = /^(?:option|and)$/i.test(verb?.text ?? '');
  const colon = isOption ? -1 : outsideQuotes(value.text).search(/:(?=\s|$)/);
  if (colon >= 0) {
    const words = cut(value, colon + 1);
    return { names, label: upTo(value, colon), ...(words.text !== '' && { words }) };
  }
  const isWords = isOption || names.text === '' || /[.!?]["”’)]*$/.test(value.text);
  return isWords ? { names, words: value } : { names, label: value };
}

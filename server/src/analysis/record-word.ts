import { nearest } from '../spelling/nearest.js';
import { wordAtStart } from './first-word.js';
import type { HeadEntry, Word } from '../letter/source.js';

/** True for a vocabulary's line whose first word was probably to be `record`: it declares, or fields are declared beneath it. */
export function soundsLikeRecord(entry: HeadEntry): boolean {
  const word = firstWord(entry);
  const declares = entry.kind === 'declaration' || entry.lines.some((line) => line.kind === 'declaration');
  return (
    declares && word !== undefined && word.end < (entry.label?.end ?? 0) && nearest(word.text, ['record'], 1).length > 0
  );
}

export function firstWord({ label }: HeadEntry): Word | undefined {
  return label && wordAtStart(label);
}

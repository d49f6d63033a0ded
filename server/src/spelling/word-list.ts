import { editDistance } from './edit-distance.js';
import { foldWord } from './word-order.js';

/** Longer than any word that somebody mistyped. */
const longest = 30;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A list of words, packed by `packWords`. It keeps the text and looks into that: to take a hundred thousand words apart would cost more time and memory than all that is ever asked.
 * Capitals do not matter to what it knows.
 */
export class WordList {
  private readonly lines: readonly string[];
  /** The first word of each line, as it is compared. */
  private readonly firsts: readonly string[];

  constructor(readonly packed: string) {
    this.lines = packed.split('\n').filter((line) => line !== '');
    this.firsts = this.lines.map((line) => foldWord(/^\D*/.exec(line)?.[0] ?? ''));
  }

  has(word: string): boolean {
    return this.find(foldWord(word)) !== undefined;
  }

  /**
   * The words that differ from one in no more than so many letters added, left out, replaced or swapped with their neighbor, the nearest first; beyond the first letter, which is wrong in
   * few misspelled words, and then in itself.
   */
  near(word: string, limit: number, most: number): string[] {
    const asked = foldWord(word);
    if (asked.length > longest || asked === '') return [];
    const found = new Map<string, number>();
    for (const one of this.beginningWith(asked.charAt(0))) {
      if (Math.abs(one.length - asked.length) > limit) continue;
      const folded = foldWord(one);
      const distance = editDistance(asked, folded, limit);
      if (distance > 0 && distance <= limit) found.set(one, rank(asked, folded, distance));
    }
    for (const other of otherBeginnings(asked)) {
      const known = other === asked ? undefined : this.find(other);
      if (known !== undefined && !found.has(known)) found.set(known, rank(asked, foldWord(known), 1));
    }
    return [...found]
      .sort(([, a], [, b]) => a - b)
      .slice(0, most)
      .map(([one]) => one);
  }

  /** As the list writes it. */
  private find(folded: string): string | undefined {
    return unpackLine(this.lines[this.lineOf(folded)] ?? '').find((one) => foldWord(one) === folded);
  }

  private *beginningWith(letter: string): Generator<string> {
    for (let at = this.lineOf(letter); at < this.lines.length; at++) {
      for (const word of unpackLine(this.lines[at] ?? '')) {
        const first = foldWord(word.charAt(0));
        if (first > letter) return;
        if (first === letter) yield word;
      }
    }
  }

  /** The number of the line that a word stands on, if on any: the last one that does not begin behind it. */
  private lineOf(folded: string): number {
    let from = 0;
    let to = this.lines.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.firsts[middle] ?? '') <= folded) from = middle + 1;
      else to = middle;
    }
    return Math.max(0, from - 1);
  }
}

function unpackLine(line: string): string[] {
  const words: string[] = [];
  let before = '';
  for (let start = 0; start < line.length;) {
    let end = start + 1;
    while (end < line.length && !isDigit(line, end)) end++;
    const isFirst = start === 0;
    const word = isFirst ? line.slice(0, end) : before.slice(0, Number(line[start])) + line.slice(start + 1, end);
    words.push(word);
    before = word;
    start = end;
  }
  return words;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** What differs from a word in its first letter, by one slip. */
function* otherBeginnings(word: string): Generator<string> {
  yield word.slice(1);
  yield word.charAt(1) + word.charAt(0) + word.slice(2);
  for (const letter of letters) {
    yield letter + word;
    yield letter + word.slice(1);
  }
}

/** Smaller is likelier: fewer slips, then as many letters of the same kind, then the same end. */
function rank(asked: string, other: string, distance: number): number {
  const isSameLetters = sorted(asked) === sorted(other);
  const isDoubled = undoubled(asked) === undoubled(other);
  const isSameEnd = asked.slice(-2) === other.slice(-2);
  return distance - (isSameLetters ? 0.4 : 0) - (isDoubled ? 0.3 : 0) - (isSameEnd ? 0.1 : 0);
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/gs, '$1');
}

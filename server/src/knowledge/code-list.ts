import type { Day } from './dates.js';

/** A diagnosis code of a year's list. */
export interface CodeEntry {
  /** With its dot: `M54.16`. */
  readonly code: string;
  /** False for a category, which stands for the longer codes beneath it and is not accepted on a claim. */
  readonly billable: boolean;
  /** Empty where the list has codes alone. */
  readonly description: string;
}

/** The lists that are there, by fiscal year; each is read when it is first asked for. */
export interface CodeLists {
  /** The list of a year. */
  of(year: number): CodeList | undefined;
  /** The years of which there are lists, the newest first. */
  readonly years: readonly number[];
}

export const noCodeLists: CodeLists = { of: () => undefined, years: [] };

/**
 * The year whose codes hold on a day: that of the federal government, which begins in October of the year before.
 * Source: ICD-10-CM Official Guidelines; CMS, updates take effect on October 1.
 */
export function fiscalYearOf({ year, month }: Day): number {
  return month >= 10 ? year + 1 : year;
}

/**
 * The codes of a year. It keeps the list as one text, a line a code (`M5416`, tab, `1` or `0`, tab, description), sorted by code, and looks into that: to take seventy thousand lines
 * apart would cost more than all that is ever asked.
 */
export class CodeList {
  constructor(
    readonly year: number,
    private readonly text: string,
  ) {}

  /** The entry of a code, with or without its dot, in any case. A category that the list leaves out, as lists of billable codes do, is known by the codes beneath it. */
  find(code: string): CodeEntry | undefined {
    const plain = plainCode(code);
    if (plain === '') return undefined;
    const at = this.firstFrom(plain);
    const found = this.entryAt(at);
    if (!found || !this.lineAt(at).startsWith(plain)) return undefined;
    return plainCode(found.code) === plain ? found : { code: withDot(plain), billable: false, description: '' };
  }

  /** The codes beneath one, without those beneath them: the shortest that go on from it. At most `most`. */
  childrenOf(code: string, most = 40): CodeEntry[] {
    const plain = plainCode(code);
    const found: CodeEntry[] = [];
    for (let at = this.firstFrom(plain); at < this.text.length && found.length < most; at = this.nextLine(at)) {
      const line = this.lineAt(at);
      if (!line.startsWith(plain)) break;
      const own = line.slice(0, line.indexOf('\t'));
      const above = found.at(-1);
      if (own !== plain && !(above && own.startsWith(plainCode(above.code)))) found.push(entryOf(line));
    }
    return found;
  }

  /** Codes that begin so, or whose descriptions have every one of the words at the beginning of a word. At most `most`, billable ones first. */
  search(typed: string, most: number): CodeEntry[] {
    const asked = typed.trim();
    if (asked === '') return [];
    const found = /^[a-z]\d[\da-z]?\.?[\da-z]*$/i.test(asked) ? this.withPrefix(plainCode(asked), most) : [];
    return found.length > 0 ? found : this.withWords(asked.split(/[^\p{L}\p{N}'’]+/u), most);
  }

  private withPrefix(plain: string, most: number): CodeEntry[] {
    const found: CodeEntry[] = [];
    for (let at = this.firstFrom(plain); at < this.text.length && found.length < most; at = this.nextLine(at)) {
      const line = this.lineAt(at);
      if (!line.startsWith(plain)) break;
      found.push(entryOf(line));
    }
    return found;
  }

  /** Goes from line to line where the longest word stands, which is most often the rarest, and looks for the others in these lines alone. */
  private withWords(words: readonly string[], most: number): CodeEntry[] {
    const asked = words.filter((word) => word.length > 1).sort((one, other) => other.length - one.length);
    const [longest, ...others] = asked.map((word) => word.toLowerCase());
    if (longest === undefined) return [];
    const next = wordIn(this.text, longest);
    const found: CodeEntry[] = [];
    // Of a word that is everywhere, enough are looked at to sort some.
    for (let at = next(0); at < this.text.length && found.length < most * 2; at = next(this.nextLine(at))) {
      const line = this.lineAt(this.text.lastIndexOf('\n', at) + 1);
      const folded = line.toLowerCase();
      if (others.every((word) => beginsWord(folded, word))) found.push(entryOf(line));
    }
    return [...found.filter(({ billable }) => billable), ...found.filter(({ billable }) => !billable)].slice(0, most);
  }

  /** Where the first line stands that is not before a code; the end of the text where there is none. */
  private firstFrom(plain: string): number {
    let from = 0;
    let to = this.text.length;
    while (from < to) {
      const start = this.text.lastIndexOf('\n', ((from + to) >> 1) - 1) + 1;
      if (start < from || this.codeAt(start) < plain) from = this.nextLine(Math.max(start, from));
      else to = start;
    }
    return from;
  }

  private codeAt(start: number): string {
    return this.text.slice(start, this.text.indexOf('\t', start));
  }

  private lineAt(start: number): string {
    return this.text.slice(start, this.nextLine(start) - 1);
  }

  private nextLine(start: number): number {
    const end = this.text.indexOf('\n', start);
    return end === -1 ? this.text.length : end + 1;
  }

  private entryAt(start: number): CodeEntry | undefined {
    return start < this.text.length ? entryOf(this.lineAt(start)) : undefined;
  }
}

function entryOf(line: string): CodeEntry {
  const [code = '', billable = '', description = ''] = line.split('\t');
  return { code: withDot(code), billable: billable === '1', description };
}

/** A longer word stands in capitals only in a list that is all in capitals; to look for it so in others would take as long again. */
const longestInCapitals = 6;

/** As much of a list as says how it is written. */
const beginning = 2000;

/**
 * Says where a word, in small letters, begins next from an offset on; the length of the text where it does not. It is looked for small, with a capital and in capitals: a folded copy of the text
 * would take longer than all searching. Offsets must not go back.
 */
function wordIn(text: string, small: string): (from: number) => number {
  const written = new Set([small, small.charAt(0).toUpperCase() + small.slice(1)]);
  if (small.length <= longestInCapitals || !/\p{Ll}/u.test(text.slice(0, beginning))) written.add(small.toUpperCase());
  const places = [...written].map((one) => ({ one, at: -1 }));
  return (from) => {
    for (const place of places) {
      while (place.at < from || (place.at < text.length && !isWordStart(text, place.at))) {
        const next = text.indexOf(place.one, Math.max(from, place.at + 1));
        place.at = next === -1 ? text.length : next;
      }
    }
    return Math.min(...places.map(({ at }) => at));
  };
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return true;
  return false;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function plainCode(code: string): string {
  return code.replace(/[.\s]/g, '').toUpperCase();
}

function withDot(plain: string): string {
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

import type { Gap, ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { citationNumbers } from '../letter/letter.js';
import type { Span } from '../letter/source.js';
import { blocksHtml, sectionClass } from './html.js';
import type { Marker } from './html-text.js';
import type { PictureSource } from './picture.js';
import { isSubject, type PrintedSection, printedSections } from './section-print.js';

/** What an element prints: a stretch of a file, or what is missing there. */
export interface Mark {
  readonly source: Span;
  /** `block` for an element that holds others. */
  readonly of: 'text' | 'block' | Gap;
}

/** One element of a section, with what its marked elements print: `data-at="2"` is `marks[2]`. */
export interface MarkedBlock {
  readonly html: string;
  readonly marks: readonly Mark[];
}

export interface MarkedSection {
  /** Stays the section's own while others come and go. */
  readonly key: string;
  readonly className: string;
  readonly blocks: readonly MarkedBlock[];
}

/**
 * A letter's HTML for a page that shows it while it is written. The HTML holds no offsets, only numbers within a block, so that an edit changes the HTML of
 * the blocks whose words it changed and of no others. Keep one for as long as the letter is shown: sections that are the same objects as
 * in the last letter are not printed again.
 */
export class MarkedSections {
  private known = new WeakMap<ResolvedSection, { readonly printedWith: string; readonly marked: MarkedSection }>();
  private inherited: ReadonlySet<string> = new Set();
  /** Counts sections printed anew, for tests that count work. */
  printed = 0;

  /** `own`: the template that is looked at: what those that it stands on write is marked `data-inherited`. */
  of(letter: ResolvedLetter, picture?: PictureSource, own?: string): MarkedSection[] {
    const inherited = own === undefined ? [] : (letter.case.standing?.files ?? []).map(({ uri }) => uri);
    this.inherited = new Set(inherited.slice(inherited.indexOf(own ?? '') + 1));
    return printedSections(letter).map((printed) => {
      const { section, key, preceding } = printed;
      if (!section) return this.print(letter, printed, picture);
      const beneathSubject = String(preceding !== undefined && isSubject(preceding));
      const printedWith = [key, beneathSubject, ...this.inherited, ...lettersOwn(letter, section)].join('\n');
      const known = this.known.get(section);
      if (known?.printedWith === printedWith) return known.marked;
      const marked = this.print(letter, printed, picture);
      if (!changesByItself(section)) this.known.set(section, { printedWith, marked });
      return marked;
    });
  }

  private print(letter: ResolvedLetter, printed: PrintedSection, picture: PictureSource | undefined): MarkedSection {
    this.printed++;
    let marks: Mark[] = [];
    const mark: Marker = (source, of) => {
      marks.push({ source, of: of === undefined ? 'block' : of.kind === 'text' ? 'text' : of });
      const at = { 'data-at': String(marks.length - 1) };
      // A block of several files is inherited word by word.
      return of !== undefined && this.inherited.has(source.piece.uri) ? { ...at, 'data-inherited': '' } : at;
    };
    const blocks: MarkedBlock[] = [];
    for (const html of blocksHtml(letter, printed, { mark, ...(picture && { picture }) })) {
      blocks.push({ html, marks });
      marks = [];
    }
    return { key: printed.key, className: sectionClass(printed), blocks };
  }
}

/** What a section prints of the letter around it: the numbers of what it cites. */
function lettersOwn(letter: ResolvedLetter, section: ResolvedSection): string[] {
  return section.cited.map((cited) => citationNumbers(letter, [cited]).join());
}

/** Prints what is not its own to remember: the list of references, or a picture, which comes when it has been read. */
function changesByItself({ blocks }: ResolvedSection): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'references' ||
      (block.kind === 'letterhead' && block.logo !== undefined) ||
      (block.kind === 'signature' && block.signers.some((signer) => signer.picture)),
  );
}

import { type LangiumDocuments, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type PlaceInFile, placeInLetter, placeOfClause } from '../../fixes/criterion-places.js';
import { writingPlaceOf } from '../../fixes/writing-places.js';
import type {
  PaperElement,
  PlaceOnPanel,
  Position,
  PreviewAskParams,
  PreviewElementsParams,
  PreviewPlace,
  PreviewVisibleParams,
} from '../../preview-protocol.js';
import { neededRanges } from '../../render/lack-words.js';
import { whereToWrite } from '../where-to-write.js';
import { asksAt } from './checklist.js';
import { elementsAt, firstPrinted, firstVisible, markAt, type Stretch, stretchOf } from './paper-places.js';
import type { ShownLetter } from './preview-panel.js';

/** What belongs to what, of a letter that a panel shows: places on its paper and lines of its checklist, and places in the files that it is made of. */
export class ShownPlaces {
  constructor(
    private readonly shown: ShownLetter,
    private readonly documents: LangiumDocuments,
  ) {}

  /** Where an element of the paper comes from; where it is a gap, where that is to be filled. */
  source(element: PaperElement): PreviewPlace | null {
    const { sections, letter } = this.shown;
    const mark = markAt(sections, element);
    if (!mark) return null;
    if (typeof mark.of === 'object') {
      const gap = mark.of;
      return this.lack(letter.lacks.findIndex(({ needs }) => needs.some((need) => need.gap === gap)));
    }
    const stretch = stretchOf(sections, element);
    return stretch ? this.place(stretch) : null;
  }

  /** Where something that the letter lacks is to be written in the case; else where it is needed. `index`: which of its lacks. */
  lack(index: number): PreviewPlace | null {
    const { subject } = this.shown;
    const lack = subject.letter?.lacks[index];
    if (!lack) return null;
    const place = writingPlaceOf(lack, subject);
    const [needed] = neededRanges(lack);
    if (!place) return needed ? this.place(needed) : null;
    return this.placeToWrite({ ...place, uri: subject.file.uri });
  }

  /** What a line of the checklist leads to: its clause, or what meets it. */
  ask({ ask, to }: Pick<PreviewAskParams, 'ask' | 'to'>): PreviewPlace | null {
    const { checklist, subject } = this.shown;
    const line = checklist.lines[ask];
    if (!line) return null;
    const inLetter = to === 'letter' ? placeInLetter(line, subject) : undefined;
    const place = inLetter ?? placeOfClause(line);
    return place ? this.placeToWrite(place) : null;
  }

  /** What stands on the panel for a place in a file; with `until`, what is printed first of the lines up to there. */
  elements({ uri, position, until }: Omit<PreviewElementsParams, 'panel'>): PlaceOnPanel {
    const text = this.textOf(uri);
    if (!text) return { elements: [], asks: [] };
    const { sections, checklist, subject } = this.shown;
    const offset = text.offsetAt(position);
    const start = text.offsetAt({ line: position.line, character: 0 });
    const end = Math.max(start, text.offsetAt({ line: position.line + 1, character: 0 }) - 1);
    if (until === undefined) {
      const place = { uri, offset, line: { start, end } };
      return {
        elements: elementsAt(sections, place),
        asks: subject.letter ? asksAt(checklist, subject.letter, place) : [],
      };
    }
    const lines = { uri, start, end: text.offsetAt({ line: until + 1, character: 0 }) };
    return { elements: firstPrinted(sections, lines), asks: [] };
  }

  /** Where in a file begins what is to be seen of the paper. */
  visible({ first, last }: Pick<PreviewVisibleParams, 'first' | 'last'>, uri: string): Position | null {
    const offset = firstVisible(this.shown.sections, { first, last }, uri);
    return offset === undefined ? null : (this.textOf(uri)?.positionAt(offset) ?? null);
  }

  private placeToWrite(place: PlaceInFile): PreviewPlace | null {
    const { uri } = place;
    const text = this.textOf(uri);
    return text ? { uri, ...whereToWrite(place, text) } : null;
  }

  private place({ uri, start, end }: Stretch): PreviewPlace | null {
    const text = this.textOf(uri);
    return text ? { uri, start: text.positionAt(start), end: text.positionAt(end) } : null;
  }

  /** A file's text as the shown letter was made of it, for positions. */
  private textOf(uri: string): TextDocument | undefined {
    const document = this.documents.getDocument(URI.parse(uri));
    if (document) return document.textDocument;
    const { subject } = this.shown;
    const file = subject.file.uri === uri ? subject.file : subject.workspace.get(uri);
    return file && TextDocument.create(uri, 'lmn', 0, file.text);
  }
}

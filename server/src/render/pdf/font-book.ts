import { create, type Font, type GlyphRun } from 'fontkit';
import type { TextStyle } from './styled-text.js';

/** The bytes of the fonts, TrueType each. */
export interface PdfFonts {
  readonly regular: Uint8Array<ArrayBuffer>;
  readonly bold: Uint8Array<ArrayBuffer>;
  readonly italic: Uint8Array<ArrayBuffer>;
  readonly boldItalic: Uint8Array<ArrayBuffer>;
  /** For check boxes and signs that the others lack. */
  readonly symbols: Uint8Array<ArrayBuffer>;
}

export type FontName = keyof PdfFonts;

/** Words in one font, or in none. */
export interface FontRun {
  readonly text: string;
  readonly font: FontName | undefined;
}

/** Remembered of a font: the words of a long letter, and those that all letters have. */
const mostWords = 20_000;

/** Prints nothing by itself: joiners, variation selectors, directional marks. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** The fonts, opened once for all letters, and which of them prints which character. */
export class FontBook {
  /** By name: the same objects in every document, for to read a font's tables takes longer than to set a page. */
  readonly opened: ReadonlyMap<FontName, Font>;
  private readonly characters: ReadonlyMap<FontName, ReadonlySet<number>>;
  private readonly widths = new Map<string, number>();

  constructor(fonts: PdfFonts) {
    this.opened = new Map(names.map((name) => [name, open(fonts[name])]));
    this.characters = new Map([...this.opened].map(([name, font]) => [name, new Set(font.characterSet)]));
  }

  /** Text in the fonts that print it; undefined `font` where none does. What prints nothing is left out. */
  split(text: string, style: TextStyle): FontRun[] {
    const own = fontOf(style);
    const runs: { text: string; font: FontName | undefined }[] = [];
    for (const char of text.normalize('NFC')) {
      if (unseen.test(char)) continue;
      const code = char.codePointAt(0) ?? 0;
      const font = this.has(own, code) ? own : this.has('symbols', code) ? 'symbols' : undefined;
      const last = runs.at(-1);
      if (last && last.font === font) last.text += char;
      else runs.push({ text: char, font });
    }
    return runs;
  }

  /** How wide a text is in a font and size, in points; `measure` is asked once for all letters. */
  widthOf(text: string, font: FontName, size: number, measure: () => number): number {
    const key = `${font} ${String(size)} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.widths.size === mostWords) this.widths.clear();
    const width = measure();
    this.widths.set(key, width);
    return width;
  }

  private has(font: FontName, code: number): boolean {
    return this.characters.get(font)?.has(code) === true;
  }
}

const names: readonly FontName[] = ['regular', 'bold', 'italic', 'boldItalic', 'symbols'];

function fontOf({ bold, italic }: TextStyle): FontName {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

function open(bytes: Uint8Array): Font {
  const font = create(bytes as Buffer);
  if ('fonts' in font) throw new Error('A font of the PDF is a collection of fonts.');
  return Object.assign(font, { layout: remembered(font) });
}

/** How a font sets a text, remembered: the PDF library asks for a word at a time, and letters have most of their words in common. */
function remembered(font: Font): Font['layout'] {
  const layout = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  return (text, ...others) => {
    if (others.some((one) => one !== undefined)) return layout(text, ...others);
    let run = known.get(text);
    if (!run) {
      if (known.size === mostWords) known.clear();
      known.set(text, (run = layout(text)));
    }
    // The library scales what it is given, in place.
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as GlyphRun, run, { positions });
  };
}

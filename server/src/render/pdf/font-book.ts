import { create, type Font } from 'fontkit';
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

/** Prints nothing by itself: joiners, variation selectors, directional marks. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** Knows which font prints which character. */
export class FontBook {
  private readonly characters: ReadonlyMap<FontName, ReadonlySet<number>>;

  constructor(readonly fonts: PdfFonts) {
    this.characters = new Map(names.map((name) => [name, new Set(open(fonts[name]).characterSet)]));
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
  return font;
}

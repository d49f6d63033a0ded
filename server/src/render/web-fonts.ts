/** The fonts that ship as browsers read them: WOFF2 in base64. */
export interface WebFonts {
  readonly regular: string;
  readonly bold: string;
  readonly italic: string;
  readonly boldItalic: string;
  readonly symbols: string;
}

interface Face {
  readonly font: keyof WebFonts;
  readonly family: string;
  readonly style: string;
}

const faces: readonly Face[] = [
  { font: 'regular', family: 'LMN Tinos', style: 'font-style: normal; font-weight: 400;' },
  { font: 'bold', family: 'LMN Tinos', style: 'font-style: normal; font-weight: 700;' },
  { font: 'italic', family: 'LMN Tinos', style: 'font-style: italic; font-weight: 400;' },
  { font: 'boldItalic', family: 'LMN Tinos', style: 'font-style: italic; font-weight: 700;' },
  { font: 'symbols', family: 'LMN Symbols', style: 'font-style: normal; font-weight: 400;' },
];

/** Rules that bring fonts into a style sheet. `addressOf`: where each lies; undefined leaves it out. */
export function fontRules(addressOf: (font: keyof WebFonts) => string | undefined): string {
  return faces
    .flatMap(({ font, family, style }) => {
      const address = addressOf(font);
      return address === undefined
        ? []
        : [`@font-face { font-family: "${family}"; ${style} src: url("${address}") format("woff2"); }\n`];
    })
    .join('');
}

/** The fonts that a letter's HTML needs, within its page, so that it needs no other file. */
export function embeddedFonts(html: string, fonts: WebFonts): string {
  const used = usedFonts(html);
  return fontRules((font) => (used.has(font) ? `data:font/woff2;base64,${fonts[font]}` : undefined));
}

function usedFonts(html: string): ReadonlySet<keyof WebFonts> {
  const used = new Set<keyof WebFonts>(['regular', 'bold']);
  const [hasItalic, hasBoth] = [html.includes('<em>'), html.includes('<h4')];
  if (hasItalic || hasBoth) used.add('italic');
  if (hasBoth || (hasItalic && html.includes('<strong>'))) used.add('boldItalic');
  if (/[\u2190-\u2bff]/.test(html)) used.add('symbols');
  return used;
}

import { type Paper, paperSizes } from '../paper.js';
import {
  besideLogo,
  betweenSigners,
  cellBorder,
  headingLineHeight,
  headingSizes,
  headSize,
  indent,
  lineHeight,
  logoBox,
  nameSize,
  raisedSize,
  roomToSign,
  signatureBox,
  signatureWidth,
  spaces,
} from './letter-measures.js';

/** The family of the fonts that ship, by whichever name a page has them. */
export const fontFamily = '"LMN Tinos", "LMN Symbols", Tinos, "Liberation Serif", "Times New Roman", Georgia, serif';

/**
 * How a letter looks on white paper; the letter is within `.letter`. What of it a configuration sets are the properties of `paperProperties`. Words are
 * measured as on paper, without regard to the dots of a screen, so that lines end where they end in the PDF.
 */
export const letterStyle = `.letter {
  color: #000;
  background: #fff;
  font: var(--font-size, 11pt)/${String(lineHeight)} ${fontFamily};
  font-kerning: normal;
  font-variant-ligatures: none;
  text-rendering: geometricPrecision;
  overflow-wrap: break-word;
  text-align: start;
}
.letter p, .letter ul, .letter ol, .letter table, .letter blockquote { margin: 0 0 ${em(spaces.paragraph)}; }
.letter h2, .letter h3, .letter h4 { line-height: ${String(headingLineHeight)}; break-after: avoid; break-inside: avoid; }
.letter h2 { font-size: ${em(headingSizes[2])}; margin: ${em(spaces.aboveHeading / headingSizes[2])} 0 ${em(spaces.belowHeading / headingSizes[2])}; }
.letter h3, .letter h4 { font-size: ${em(headingSizes[3])}; margin: ${em(spaces.aboveHeading)} 0 ${em(spaces.belowHeading)}; }
.letter h4 { font-style: italic; }
.letter p, .letter li { orphans: 2; widows: 2; }
.letter ul, .letter ol { padding-inline-start: ${pt(indent)}; }
.letter li { margin: 0 0 ${em(spaces.item)}; }
.letter li > ul, .letter li > ol { margin-bottom: ${em(spaces.item)}; }
.letter li.task { list-style: none; margin-inline-start: -1.1em; }
.letter p:has(+ ul, + ol, + table) { break-after: avoid; }
.letter table { border-collapse: collapse; }
.letter th, .letter td { border: ${pt(cellBorder)} solid #555; padding: ${em(spaces.cellAbove)} ${em(spaces.cellBeside)}; text-align: start; vertical-align: top; }
.letter th { background: #f2f2f2; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.letter .center { text-align: center; }
.letter .right { text-align: right; }
.letter thead { display: table-header-group; }
.letter tr { break-inside: avoid; }
.letter blockquote { margin-inline: ${pt(indent)}; }
.letter hr { border: 0; border-top: 0.5pt solid #000; margin: ${em(spaces.rule)} 0; }
.letter a { color: inherit; }
.letter sup { font-size: ${em(raisedSize)}; line-height: 0; }
.letter sup a { text-decoration: none; }
.letter .as-written { white-space: pre-wrap; }
.letter .whole { white-space: nowrap; }
.letter .whole.as-written { white-space: pre; }
.letter .letterhead { text-align: center; margin-bottom: ${em(spaces.letterhead)}; border-bottom: 0.5pt solid #000; break-inside: avoid; }
.letter .letterhead p { margin-bottom: ${em(spaces.paragraph)}; }
.letter .practice-name { font-weight: bold; font-size: ${em(nameSize)}; line-height: 1; }
.letter .logo { display: block; margin: 0 auto ${em(spaces.belowLogo)}; max-width: ${pt(logoBox.width)}; max-height: ${pt(logoBox.height)}; }
.letter.letterhead-left .letterhead, .letter.letterhead-logo-left .letterhead, .letter.letterhead-logo-right .letterhead { text-align: start; }
.letter.letterhead-left .logo { margin-inline: 0; }
.letter.letterhead-logo-left .letterhead, .letter.letterhead-logo-right .letterhead { display: flex; gap: ${pt(besideLogo)}; align-items: flex-start; padding-bottom: ${em(spaces.paragraph)}; }
.letter.letterhead-logo-right .letterhead { flex-direction: row-reverse; justify-content: space-between; }
.letter.letterhead-logo-left .letterhead > *, .letter.letterhead-logo-right .letterhead > * { margin: 0; min-width: 0; }
.letter.letterhead-logo-left .logo, .letter.letterhead-logo-right .logo { flex: none; }
.letter .subject { margin-bottom: ${em(spaces.subject)}; }
.letter .subject + :not(.subject), .letter section:has(> .subject:last-child) + section > :first-child:not(.subject, h2) { margin-top: ${em(spaces.belowSubject)}; }
.letter :has(+ .signature), .letter :has(+ p + .signature) { break-after: avoid; }
.letter section:has(+ section > .signature:first-child) > :last-child, .letter section:has(+ section > p:first-child + .signature) > :last-child { break-after: avoid; }
.letter .signature { display: flex; flex-wrap: wrap; gap: ${em(spaces.paragraph)} ${pt(betweenSigners)}; margin-bottom: ${em(spaces.paragraph)}; break-inside: avoid; }
.letter .signature:has(+ p) { break-after: avoid; }
.letter .signer { min-width: ${pt(signatureWidth)}; break-inside: avoid; }
.letter .signer:not(:only-child) { flex: 0 1 calc(50% - ${pt(betweenSigners / 2)}); box-sizing: border-box; align-self: flex-end; }
.letter .signer p { margin: 0; }
.letter .signature-line { height: ${pt(roomToSign)}; max-width: ${pt(signatureWidth)}; margin-bottom: ${em(spaces.belowSignatureLine)}; border-bottom: ${pt(cellBorder)} solid #000; box-sizing: border-box; }
.letter .signature-picture { display: block; max-width: ${pt(signatureBox.width)}; max-height: ${pt(signatureBox.height)}; }
.letter .pen-line { white-space: nowrap; }
.letter .enclosures, .letter .copies { break-inside: avoid; }
.letter .label { margin-bottom: ${em(spaces.label)}; break-after: avoid; }
.letter .copies p { padding-inline-start: ${pt(indent)}; text-indent: -${pt(indent)}; }
.letter .copies .label { display: inline-block; min-width: ${pt(indent)}; text-indent: 0; margin: 0; white-space: pre; }
.letter .references li { break-inside: avoid; }
.letter .gap { color: #000; background: #ffe58f; outline: 1px dashed #8a6d00; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
`;

function em(count: number): string {
  return `${rounded(count)}em`;
}

function pt(points: number): string {
  return `${rounded(points)}pt`;
}

function rounded(length: number): string {
  return String(Number(length.toFixed(4)));
}

/** The class of `.letter` that says where the letterhead's parts stand. */
export function letterClass({ letterhead }: Pick<Paper, 'letterhead'>): string {
  return `letter letterhead-${letterhead}`;
}

/**
 * The page around the letter: on a screen a sheet on a desk; printed, that paper with the running head and *Page x of y* from the second page on. Browsers that know no
 * margin boxes print the letter without them.
 */
export function pageStyle(runningHead: string, isDraft: boolean, { size, margins, fontSize }: Paper): string {
  const bottom = isDraft ? `\n  @bottom-center { content: "DRAFT"; font: bold 10pt sans-serif; color: #a00; }` : '';
  const font = `font: ${pt(headSize)} ${fontFamily};`;
  const edges = [margins.top, margins.right, margins.bottom, margins.left].map(pt).join(' ');
  const width = pt(paperSizes[size].width);
  return `@page {
  size: ${size === 'a4' ? 'A4' : size};
  margin: ${edges};
  @top-left { content: ${cssString(runningHead)}; ${font} white-space: nowrap; }
  @top-right { content: "Page " counter(page) " of " counter(pages); ${font} white-space: nowrap; }${bottom}
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}
html { color-scheme: only light; }
body { margin: 0; background: #d9dde1; }
.letter { --font-size: ${pt(fontSize)}; box-sizing: border-box; width: ${width}; max-width: 100%; min-height: ${pt(paperSizes[size].height)}; margin: 0.4in auto; padding: ${edges}; box-shadow: 0 1px 6px rgb(0 0 0 / 35%); }
@media print {
  body { background: #fff; }
  .letter { width: auto; max-width: none; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
}
${isDraft ? draftStyle(width) : ''}`;
}

/** Of what is missing, on a screen above the letter; printed it takes no room: the word stands behind each page, in browsers that know no margin boxes too. */
function draftStyle(width: string): string {
  return `.draft { box-sizing: border-box; width: ${width}; max-width: 100%; margin: 0.4in auto -0.2in; padding: 0.15in 0.3in; font: 11pt/1.4 sans-serif; color: #000; background: #fff3cd; border: 1px solid #8a6d00; }
.draft p { margin: 0; }
@media print {
  .draft { position: fixed; inset: 0; width: auto; max-width: none; margin: 0; padding: 0; display: grid; place-items: center; z-index: -1; background: none; border: 0; }
  .draft > * { display: none; }
  .draft::after { content: "DRAFT"; font: bold 150pt/1 ${fontFamily}; color: #eee; transform: rotate(-52deg); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
}

/** Text as a CSS string. Whatever is no letter, digit or space is escaped, so that a value can neither end the string nor the style sheet. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}\p{M} ]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

import type { Paper } from './document-options.js';

/**
 * How a letter looks on white paper; the letter is within `.letter`. Only fonts that the reader's machine has: a page that fetches nothing cannot
 * bring any.
 */
export const letterStyle = `.letter {
  color: #000;
  background: #fff;
  font: 11.5pt/1.4 "Times New Roman", "Liberation Serif", Tinos, Georgia, serif;
  overflow-wrap: break-word;
  text-align: start;
}
.letter p, .letter ul, .letter ol, .letter table, .letter blockquote { margin: 0 0 0.7em; }
.letter h2, .letter h3, .letter h4 { margin: 1em 0 0.3em; line-height: 1.25; break-after: avoid; break-inside: avoid; }
.letter h2 { font-size: 1.13em; }
.letter h3 { font-size: 1em; }
.letter h4 { font-size: 1em; font-style: italic; }
.letter p, .letter li { orphans: 2; widows: 2; }
.letter ul, .letter ol { padding-inline-start: 1.6em; }
.letter li { margin: 0 0 0.2em; }
.letter li.task { list-style: none; margin-inline-start: -1.3em; }
.letter p:has(+ ul, + ol, + table) { break-after: avoid; }
.letter table { border-collapse: collapse; }
.letter th, .letter td { border: 0.5pt solid #555; padding: 0.2em 0.6em; text-align: start; vertical-align: top; }
.letter th { background: #f2f2f2; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.letter .center { text-align: center; }
.letter .right { text-align: right; }
.letter thead { display: table-header-group; }
.letter tr { break-inside: avoid; }
.letter blockquote { margin-inline: 1.6em; }
.letter hr { border: 0; border-top: 0.5pt solid #000; margin: 1em 0; }
.letter a { color: inherit; }
.letter sup { font-size: 0.72em; line-height: 0; }
.letter sup a { text-decoration: none; }
.letter .as-written { white-space: pre-wrap; }
.letter .whole { white-space: nowrap; }
.letter .whole.as-written { white-space: pre; }
.letter .letterhead { text-align: center; margin-bottom: 1.6em; border-bottom: 0.5pt solid #000; break-inside: avoid; }
.letter .letterhead p::first-line { font-size: 1.25em; font-weight: bold; }
.letter .logo { display: block; margin: 0 auto 0.5em; max-width: 3in; max-height: 1in; }
.letter .subject { margin-bottom: 0.2em; }
.letter .subject + :not(.subject) { margin-top: 1em; }
.letter p:has(+ .signature) { break-after: avoid; }
.letter .signature { display: flex; flex-wrap: wrap; gap: 0 0.6in; break-inside: avoid; }
.letter .signature:has(+ p) { break-after: avoid; }
.letter .signer { min-width: 2.8in; break-inside: avoid; }
.letter .signature-line { height: 0.55in; margin-bottom: 0.2em; border-bottom: 0.75pt solid #000; }
.letter .signature-picture { display: block; max-width: 2.8in; max-height: 0.9in; }
.letter .enclosures, .letter .copies { break-inside: avoid; }
.letter .label { margin-bottom: 0.1em; break-after: avoid; }
.letter .references li { break-inside: avoid; }
.letter .gap { color: #000; background: #ffe58f; outline: 1px dashed #8a6d00; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
`;

const sheets: Readonly<Record<Paper, { readonly size: string; readonly width: string; readonly height: string }>> = {
  letter: { size: 'letter', width: '8.5in', height: '11in' },
  a4: { size: 'A4', width: '210mm', height: '297mm' },
};

/**
 * The page around the letter: on a screen a sheet on a desk; printed, that paper with the running head and *Page x of y* from the second page on. Browsers that know no
 * margin boxes print the letter without them.
 */
export function pageStyle(runningHead: string, isDraft: boolean, paper: Paper = 'letter'): string {
  const { size, width, height } = sheets[paper];
  const bottom = isDraft ? `\n  @bottom-center { content: "DRAFT"; font: bold 10pt sans-serif; color: #a00; }` : '';
  return `@page {
  size: ${size};
  margin: 1in;
  @top-left { content: ${cssString(runningHead)}; font: 9.5pt "Times New Roman", "Liberation Serif", serif; }
  @top-right { content: "Page " counter(page) " of " counter(pages); font: 9.5pt "Times New Roman", "Liberation Serif", serif; }${bottom}
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}
html { color-scheme: only light; }
body { margin: 0; background: #d9dde1; }
.letter { box-sizing: border-box; width: ${width}; max-width: 100%; min-height: ${height}; margin: 0.4in auto; padding: 1in; box-shadow: 0 1px 6px rgb(0 0 0 / 35%); }
.draft { box-sizing: border-box; width: ${width}; max-width: 100%; margin: 0.4in auto -0.2in; padding: 0.15in 0.3in; font: 11pt/1.4 sans-serif; color: #000; background: #fff3cd; border: 1px solid #8a6d00; }
.draft p { margin: 0; }
@media print {
  body { background: #fff; }
  .letter { width: auto; max-width: none; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .draft { width: auto; margin: 0 0 0.2in; padding: 0; text-align: center; font-weight: bold; border: 0; }
  .draft ul { display: none; }
}
`;
}

/** Text as a CSS string. Whatever is no letter, digit or space is escaped, so that a value can neither end the string nor the style sheet. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}\p{M} ]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

import {
  BorderStyle,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  ShadingType,
} from 'docx';
import type { Paper } from '../document-options.js';
import { importedStyles } from './docx-base-styles.js';
import type { ListNumbering } from './docx-lists.js';
import { afterLetterhead, em, signatureWidth, step, textWidth } from './docx-measures.js';
import { tableTextStyles } from './docx-table-styles.js';

/** Half points, as Word counts the size of letters. */
const small = 19;

const bold = { bold: true, boldComplexScript: true };
const italic = { italics: true, italicsComplexScript: true };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** How the letter looks: as in the style sheet of the HTML. Whoever edits the letter changes a style, and all that is so changes with it. */
export function docxStyles(paper: Paper, numbering: ListNumbering): IStylesOptions {
  return {
    importedStyles: importedStyles(),
    paragraphStyles: [
      ...headingStyles,
      ...letterStyles(textWidth(paper)),
      ...listStyles(numbering),
      ...tableTextStyles,
      ...pageStyles(textWidth(paper)),
    ],
    characterStyles,
  };
}

function headingStyle(level: number, run: IParagraphStyleOptions['run']): IParagraphStyleOptions {
  return {
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 9,
    quickFormat: true,
    paragraph: {
      spacing: { before: Math.round(0.7 * em), after: Math.round(0.3 * em), line: 261 },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
    run,
  };
}

const headingStyles = [
  headingStyle(1, { ...bold, size: 26, sizeComplexScript: 26 }),
  headingStyle(2, bold),
  headingStyle(3, { ...bold, ...italic }),
];

function based(id: string, name: string, rest: Omit<IParagraphStyleOptions, 'id' | 'name'>): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...rest };
}

function letterStyles(width: number): IParagraphStyleOptions[] {
  return [
    based('Letterhead', 'Letterhead', {
      paragraph: {
        alignment: 'center',
        spacing: { after: afterLetterhead },
        border: { bottom: { ...line, space: 8 } },
        keepLines: true,
      },
    }),
    based('LetterheadLogo', 'Letterhead Logo', {
      basedOn: 'Letterhead',
      next: 'Letterhead',
      paragraph: { spacing: { after: em / 2 }, keepNext: true },
    }),
    based('Title', 'Title', {
      basedOn: 'Letterhead',
      next: 'Letterhead',
      paragraph: { spacing: { after: 0 }, keepNext: true },
      run: { ...bold, size: 29, sizeComplexScript: 29 },
    }),
    based('Subject', 'Subject', { paragraph: { spacing: { after: em }, contextualSpacing: true } }),
    based('Quote', 'Quote', { paragraph: { indent: { left: step, right: step } } }),
    based('Rule', 'Rule', {
      paragraph: { spacing: { before: em, after: 0 }, border: { top: { ...line, space: 1 } } },
    }),
    based('SignatureLine', 'Signature Line', {
      next: 'Signature',
      paragraph: {
        spacing: { before: 500, after: Math.round(0.2 * em) },
        border: { bottom: { ...line, size: 6 } },
        indent: { right: width - signatureWidth },
        keepNext: true,
      },
    }),
    based('CoSignatureLine', 'Co-signature Line', { basedOn: 'SignatureLine', paragraph: { indent: { right: 0 } } }),
    based('SignaturePicture', 'Signature Picture', {
      next: 'Signature',
      paragraph: { spacing: { after: 0 }, keepNext: true },
    }),
    based('Signature', 'Signature', { paragraph: { keepLines: true } }),
    based('Label', 'Label', { next: 'Enclosures', paragraph: { spacing: { after: 23 }, keepNext: true } }),
  ];
}

function listStyles(numbering: ListNumbering): IParagraphStyleOptions[] {
  const continued = Array.from({ length: 9 }, (_, index) => {
    const level = index === 0 ? '' : String(index + 1);
    const name = level === '' ? 'List Continue' : `List Continue ${level}`;
    return based(`ListContinue${level}`, name, {
      quickFormat: false,
      paragraph: { indent: { left: step * (index + 1) } },
    });
  });
  return [
    based('ListBullet', 'List Bullet', { paragraph: { contextualSpacing: true, numbering: numbering.bullet(0) } }),
    based('ListNumber', 'List Number', { paragraph: { contextualSpacing: true, numbering: numbering.plain } }),
    based('Checklist', 'Checklist', {
      paragraph: { contextualSpacing: true, indent: { left: step, hanging: step }, leftTabStop: step },
    }),
    ...continued,
    based('Enclosures', 'Enclosures', { basedOn: 'ListBullet', paragraph: { keepLines: true } }),
    based('Bibliography', 'Bibliography', {
      basedOn: 'ListNumber',
      paragraph: { keepLines: true },
    }),
  ];
}

function pageStyles(width: number): IParagraphStyleOptions[] {
  return [
    based('Header', 'header', {
      quickFormat: false,
      paragraph: { spacing: { after: 0, line: 240 }, rightTabStop: width },
      run: { size: small, sizeComplexScript: small },
    }),
    based('DraftMark', 'Draft Mark', {
      basedOn: 'Header',
      quickFormat: false,
      paragraph: { alignment: 'center' },
      run: { ...bold, size: 20, sizeComplexScript: 20, color: 'AA0000' },
    }),
  ];
}

const characterStyles: ICharacterStyleOptions[] = [
  { id: 'Strong', name: 'Strong', run: bold, quickFormat: true },
  { id: 'Emphasis', name: 'Emphasis', run: italic, quickFormat: true },
  { id: 'StrongEmphasis', name: 'Strong Emphasis', run: { ...bold, ...italic }, quickFormat: true },
  { id: 'Hyperlink', name: 'Hyperlink', run: { underline: { type: 'single' } } },
  { id: 'Citation', name: 'Citation', run: { superScript: true } },
  {
    id: 'Checkbox',
    name: 'Checkbox',
    run: { font: { ascii: 'MS Gothic', hAnsi: 'MS Gothic', eastAsia: 'MS Gothic' } },
  },
  // The library puts signs for notes into every file.
  { id: 'FootnoteReference', name: 'footnote reference', run: { superScript: true }, semiHidden: true },
  { id: 'EndnoteReference', name: 'endnote reference', run: { superScript: true }, semiHidden: true },
  {
    id: 'Gap',
    name: 'Gap',
    quickFormat: true,
    run: {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFE58F' },
      border: { style: BorderStyle.DASHED, size: 4, color: '8A6D00' },
    },
  },
];

import {
  BorderStyle,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  ShadingType,
} from 'docx';
import type { Paper } from '../../paper.js';
import { headingLineHeight, headingSizes, headSize, nameSize, spaces } from '../letter-measures.js';
import { importedStyles } from './docx-base-styles.js';
import type { ListNumbering } from './docx-lists.js';
import { emTwips, halfPoints, lineSpacing, signatureWidth, step, textWidth } from './docx-measures.js';
import { tableTextStyles } from './docx-table-styles.js';

const small = halfPoints(headSize);

const bold = { bold: true, boldComplexScript: true };
const italic = { italics: true, italicsComplexScript: true };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** How the letter looks: as in the style sheet of the HTML. Whoever edits the letter changes a style, and all that is so changes with it. */
export function docxStyles(paper: Paper, numbering: ListNumbering): IStylesOptions {
  return {
    importedStyles: importedStyles(paper),
    paragraphStyles: [
      ...headingStyles(paper),
      ...letterheadStyles(paper),
      ...letterStyles(paper),
      ...listStyles(numbering),
      ...tableTextStyles(paper),
      ...pageStyles(textWidth(paper)),
    ],
    characterStyles,
  };
}

function headingStyle(paper: Paper, level: number, run: IParagraphStyleOptions['run']): IParagraphStyleOptions {
  return {
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 9,
    quickFormat: true,
    paragraph: {
      // Word adds the space below what stands above.
      spacing: {
        before: emTwips(paper)(spaces.aboveHeading - spaces.paragraph),
        after: emTwips(paper)(spaces.belowHeading),
        line: lineSpacing(headingLineHeight),
      },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
    run,
  };
}

function headingStyles(paper: Paper): IParagraphStyleOptions[] {
  return [
    headingStyle(paper, 1, { ...bold, ...sized(paper.fontSize * headingSizes[2]) }),
    headingStyle(paper, 2, bold),
    headingStyle(paper, 3, { ...bold, ...italic }),
  ];
}

/** `points`: of Latin letters and of others. */
function sized(points: number): { readonly size: number; readonly sizeComplexScript: number } {
  return { size: halfPoints(points), sizeComplexScript: halfPoints(points) };
}

function based(id: string, name: string, rest: Omit<IParagraphStyleOptions, 'id' | 'name'>): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...rest };
}

function letterheadStyles(paper: Paper): IParagraphStyleOptions[] {
  const em = emTwips(paper);
  const afterLetterhead = em(spaces.letterhead);
  const name = { ...bold, ...sized(paper.fontSize * nameSize) };
  return [
    based('Letterhead', 'Letterhead', {
      paragraph: {
        ...(paper.letterhead === 'center' && { alignment: 'center' as const }),
        spacing: { after: afterLetterhead },
        border: { bottom: { ...line, space: 8 } },
        keepLines: true,
      },
    }),
    based('LetterheadLogo', 'Letterhead Logo', {
      basedOn: 'Letterhead',
      next: 'Letterhead',
      paragraph: { spacing: { after: em(spaces.belowLogo) }, keepNext: true },
    }),
    based('Title', 'Title', {
      basedOn: 'Letterhead',
      next: 'Letterhead',
      paragraph: { spacing: { after: 0 }, keepNext: true },
      run: name,
    }),
    based('LetterheadBeside', 'Letterhead Beside', { paragraph: { spacing: { after: 0 }, keepNext: true } }),
    based('TitleBeside', 'Title Beside', {
      basedOn: 'LetterheadBeside',
      next: 'LetterheadBeside',
      run: name,
    }),
    based('LetterheadRule', 'Letterhead Rule', {
      paragraph: {
        spacing: { after: afterLetterhead, line: 160, lineRule: 'exact' },
        border: { bottom: { ...line, space: 1 } },
      },
      run: { size: 2, sizeComplexScript: 2 },
    }),
  ];
}

function letterStyles(paper: Paper): IParagraphStyleOptions[] {
  const em = emTwips(paper);
  return [
    based('Subject', 'Subject', {
      paragraph: { spacing: { after: em(spaces.belowSubject) }, contextualSpacing: true },
    }),
    based('Quote', 'Quote', { paragraph: { indent: { left: step, right: step } } }),
    based('Rule', 'Rule', {
      paragraph: { spacing: { before: em(spaces.rule), after: 0 }, border: { top: { ...line, space: 1 } } },
    }),
    based('SignatureLine', 'Signature Line', {
      next: 'Signature',
      paragraph: {
        spacing: { before: 400, after: em(spaces.belowSignatureLine) },
        border: { bottom: { ...line, size: 6 } },
        indent: { right: textWidth(paper) - signatureWidth },
        keepNext: true,
      },
    }),
    based('CoSignatureLine', 'Co-signature Line', { basedOn: 'SignatureLine', paragraph: { indent: { right: 0 } } }),
    based('SignaturePicture', 'Signature Picture', {
      next: 'Signature',
      paragraph: { spacing: { after: 0 }, keepNext: true },
    }),
    based('Signature', 'Signature', { paragraph: { keepLines: true } }),
    based('Label', 'Label', {
      next: 'Enclosures',
      paragraph: { spacing: { after: em(spaces.label) }, keepNext: true },
    }),
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
    based('Copies', 'Copies', {
      paragraph: { indent: { left: step, hanging: step }, leftTabStop: step, keepLines: true },
    }),
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

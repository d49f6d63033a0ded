import { DocumentDefaults, ImportedXmlComponent, type XmlComponent } from 'docx';
import type { Paper } from '../../paper.js';
import { cellBorder, lineHeight, spaces } from '../letter-measures.js';
import { emTwips, halfPoints, lineSpacing } from './docx-measures.js';

const font = 'Times New Roman';

/** What all other styles build on, in the markup of the file (ECMA-376 part 1, 17.7): the library has no words for all of it. */
export function importedStyles(paper: Paper): XmlComponent[] {
  return [
    new DocumentDefaults({
      run: {
        font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
        size: halfPoints(paper.fontSize),
        sizeComplexScript: halfPoints(paper.fontSize),
        language: { value: 'en-US', eastAsia: 'en-US', bidirectional: 'ar-SA' },
      },
    }),
    ...[normal(paper), plainTable, letterTable(paper)].map((style) => ImportedXmlComponent.fromXmlString(style)),
  ];
}

const normal = (paper: Paper) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:after="${String(emTwips(paper)(spaces.paragraph))}" w:line="${String(lineSpacing(lineHeight))}" w:lineRule="auto"/></w:pPr></w:style>`;

const plainTable = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

const side = (name: string) =>
  `<w:${name} w:val="single" w:sz="${String(cellBorder * 8)}" w:space="0" w:color="555555"/>`;
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');

function letterTable(paper: Paper): string {
  const em = emTwips(paper);
  const [above, beside] = [String(em(spaces.cellAbove)), String(em(spaces.cellBeside))];
  return `<w:style w:type="table" w:styleId="LetterTable"><w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${sides}</w:tblBorders><w:tblCellMar><w:top w:w="${above}" w:type="dxa"/><w:left w:w="${beside}" w:type="dxa"/><w:bottom w:w="${above}" w:type="dxa"/><w:right w:w="${beside}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>`;
}

import { DocumentDefaults, ImportedXmlComponent, type XmlComponent } from 'docx';
import { em } from './docx-measures.js';

const font = 'Times New Roman';

/** What all other styles build on, in the markup of the file (ECMA-376 part 1, 17.7): the library has no words for all of it. */
export function importedStyles(): XmlComponent[] {
  return [
    new DocumentDefaults({
      run: {
        font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
        size: em / 10,
        sizeComplexScript: em / 10,
        language: { value: 'en-US', eastAsia: 'en-US', bidirectional: 'ar-SA' },
      },
    }),
    ...[normal, plainTable, letterTable].map((style) => ImportedXmlComponent.fromXmlString(style)),
  ];
}

/** Lines as far apart as 1.4 in the style sheet: Word counts from the font's own distance, which is 1.15 here. */
const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:after="161" w:line="292" w:lineRule="auto"/></w:pPr></w:style>`;

const plainTable = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="555555"/>`;
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');

const letterTable = `<w:style w:type="table" w:styleId="LetterTable"><w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${sides}</w:tblBorders><w:tblCellMar><w:top w:w="46" w:type="dxa"/><w:left w:w="138" w:type="dxa"/><w:bottom w:w="46" w:type="dxa"/><w:right w:w="138" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>`;

import { ImportedXmlComponent, TextRun } from 'docx';

/**
 * DRAFT across the page, behind the words, as Word's own command sets it and can take it away again; `number` is its own in the file. In the markup of the file (VML, ECMA-376 part 4,
 * 14): the library's own watermark has a name by chance, and no two files would be the same.
 */
export function draftWatermark(number: number): TextRun {
  return new TextRun({ children: [ImportedXmlComponent.fromXmlString(wordArt(number))] });
}

const style = [
  'position:absolute',
  'margin-left:0',
  'margin-top:0',
  'width:440pt',
  'height:132pt',
  'rotation:315',
  'z-index:-251658752',
  'mso-position-horizontal:center',
  'mso-position-horizontal-relative:margin',
  'mso-position-vertical:center',
  'mso-position-vertical-relative:margin',
].join(';');

const wordArt = (number: number) =>
  [
    '<w:pict>',
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>',
    '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>',
    '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>',
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>',
    '<v:textpath on="t" fitshape="t"/></v:shapetype>',
    `<v:shape id="PowerPlusWaterMarkObject${String(number)}" type="#_x0000_t136" alt="DRAFT" style="${style}" o:allowincell="f" fillcolor="silver" stroked="f">`,
    '<v:fill opacity=".4"/><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="DRAFT"/></v:shape>',
    '</w:pict>',
  ].join('');

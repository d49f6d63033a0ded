const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The file's core properties (ECMA-376 part 2, 11). The library would put the moment from the clock, and "Un-named" as the author; ours name no
 * person.
 */
export function coreProperties(title: string, written: Date): string {
  const moment = written.toISOString().replace(/\.\d+Z$/, 'Z');
  const words = title.replace(/[&<>]/g, (char) => marks[char] ?? char);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${words}</dc:title><dc:language>en-US</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

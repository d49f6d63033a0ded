import type { DocumentWriters } from './export/letter-writers.js';

/** Writes the formats that are programs of their own: each loads when it is first asked for. `now` is for the files' properties. */
export function documentWriters(now: () => Date): DocumentWriters {
  return {
    pdf: async (letter, options) => {
      const { writePdf } = await import('./main-pdf.js');
      const { bytes, unprintable } = await writePdf(letter, { ...options, written: now() });
      return { content: bytes, unprintable };
    },
    docx: async (letter, options) => {
      const { renderDocx } = await import('./render/docx/render-docx.js');
      return { content: await renderDocx(letter, { ...options, written: now() }), unprintable: [] };
    },
    layOut: async (letter, options) => {
      const { layOutPdf } = await import('./main-pdf.js');
      return layOutPdf(letter, options);
    },
    webFonts: async () => {
      const { readWebFonts } = await import('./main-pdf.js');
      return readWebFonts();
    },
  };
}

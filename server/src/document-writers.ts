import type { DocumentWriters } from './export/letter-writers.js';

/** Writes the formats that are programs of their own: each loads when the first letter is written in it. `now` is for the files' properties. */
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
  };
}

// What this program cannot do without, to hold its times against: node floors.mjs read|marked FOLDER, or pdf FILE
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [what, path] = process.argv.slice(2);
if (what === 'pdf') await writePdf(readFileSync(path, 'utf8'));
else await readFolder(path);

async function readFolder(folder) {
  const read = what === 'marked' ? (await import('marked')).marked.parse : (text) => text.includes('\0');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) read(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  }
}

/** The text as it is, in one font, to nowhere. */
async function writePdf(text) {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    margin: 72,
    font: join(import.meta.dirname, '../../server/src/fonts/Tinos-Regular.ttf'),
  });
  document.resume();
  document.fontSize(11.5).text(text);
  document.end();
}

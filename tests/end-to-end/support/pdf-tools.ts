import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** What a program prints; throws with what it complained of where it fails. */
export function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}

/** The text of each page of a PDF; by default as it stands on the page. */
export function pdfPages(pdf: string, order: 'layout' | 'raw' = 'layout'): string[] {
  return run('pdftotext', [`-${order}`, pdf, '-'])
    .split('\f')
    .slice(0, -1);
}

export interface PdfFont {
  readonly name: string;
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
  readonly hasUnicode: boolean;
}

export function pdfFonts(pdf: string): PdfFont[] {
  const [, , ...rows] = run('pdffonts', [pdf]).trimEnd().split('\n');
  return rows.map((row) => {
    const [, name = '', embedded, subset, unicode] =
      /^(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(row) ?? [];
    return { name, isEmbedded: embedded === 'yes', isSubset: subset === 'yes', hasUnicode: unicode === 'yes' };
  });
}

/** Each page as a gray picture of so many dots an inch. */
export function pdfPictures(pdf: string, dots: number): PNG[] {
  const folder = mkdtempSync(join(tmpdir(), 'lmn-pages-'));
  try {
    run('pdftoppm', ['-r', String(dots), '-gray', '-png', pdf, join(folder, 'page')]);
    return readdirSync(folder)
      .sort()
      .map((name) => PNG.sync.read(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

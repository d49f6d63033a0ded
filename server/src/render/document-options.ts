import type { Paper } from '../paper.js';
import type { PictureSource } from './picture.js';
import type { WebFonts } from './web-fonts.js';

/** What a PDF or Word file needs beyond the letter. */
export interface DocumentOptions {
  readonly picture?: PictureSource;
  readonly paper: Paper;
  /** Marks every page as a draft. */
  readonly draft: boolean;
  /** Puts the patient's name into the file's properties, which mail programs, search and lists of files show. */
  readonly patientInProperties: boolean;
  /** For HTML: the fonts of the PDF, to go into the page. */
  readonly webFonts?: WebFonts;
  /** The moment of writing, for the file's properties. */
  readonly written: Date;
}

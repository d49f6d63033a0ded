import type { ExportType } from '../../../server/src/protocol.js';

export interface FileFormat {
  readonly type: ExportType;
  /** As menus and messages call it. */
  readonly name: string;
  /** What it is for, in the list of formats. */
  readonly use: string;
  /** With its dot. */
  readonly ending: string;
  /** The same ending as other programs may write it. */
  readonly otherEndings: readonly string[];
}

export const pdf: FileFormat = {
  type: 'pdf',
  name: 'PDF',
  use: 'to fax, upload or print',
  ending: '.pdf',
  otherEndings: [],
};
export const word: FileFormat = {
  type: 'docx',
  name: 'Word',
  use: 'to send, or to go on writing in Word',
  ending: '.docx',
  otherEndings: [],
};
export const html: FileFormat = {
  type: 'html',
  name: 'HTML',
  use: 'to open and print in a browser',
  ending: '.html',
  otherEndings: ['.htm'],
};

/** In the order in which they are offered. */
export const fileFormats: readonly FileFormat[] = [pdf, word, html];

/** The letter as a file that leaves the house. Positions are those of the Language Server Protocol. */

import type { ExportFormatId } from '../letter-formats.js';

/** Of both requests: which letter, and as what. */
export interface ExportParams {
  /** A case, or a template that a preview shows. */
  readonly uri: string;
  /** For a template: the case that the preview shows it with. */
  readonly caseUri?: string;
  readonly type: ExportFormatId;
}

/** Request: what keeps a letter from being sent, and what its file is to be called. From `ExportParams` to `ExportCheck`. */
export const exportCheckRequest = 'lmn/export/check';

export type ExportCheck =
  /** There is nothing to export; `message` says why in a sentence. */
  | { readonly kind: 'none'; readonly message: string }
  | {
      readonly kind: 'letter';
      /** Where its case is. */
      readonly uri: string;
      /** Without an ending. */
      readonly fileName: string;
      /** All that is open; empty for a letter that can be sent. */
      readonly open: readonly ExportOpenItem[];
    };

/** One thing that is missing or wrong. Repeats no value. */
export interface ExportOpenItem {
  readonly kind: 'gap' | 'error';
  readonly what: string;
  readonly why: string;
  readonly place: ExportPlace;
}

/** Where it is to be written or mended. */
export interface ExportPlace {
  readonly uri: string;
  /** Text to put in first, where the line does not exist yet. */
  readonly insert?: { readonly line: number; readonly character: number; readonly text: string };
  /** What to select, after the insertion. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request: the letter as a file, of the newest text. From `ExportWriteParams` to `ExportWrite`. */
export const exportWriteRequest = 'lmn/export/write';

export interface ExportWriteParams extends ExportParams {
  /** Marks every page as a draft. Without it, no letter is written while anything is open. */
  readonly draft: boolean;
}

export type ExportWrite =
  | {
      readonly kind: 'file';
      /** The file's bytes in base64. */
      readonly content: string;
      /** How many things were open. */
      readonly open: number;
      /** What a draft's fonts have no letters for, such as `patient name: Hebrew letters`: a mark stands in its place. */
      readonly unprintable: readonly string[];
    }
  /** Something is open since it was last asked. */
  | { readonly kind: 'open' }
  /** Not a draft, and the fonts have no letters for these. */
  | { readonly kind: 'unprintable'; readonly unprintable: readonly string[] }
  | { readonly kind: 'none'; readonly message: string };

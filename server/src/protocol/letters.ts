/** What is asked and told of a letter that is open. Positions are those of the Language Server Protocol: 0-based lines, UTF-16 code units. */

/** Notification from the server after each check of an open case: how far its letter has come. */
export const completenessNotification = 'lmn/completeness';

export interface CompletenessParams {
  readonly uri: string;
  /** Facts that are given, of those that the letter needs. */
  readonly given: number;
  readonly total: number;
  /** Names of missing facts, never values. */
  readonly missing: readonly string[];
  /** Headings of sections that are still to be written. */
  readonly unwritten: readonly string[];
  /** What the letter's kind and the payer's policies require: how much of it is as asked, and what is not. */
  readonly criteria: { readonly met: number; readonly total: number; readonly open: readonly string[] };
  /** The next filing deadline against today, where it is near or past: `Deadline in 3 days`. */
  readonly deadline?: string;
}

/** Request: where the next thing that a letter lacks is to be written. Null when it lacks nothing. */
export const gapRequest = 'lmn/gap';

export interface GapParams {
  readonly uri: string;
  /** Where the cursor is: the gap after it (or before it) is asked for, around the end of the file. */
  readonly line: number;
  readonly character: number;
  readonly direction: 'next' | 'previous';
}

export interface GapPlace {
  /** Text to put in first, where the line does not exist yet. */
  readonly insert?: { readonly line: number; readonly character: number; readonly text: string };
  /** What to select, after the insertion. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  /** What is missing, as the status says it. */
  readonly label: string;
}

/** Request: how a text that is pasted into a letter is to be put in. From `PasteParams` to `PasteEdits`; null where it is best put in as it is. */
export const pasteRequest = 'lmn/paste';

export interface PasteParams {
  readonly uri: string;
  /** The selection that the text is to replace; of no length at a cursor. */
  readonly range: TextRange;
  readonly text: string;
}

export interface PasteEdits {
  /** What takes the selection's place. */
  readonly text: string;
  /** What is written elsewhere in the same file, by its places before the paste. */
  readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
}

export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request: the sections of its template that a case does not write itself, in their order. From `SectionsParams` to `SectionChoice[]`. */
export const sectionsRequest = 'lmn/sections';

export interface SectionsParams {
  readonly uri: string;
}

export interface SectionChoice {
  readonly title: string;
  /** The beginning of what the template says there. */
  readonly text: string;
}

/**
 * Request: how a case begins a section of its template as its own, with the template's words to change. From `WriteSectionParams` to `GapPlace`; null
 * where there is no such section, or the case has it.
 */
export const writeSectionRequest = 'lmn/writeSection';

export interface WriteSectionParams {
  readonly uri: string;
  /** The section by its heading, or by a place in the template's file. */
  readonly section:
    { readonly title: string } | { readonly uri: string; readonly line: number; readonly character: number };
}

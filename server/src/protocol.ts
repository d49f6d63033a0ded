/**
 * What client and server say to each other beyond the Language Server Protocol: names and shapes, nothing else.
 * Offsets and positions, where a message has any, are those of the protocol: 0-based lines, UTF-16 code units.
 */

import type { ExportFormatId } from './letter-formats.js';

/** What the client tells the server at the start, as the protocol's `initializationOptions`. */
export interface InitializationOptions {
  /** False in VS Code's Restricted Mode: then no `lmn.config.json` of the folder is read. The client restarts the server on a change. */
  readonly trusted: boolean;
  /** Commands of ours that the client carries out: what would run any other is shown without it. */
  readonly commands?: readonly string[];
}

/** Command: goes to what the letter in the active editor lacks next. */
export const nextGapCommand = 'lmn.nextGap';

/** Command: shows a file's letter beside its text. Argument: the file's address; without one, the active editor's. */
export const previewCommand = 'lmn.preview';

/** Command: shows a file's letter with what is asked of it. Argument: the file's address; without one, the active editor's. */
export const checklistCommand = 'lmn.checklist';

/** Command: writes a letter to a file. Argument: the address of its case or template; without one, what is active. */
export const exportCommand = 'lmn.export';

/** Commands: begin a case, a template, or a policy. Argument: the address of an empty file to begin it in; without one, in a new one. */
export const newCaseCommand = 'lmn.newCase';
export const newTemplateCommand = 'lmn.newTemplate';
export const newPolicyCommand = 'lmn.newPolicy';

/** Command: copies a file that ships into the workspace, where it takes that one's place. Argument: its address; without one, the active editor's. */
export const copyShippedCommand = 'lmn.copyShipped';

/** Command: begins a section of the template in a case, to be written in words of its own. Argument: the address of the case; without one, the active editor's. */
export const writeSectionCommand = 'lmn.writeSection';

/** Command: keeps the codes of an official ICD-10-CM file that the user has downloaded. */
export const addCodeListCommand = 'lmn.addCodeList';

/** Request: keeps such a file. From `AddCodeListParams` to `AddCodeList`. */
export const addCodeListRequest = 'lmn/addCodeList';

export interface AddCodeListParams {
  readonly uri: string;
}

/** The fiscal year and how many codes; or why not, as a sentence. */
export type AddCodeList = { readonly year: number; readonly count: number } | { readonly problem: string };

/** Command: shows the references of the name at a place. Arguments: a file's address, and a position of the protocol in it. */
export const showReferencesCommand = 'lmn.showReferences';

/** Scheme of the files that ship with the program: templates and the standard vocabulary. Read-only. */
export const shippedScheme = 'lmn-shipped';

/** Request: the text of a file that ships. From `ShippedFileParams` to `ShippedFile`, or null where nothing ships under that address. */
export const shippedFileRequest = 'lmn/shippedFile';

export interface ShippedFileParams {
  /** An address of the scheme `lmn-shipped:`. */
  readonly uri: string;
}

export interface ShippedFile {
  readonly text: string;
}

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

/** Notification from the server when files or folders of the workspace cannot be read, and when they can again: `count` may be 0. */
export const unreadableFilesNotification = 'lmn/unreadableFiles';

export interface UnreadableFilesParams {
  readonly count: number;
  /** Addresses of the first few of them. */
  readonly uris: readonly string[];
  /** Why each of those cannot be read, in a word or two. */
  readonly problems: readonly string[];
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

/** Request: the templates in reach, to begin a case with: those of a kind beside each other, and last those of none. */
export const templatesRequest = 'lmn/templates';

export interface TemplateChoice {
  readonly name: string;
  readonly title: string;
  /** The kind of letter, where the template says one. */
  readonly kind: string;
  /** What that kind is called; as empty as it. */
  readonly kindTitle: string;
  /** When letters of the kind are written; empty where nobody says it. */
  readonly purpose: string;
  readonly shipped: boolean;
  /** Where it is. */
  readonly uri: string;
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

/** Request: a new case of a template, as snippet text with a tab stop on each blank. Null when there is no such template. */
export const newCaseRequest = 'lmn/newCase';

export interface NewCaseParams {
  readonly template: string;
}

export interface NewCase {
  readonly snippet: string;
}

/** Request: the kinds of letter in reach, for a policy to name, in alphabetical order of their titles. */
export const kindsRequest = 'lmn/kinds';

export interface KindChoice {
  readonly name: string;
  readonly title: string;
  /** When such a letter is written; empty where the kind does not say. */
  readonly purpose: string;
}

/** Request: a new policy for a payer, as snippet text. From `NewPolicyParams` to `NewPolicy`. */
export const newPolicyRequest = 'lmn/newPolicy';

export interface NewPolicyParams {
  readonly payer: string;
  /** The names of the kinds of letter that it is for; none: for all to this payer. */
  readonly kinds: readonly string[];
}

export interface NewPolicy {
  readonly snippet: string;
}

// ---- actions, pages of rules, and files that only the client can read ----

/** Command: selects a stretch of a file, for the writer to type over. Arguments: the file's address, and a range of the protocol in it. */
export const selectCommand = 'lmn.select';

/** Command: shows the page of a rule. Argument: the rule's id; without one, the list of all. */
export const showRuleCommand = 'lmn.showRule';

/** Code action: writes a line for everything that a letter lacks. */
export const fillInAction = 'source.fillIn.lmn';

/** Code action: applies every fix of the file that needs no asking. */
export const fixAllAction = 'source.fixAll.lmn';

/** Request from the server: what is at an address of a file system that only the client knows, such as a browser's. Null for nothing. */
export const statRequest = 'lmn/stat';

/** Request from the server: the names in a folder of such a file system. */
export const readDirectoryRequest = 'lmn/readDirectory';

/** Request from the server: a file of such a file system. */
export const readFileRequest = 'lmn/readFile';

/** Request from the server: the address without links. Null where a link is on the way, for the client cannot say where it leads. */
export const realPathRequest = 'lmn/realPath';

/** Of all four requests. */
export interface ClientFileParams {
  readonly uri: string;
}

export interface ClientFileStats {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
}

export interface ClientFolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ClientFile {
  /** The file's bytes in base64. */
  readonly content: string;
}

// ---- export: the letter as a file that leaves the house ----

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

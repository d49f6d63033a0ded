/**
 * What the server, the extension and the page of the preview say to each other: names and shapes, nothing else. A *panel* is one
 * preview, by a name that the extension gives it. Positions are those of the Language Server Protocol: 0-based lines, UTF-16 code units.
 */

/** Notification to the server: a panel shows a file from now on. The server answers with the whole letter, then with what changes in it. */
export const previewShowNotification = 'lmn/preview/show';

export interface PreviewShowParams {
  readonly panel: string;
  /** A case or a template. */
  readonly uri: string;
  /** For a template: the case to print it with; without one its values are made up. */
  readonly caseUri?: string;
  /** Whether what would tell who the patient is gives way to names of fields. */
  readonly masked: boolean;
}

/** Notification to the server: a panel is hidden or closed. Nothing is computed for it until it is shown again. */
export const previewHideNotification = 'lmn/preview/hide';

export interface PanelParams {
  readonly panel: string;
}

/** Notification to the server: the page shows an update. Until then no further one is sent, so that the newest text is never behind a queue. */
export const previewShownNotification = 'lmn/preview/shown';

export interface PreviewShownParams {
  readonly panel: string;
  /** Of the update. */
  readonly version: number;
}

/** Notification from the server. */
export const previewUpdateNotification = 'lmn/preview/update';

export interface PreviewUpdate {
  readonly panel: string;
  /** Counts a panel's updates from 1; 1 holds the whole letter. */
  readonly version: number;
  readonly letter: LetterPatch | PreviewProblem;
}

/** Why there is no letter to show. */
export interface PreviewProblem {
  readonly kind: 'problem';
  /** A sentence for the reader, without any value. */
  readonly message: string;
  /** True where the last letter stays in sight, though it is older than the text. */
  readonly keepsPaper: boolean;
}

/** The letter as it is now, in terms of how the last update left it. */
export interface LetterPatch {
  readonly kind: 'letter';
  /** All sections in their order. */
  readonly sections: readonly SectionPatch[];
  /** Absent where nothing in it changed. */
  readonly status?: LetterStatus;
  /** Absent where it is as before. */
  readonly asks?: ListedAsks;
  /** Whose values the paper shows. */
  readonly values: 'case' | 'made-up' | 'masked';
  /** Absent where it is as before. */
  readonly paper?: PaperLook;
}

/** What the letter is laid out on; lengths in points (1/72 inch). */
export interface PaperLook {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly fontSize: number;
  /** The class of a letter whose letterhead is laid out so. */
  readonly className: string;
}

export interface SectionPatch {
  /** The section's own, for as long as the panel shows it. */
  readonly id: number;
  /** Its class; absent where the section was there before and has the same. */
  readonly className?: string;
  /** Blocks to replace; absent where all are as they were. */
  readonly blocks?: BlockPatch;
}

export interface BlockPatch {
  /** Index of the first block that differs. */
  readonly start: number;
  /** How many blocks give way. */
  readonly removed: number;
  /** HTML of those that come, one element each. */
  readonly added: readonly string[];
}

export interface LetterStatus {
  readonly given: number;
  readonly total: number;
  /** Sections still to be written. */
  readonly unwritten: number;
  /** All that the letter lacks, in its order. */
  readonly gaps: readonly ListedGap[];
}

export interface ListedGap {
  readonly what: string;
  readonly why: string;
}

/** What the letter's kind and the payer's policies ask of it: the checklist. */
export interface ListedAsks {
  /** Of what is required: how much is met, waived or has nothing against it. */
  readonly met: number;
  readonly total: number;
  /** One for each of those who ask. */
  readonly groups: readonly { readonly title: string; readonly asks: readonly ListedAsk[] }[];
}

export interface ListedAsk {
  /** What the criterion is called; then, unless that is all, what its author says of it. */
  readonly name: string;
  readonly words: string;
  readonly isRequired: boolean;
  readonly state: AskState;
  /** Why it stands so, without any value; may be empty. */
  readonly why: string;
}

export type AskState =
  | 'met'
  | 'nothing against it'
  | 'waived'
  | 'unclear'
  | 'unprinted'
  | 'open'
  | 'not met'
  | 'does not apply'
  /** Of a deadline. */
  | 'in time'
  | 'past'
  /** Nothing that a letter could break: how soon it is decided. */
  | 'to know';

export interface PaperBlock {
  readonly section: number;
  /** Index among the section's blocks. */
  readonly block: number;
}

/** An element of the paper: the `mark`-th marked one (its attribute `data-at`) of a section's block. */
export interface PaperElement extends PaperBlock {
  readonly mark: number;
}

/** Request: where the words of an element are written, or where what it lacks is to be written. From `PreviewSourceParams` to `PreviewPlace` or null. */
export const previewSourceRequest = 'lmn/preview/source';

export interface PreviewSourceParams {
  readonly panel: string;
  readonly element: PaperElement;
}

/** Request: where to write what the list of gaps names. From `PreviewGapParams` to `PreviewPlace` or null. */
export const previewGapRequest = 'lmn/preview/gap';

export interface PreviewGapParams {
  readonly panel: string;
  /** Index in `LetterStatus.gaps`. */
  readonly gap: number;
}

/** Request: where a line of the checklist is met or is to be met, or where it is asked. From `PreviewAskParams` to `PreviewPlace` or null. */
export const previewAskRequest = 'lmn/preview/ask';

export interface PreviewAskParams {
  readonly panel: string;
  /** Which of all lines of `ListedAsks`, through its groups. */
  readonly ask: number;
  readonly to: AskPlace;
}

/** The place in the letter's files, which is that of the clause where there is none; or the clause in the file of the kind or policy. */
export type AskPlace = 'letter' | 'clause';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface PreviewPlace {
  readonly uri: string;
  /** Text to put in first, where the line does not exist yet. */
  readonly insert?: Position & { readonly text: string };
  /** What to select, after the insertion. */
  readonly start: Position;
  readonly end: Position;
}

/** Request: what of the panel belongs to a place of a file. From `PreviewElementsParams` to `PlaceOnPanel`. */
export const previewElementsRequest = 'lmn/preview/elements';

export interface PreviewElementsParams {
  readonly panel: string;
  readonly uri: string;
  readonly position: Position;
  /** Line up to which to look for the first words that are printed at all; without it only the place itself counts. */
  readonly until?: number;
}

export interface PlaceOnPanel {
  /** The elements that print what stands there, in the order of the paper. */
  readonly elements: readonly PaperElement[];
  /** The lines of the checklist that stand on it, or ask it; none where only the first printed words were asked for. */
  readonly asks: readonly number[];
}

/** Request: the line of the panel's own file that the first of the visible blocks comes from. From `PreviewVisibleParams` to `Position` or null. */
export const previewVisibleRequest = 'lmn/preview/visible';

export interface PreviewVisibleParams {
  readonly panel: string;
  /** The first and last block in sight. */
  readonly first: PaperBlock;
  readonly last: PaperBlock;
}

/** Request: the letter of a panel as plain text, masked where the panel is. From `PanelParams` to a string or null. */
export const previewTextRequest = 'lmn/preview/text';

/** Request: where the pages of the letter that an update left begin in its PDF. From `PreviewPagesParams` to `PreviewPages`, or null where a newer one was sent or no PDF is made. */
export const previewPagesRequest = 'lmn/preview/pages';

export interface PreviewPagesParams {
  readonly panel: string;
  /** Of the last update that the page shows. */
  readonly version: number;
}

export interface PreviewPages {
  readonly version: number;
  /** Of the second page, and of each further one. */
  readonly starts: readonly PageStart[];
}

export interface PageStart extends PaperBlock {
  /** How many letters of the block stand on earlier pages: what is printed, without spaces. */
  readonly letters: number;
}

/** Request: addresses of the cases that use a template. From `LetterFileParams` to `string[]`. */
export const previewCasesRequest = 'lmn/preview/cases';

export interface LetterFileParams {
  readonly uri: string;
}

/** What the page says to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'shown'; readonly version: number }
  | { readonly type: 'source'; readonly element: PaperElement }
  | { readonly type: 'gap'; readonly gap: number }
  | { readonly type: 'ask'; readonly ask: number; readonly to: AskPlace }
  /** The reader has folded or unfolded the checklist. */
  | { readonly type: 'fold'; readonly on: boolean }
  /** Nothing was typed for a while: where do the pages of this update end? */
  | { readonly type: 'pages'; readonly version: number }
  /** The reader has scrolled the paper. */
  | { readonly type: 'scrolled'; readonly first: PaperBlock; readonly last: PaperBlock }
  | { readonly type: 'mask'; readonly on: boolean }
  | { readonly type: 'lock'; readonly on: boolean }
  | { readonly type: 'copy-text' }
  /** A menu was opened on the paper: what is chosen of it is meant for this panel, of which VS Code may not know yet that it is the active one. */
  | { readonly type: 'menu' }
  | { readonly type: 'export' };

/** What the extension says to the page. */
export type ToPage =
  | { readonly type: 'show'; readonly saved: SavedPanel; readonly isFolded: boolean }
  | { readonly type: 'update'; readonly update: PreviewUpdate }
  /** What belongs to the cursor's place: marked; with `reveal` scrolled to if nothing of it is in sight. */
  | { readonly type: 'cursor'; readonly place: PlaceOnPanel; readonly reveal: boolean }
  /** The elements that print the editor's first line in sight: scrolled to if none of them is. */
  | { readonly type: 'scroll'; readonly elements: readonly PaperElement[] }
  | { readonly type: 'pages'; readonly pages: PreviewPages }
  /** The checklist is wanted: unfolded, and with the focus. */
  | { readonly type: 'checklist' }
  /** The editor shows the beginning of the file: so does the paper. */
  | { readonly type: 'top' }
  /** `stale`: what is shown is older than the text. */
  | { readonly type: 'state'; readonly state: 'current' | 'working' | 'stale'; readonly message: string };

/** What is kept of a panel while VS Code is closed: nothing of a letter but its address. */
export interface SavedPanel {
  readonly uri: string;
  readonly locked: boolean;
  readonly masked: boolean;
}

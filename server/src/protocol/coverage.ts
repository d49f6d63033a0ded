/** What the templates, kinds and policies of each workspace of the window cover. Nothing in it comes from a case but how many there are, and where. */

/** Request: to list it in a tree. To `WorkspaceTemplates[]`, those of folders that are open before those within them. */
export const coverageRequest = 'lmn/coverage';

/** Of a folder, or of one within it that is a workspace of its own. */
export interface WorkspaceTemplates {
  /** The folder's address. */
  readonly root: string;
  /** Empty where the folder has no template, kind or policy, and no case that names one which ships. */
  readonly rows: readonly CoverageRow[];
}

export interface CoverageRow {
  readonly is: 'group' | 'kind' | 'template' | 'policy';
  readonly label: string;
  /** What there is to know of it at a glance. */
  readonly description: string;
  /** What else is known, a line each. */
  readonly details: readonly string[];
  /** Where it is; a group is nowhere. */
  readonly uri?: string;
  /** It ships with the program. */
  readonly ships: boolean;
  /** What it says is to be compared with its source again, or no longer holds. */
  readonly isStale: boolean;
  /** Of a template, by what name cases call it. */
  readonly name?: string;
  /** Of a template, how many cases name it: which ones is asked for by `coverageCasesRequest`. */
  readonly cases: number;
  readonly within: readonly CoverageRow[];
}

/**
 * Notification from the server, once after each answer to one of these requests: what was answered may no longer hold. It tells of files, not of
 * keystrokes: what is typed counts when it is saved.
 */
export const coverageChangedNotification = 'lmn/coverage/changed';

/** Request: the cases that name a template. From `CoverageCasesParams` to their addresses. */
export const coverageCasesRequest = 'lmn/coverage/cases';

export interface CoverageCasesParams {
  readonly root: string;
  readonly template: string;
}

/** Request: the same as a page in HTML, without script, whose links open files by `openFileCommand`. From `CoveragePageParams` to `CoveragePage`; null where there is no such workspace. */
export const coveragePageRequest = 'lmn/coverage/page';

export interface CoveragePageParams {
  readonly root: string;
}

export interface CoveragePage {
  readonly html: string;
}

/** Command: shows that page. Argument: the folder's address; without one, of the only one, else of one that is picked. */
export const showReportCommand = 'lmn.showReport';

/** Command: begins a case of a template in the tree. Argument: the tree's item. */
export const newCaseFromCommand = 'lmn.newCaseFrom';

/** Command: opens a file of the tree, or of the page. Argument: the tree's item, or the file's address. Where the editor runs on another machine, only the extension knows where that is. */
export const openFileCommand = 'lmn.openFile';

/** What the extension and its server know of each other at the start, and the commands and code actions that go by a name between them. */

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

/** Command: shows the references of the name at a place. Arguments: a file's address, and a position of the protocol in it. */
export const showReferencesCommand = 'lmn.showReferences';

/** Command: selects a stretch of a file, for the writer to type over. Arguments: the file's address, and a range of the protocol in it. */
export const selectCommand = 'lmn.select';

/** Command: shows the page of a rule. Argument: the rule's id; without one, the list of all. */
export const showRuleCommand = 'lmn.showRule';

/** Code action: writes a line for everything that a letter lacks. */
export const fillInAction = 'source.fillIn.lmn';

/** Code action: applies every fix of the file that needs no asking. */
export const fixAllAction = 'source.fixAll.lmn';

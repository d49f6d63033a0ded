import { DiagnosticSeverity, type Disposable, languages, StatusBarAlignment, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checklistCommand, exportCommand, nextGapCommand } from '../../server/src/protocol/commands.js';
import { completenessNotification, type CompletenessParams } from '../../server/src/protocol/letters.js';
import { listedNames } from './listed-names.js';

const namesShown = 8;

/**
 * How far the letter before you has come, in the status bar: *9 of 11 facts · 6 of 8 criteria*, and a click goes to the next gap; where only criteria are open, to the checklist; when
 * nothing is missing or wrong any more, a click exports it. The two are not one number: a fact that is printed and asked for would count twice, and
 * a criterion may be met by an answer, or waived, where a fact can only be given.
 */
export class LetterStatus implements Disposable {
  private readonly item = window.createStatusBarItem('lmn.letter', StatusBarAlignment.Left, 10);
  private readonly known = new Map<string, CompletenessParams>();
  private readonly subscriptions: Disposable[];

  constructor() {
    this.item.name = 'LMN: Letter';
    const show = () => {
      this.show();
    };
    this.subscriptions = [window.onDidChangeActiveTextEditor(show), languages.onDidChangeDiagnostics(show)];
  }

  /** What a server says of the letters; a restarted one says it anew. */
  follow(client: BaseLanguageClient): void {
    this.known.clear();
    this.show();
    client.onNotification(completenessNotification, (params: CompletenessParams) => {
      this.known.set(params.uri, params);
      this.show();
    });
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    const letter = document?.languageId === 'lmn' ? this.known.get(document.uri.toString()) : undefined;
    // A preview or another file beside the letter takes nothing away from it.
    if (!document || !letter) {
      if (window.activeTextEditor) this.item.hide();
      return;
    }
    const open = [...letter.missing, ...letter.unwritten.map((heading) => `section ${heading}`)];
    const errors = languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity === DiagnosticSeverity.Error);
    const { criteria } = letter;
    if (open.length > 0) {
      const { given, total } = letter;
      const first = given < total ? `${String(given)} of ${String(total)} facts` : toWrite(letter);
      this.item.text = `$(checklist) ${[first, ...criteriaOf(letter)].join(' \u00b7 ')}`;
      this.item.tooltip = `Missing: ${listedNames(open, namesShown)}. Click for the next one.`;
      this.item.command = nextGapCommand;
    } else if (criteria.open.length > 0) {
      this.item.text = `$(checklist) ${criteriaOf(letter).join('')}`;
      this.item.tooltip = `Asked for: ${listedNames(criteria.open, namesShown)}. Click for the checklist.`;
      this.item.command = checklistCommand;
    } else if (errors.length > 0) {
      this.item.text = `$(error) ${errors.length === 1 ? '1 thing' : `${String(errors.length)} things`} to mend`;
      this.item.tooltip = 'Nothing is missing. Click for the next thing to mend.';
      this.item.command = 'editor.action.marker.next';
    } else {
      this.item.text = '$(export) Ready: Export';
      this.item.tooltip = 'Nothing is missing. Click to write the letter to a file.';
      this.item.command = exportCommand;
    }
    if (letter.deadline !== undefined) {
      this.item.text += ` \u00b7 ${letter.deadline}`;
      this.item.tooltip = `${letter.deadline}, counted from today. Confirm it on the notice. ${this.item.tooltip}`;
    }
    this.item.show();
  }

  dispose(): void {
    for (const one of [this.item, ...this.subscriptions]) one.dispose();
  }
}

function criteriaOf({ criteria: { met, total } }: CompletenessParams): string[] {
  return total === 0 ? [] : [`${String(met)} of ${String(total)} criteria`];
}

function toWrite({ unwritten }: CompletenessParams): string {
  return unwritten.length === 1 ? '1 section to write' : `${String(unwritten.length)} sections to write`;
}

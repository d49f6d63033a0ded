import { type Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  completenessNotification,
  type CompletenessParams,
  unreadableFilesNotification,
  type UnreadableFilesParams,
} from '../../server/src/protocol.js';

const namesShown = 4;

/**
 * Says in the language status how far the letter in the active editor has come: *9 of 11 facts; missing: signature*. Never a popup. A click goes
 * to what is missing next.
 */
export class CompletenessStatus implements Disposable {
  private readonly item = languages.createLanguageStatusItem('lmn.completeness', { language: 'lmn' });
  private readonly files = languages.createLanguageStatusItem('lmn.files', { language: 'lmn' });
  private readonly known = new Map<string, CompletenessParams>();
  private readonly subscriptions: Disposable[] = [];

  constructor() {
    this.item.name = 'LMN: Facts of the letter';
    this.files.name = 'LMN: Files';
    this.subscriptions.push(
      window.onDidChangeActiveTextEditor(() => {
        this.show();
      }),
    );
    this.show();
    this.showFiles({ count: 0, uris: [], problems: [] });
  }

  /** Listens to a server; a restarted one is another. */
  follow(client: BaseLanguageClient): void {
    this.known.clear();
    client.onNotification(completenessNotification, (params: CompletenessParams) => {
      this.known.set(params.uri, params);
      this.show();
    });
    client.onNotification(unreadableFilesNotification, (params: UnreadableFilesParams) => {
      this.showFiles(params);
    });
  }

  private show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const letter = uri === undefined ? undefined : this.known.get(uri);
    if (!letter) {
      this.item.text = 'LMN';
      this.item.detail = 'no case in this editor';
      this.item.command = undefined;
      this.item.severity = LanguageStatusSeverity.Information;
      return;
    }
    const open = [...letter.missing, ...letter.unwritten.map((heading) => `section ${heading}`)];
    this.item.text = `${String(letter.given)} of ${String(letter.total)} facts`;
    this.item.detail = open.length === 0 ? 'nothing is missing' : `missing: ${listed(open)}`;
    this.item.severity = open.length === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    this.item.command = open.length === 0 ? undefined : { command: 'lmn.nextGap', title: 'Next Gap' };
  }

  private showFiles({ count, uris, problems }: UnreadableFilesParams): void {
    this.files.text =
      count === 0 ? 'All files read' : `${String(count)} ${count === 1 ? 'file' : 'files'} not readable`;
    this.files.detail = count === 0 ? '' : listed(uris.map((uri, index) => nameWith(uri, problems[index])));
    this.files.severity = count === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  }

  dispose(): void {
    for (const one of [this.item, this.files, ...this.subscriptions]) one.dispose();
  }
}

function nameWith(uri: string, problem: string | undefined): string {
  const name = decodeURIComponent(uri.split('/').at(-1) ?? uri);
  return problem === undefined ? name : `${name} (${problem})`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown} and ${String(names.length - namesShown)} more` : shown;
}

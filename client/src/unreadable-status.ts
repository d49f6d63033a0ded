import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { unreadableFilesNotification, type UnreadableFilesParams } from '../../server/src/protocol/files.js';
import { listedNames } from './listed-names.js';

const namesShown = 4;

/** Says in the language status which files of the folder could not be read, and why. Never a popup. */
export class UnreadableStatus implements Disposable {
  private readonly item = languages.createLanguageStatusItem('lmn.files', { language: 'lmn' });

  constructor() {
    this.item.name = 'LMN: Files';
    this.show({ count: 0, uris: [], problems: [] });
  }

  /** Listens to a server; a restarted one is another. */
  follow(client: BaseLanguageClient): void {
    client.onNotification(unreadableFilesNotification, (params: UnreadableFilesParams) => {
      this.show(params);
    });
  }

  private show({ count, uris, problems }: UnreadableFilesParams): void {
    this.item.text = count === 0 ? 'All files read' : `${String(count)} ${count === 1 ? 'file' : 'files'} not readable`;
    this.item.detail =
      count === 0
        ? ''
        : listedNames(
            uris.map((uri, index) => nameWith(uri, problems[index])),
            namesShown,
          );
    this.item.severity = count === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  }

  dispose(): void {
    this.item.dispose();
  }
}

function nameWith(uri: string, problem: string | undefined): string {
  const name = decodeURIComponent(uri.split('/').at(-1) ?? uri);
  return problem === undefined ? name : `${name} (${problem})`;
}

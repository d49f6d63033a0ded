import { commands, type Disposable, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AddCodeList, type AddCodeListParams, addCodeListRequest } from '../../server/src/protocol/code-lists.js';
import { addCodeListCommand } from '../../server/src/protocol/commands.js';
import type { Background } from './background.js';

/** *Add a Code List…*: the user picks the official file that was downloaded; the server keeps its codes. */
export function registerAddCodeList(
  started: () => Promise<BaseLanguageClient | undefined>,
  background: Background,
): Disposable {
  return commands.registerCommand(addCodeListCommand, async () => {
    const [file] =
      (await window.showOpenDialog({
        title: 'The ICD-10-CM order file, codes file or zip, as CMS offers it for download',
        openLabel: 'Add Code List',
        filters: { 'Code lists': ['txt', 'zip'] },
      })) ?? [];
    if (!file) return;
    const client = await started();
    if (!client) return;
    const params: AddCodeListParams = { uri: file.toString() };
    const added = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'LMN: reading the code list' },
      () => client.sendRequest<AddCodeList>(addCodeListRequest, params),
    );
    background.run(
      'problem' in added
        ? window.showErrorMessage(`LMN: ${added.problem}`)
        : window.showInformationMessage(
            `LMN: ${String(added.count)} codes of fiscal year ${String(added.year)} are known now.`,
          ),
    );
  });
}

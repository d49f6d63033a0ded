import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ShippedFile,
  type ShippedFileParams,
  shippedFileRequest,
  shippedScheme,
} from '../../server/src/protocol/files.js';

/** Opens shipped templates and the standard vocabulary in read-only editors; their text comes from the server, which has them anyway. */
export function provideShippedFiles(startedClient: () => Promise<BaseLanguageClient | undefined>): Disposable {
  return workspace.registerTextDocumentContentProvider(shippedScheme, {
    async provideTextDocumentContent(uri, token) {
      const params: ShippedFileParams = { uri: uri.toString() };
      const file = await (await startedClient())?.sendRequest<ShippedFile | null>(shippedFileRequest, params, token);
      if (file) return file.text;
      throw new Error(`No file of this name ships with LMN: ${uri.path}`);
    },
  });
}

import type { Connection } from 'vscode-languageserver';
import { unreadableFilesNotification, type UnreadableFilesParams } from '../../protocol/files.js';
import type { LmnLanguageServer } from '../services.js';

const filesNamed = 5;

/** Tells our own client which files and folders cannot be read, whenever that changes. */
export function tellUnreadableFiles(connection: Connection, { lmn }: LmnLanguageServer): void {
  const { Background, Files } = lmn.letters;
  let told = '[]';
  Files.onRead(() => {
    const all = [...Files.unreadable];
    const now = JSON.stringify(all);
    if (now === told) return;
    told = now;
    const named = all.slice(0, filesNamed);
    const params: UnreadableFilesParams = {
      count: all.length,
      uris: named.map(([uri]) => uri),
      problems: named.map(([, problem]) => problem),
    };
    Background.run('Telling which files cannot be read', () =>
      connection.sendNotification(unreadableFilesNotification, params),
    );
  });
}

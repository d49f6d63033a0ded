import type { LmnLanguageServer } from '../services.js';
import { LetterWorkspaceManager } from './workspace-manager.js';

/** Looks words up while nobody types, and checks the open letters again where one is wrong. */
export function followSpelling({ lmn, shared }: LmnLanguageServer): void {
  const { DocumentBuilder: builder, WorkspaceManager: manager } = shared.workspace;
  lmn.letters.Dictionary?.follow(builder, () => {
    if (manager instanceof LetterWorkspaceManager) manager.checkAgain();
  });
}

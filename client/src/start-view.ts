import { commands, type Disposable, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import type { Background } from './background.js';

/** A folder of more files than this, and none of them a letter, is about something else. */
const fewFiles = 20;

/**
 * Finds out which of our views the explorer has. The one that says how to begin is in the explorer of a folder without letters, as long as nothing is said and no
 * editor is open; `lmn.templates` where there are any. `onOpened` is called when a letter is opened.
 */
export function registerStartView(background: Background, onOpened: () => void): Disposable[] {
  const hide = () => commands.executeCommand('setContext', 'lmn.isBegun', true);
  const list = () => commands.executeCommand('setContext', 'lmn.hasLetters', true);
  const begin = (document: TextDocument) => {
    if (document.languageId !== 'lmn') return;
    background.run(hide());
    background.run(list());
    onOpened();
  };
  const look = async () => {
    const [letter] = await workspace.findFiles('**/*.lmn', undefined, 1);
    if (letter) await list();
    const others = letter ? [] : await workspace.findFiles('**/*', undefined, fewFiles + 1);
    if (letter || others.length > fewFiles) await hide();
  };
  background.run(look());
  return [
    // There is nothing to list: the view's welcome is all that it shows.
    window.registerTreeDataProvider('lmn.start', {
      onDidChangeTreeData: new EventEmitter<undefined>().event,
      getTreeItem: (item: never) => item,
      getChildren: () => [],
    }),
    workspace.onDidOpenTextDocument(begin),
  ];
}

import { expect } from 'vitest';
import {
  type CodeAction,
  CodeActionTriggerKind,
  type Command,
  type InitializeParams,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllAction, nextGapCommand, selectCommand, showRuleCommand } from '../../server/src/protocol/commands.js';
import { closeFile, folderUri, type OpenFolder, openFile, openFolder } from './folder.js';
import { readMarked } from './marked.js';

/** A folder in an editor that carries out all of our commands, or none. */
export async function actionsFolder(files: Readonly<Record<string, string>> = {}, isOurs = true): Promise<OpenFolder> {
  const folder = await openFolder(files);
  await folder.shared.lsp.LanguageServer.initialize({
    processId: null,
    capabilities: {},
    workspaceFolders: [{ uri: folderUri, name: 'workspace' }],
    ...(isOurs && {
      initializationOptions: { trusted: true, commands: [nextGapCommand, selectCommand, showRuleCommand] },
    }),
  } as InitializeParams);
  return folder;
}

export interface OfferedAction {
  readonly title: string;
  readonly kind: string | undefined;
  readonly isPreferred: boolean;
  /** Rules of the diagnostics that it says it mends. */
  readonly mends: readonly unknown[];
  /** The texts of files after it, by name: that of the file at hand is `x.lmn`. */
  readonly after: Readonly<Record<string, string>>;
  /** What is selected afterwards. */
  readonly selected: string | undefined;
}

/**
 * What is offered at `<|>`, or on what stands between `<|` and `|>`. `only` limits the kinds, as editors do that ask for all of one kind. The
 * text is that of a file `x.lmn`.
 */
export async function actionsIn(
  folder: OpenFolder,
  marked: string,
  only?: string[],
  files: Readonly<Record<string, string>> = {},
): Promise<OfferedAction[]> {
  const { text, offsets, ranges } = readMarked(marked);
  const at = offsets[0] ?? 0;
  const selected = ranges[0] ?? { start: at, end: at };
  const document = await openFile(folder, 'x.lmn', text);
  const { textDocument } = document;
  const found = await folder.lmn.lsp.CodeActionProvider?.getCodeActions(document, {
    textDocument: { uri: textDocument.uri },
    range: { start: textDocument.positionAt(selected.start), end: textDocument.positionAt(selected.end) },
    context: {
      diagnostics: document.diagnostics ?? [],
      triggerKind: CodeActionTriggerKind.Invoked,
      ...(only && { only }),
    },
  });
  await closeFile(folder, document);
  return (found ?? []).map((action) => {
    if (!isAction(action)) throw new Error('A command alone: only actions with edits are expected.');
    const texts = { ...files, 'x.lmn': text };
    const after = Object.fromEntries(
      Object.entries(action.edit?.changes ?? {}).map(([uri, edits]) => {
        const name = uri.slice(folderUri.length + 1) as keyof typeof texts;
        const before = texts[name];
        expect(before, `the text of ${name}`).toBeDefined();
        return [name, applied(before, edits)];
      }),
    );
    return {
      title: action.title,
      kind: action.kind,
      isPreferred: action.isPreferred ?? false,
      mends: (action.diagnostics ?? []).map(({ code }) => code),
      after,
      selected: selectedBy(action.command, after['x.lmn'] ?? ''),
    };
  });
}

function isAction(action: CodeAction | Command): action is CodeAction {
  return typeof action.command !== 'string';
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'lmn', 0, text), [...edits]);
}

function selectedBy(command: Command | undefined, text: string): string | undefined {
  if (!command) return undefined;
  expect(command.command).toBe(selectCommand);
  const [, range] = command.arguments as [string, TextEdit['range']];
  return TextDocument.create('', 'lmn', 0, text).getText(range);
}

/** The action of that title; fails with the titles that there are. */
export function titled(actions: readonly OfferedAction[], title: string): OfferedAction {
  const found = actions.find((action) => action.title === title);
  expect(found, `${title} among ${actions.map((action) => action.title).join(' | ')}`).toBeDefined();
  return found!;
}

/** The text after all fixes that need no asking; the same text where there are none. */
export async function fixedAll(folder: OpenFolder, text: string, only = fixAllAction): Promise<string> {
  const [action] = await actionsIn(folder, text, [only]);
  return action?.after['x.lmn'] ?? text;
}

import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationWith, listWord } from '../../configuration/list-word.js';
import type { Finding } from '../../lint/rule.js';

/** The configuration that counts for a file: its address, and its text where there is one. */
export interface CountingConfig {
  readonly uri: string;
  readonly text: string | undefined;
}

/** Writes a finding's word into the configuration, which is made where there is none. Undefined where the configuration must be mended first, or the editor makes no files. */
export function listWordEdit(
  { rule, listable }: Finding,
  { uri, text }: CountingConfig,
  canCreate: boolean,
): WorkspaceEdit | undefined {
  if (!listable) return undefined;
  const { option, word } = listable;
  if (text === undefined) {
    if (!canCreate) return undefined;
    const start = { line: 0, character: 0 };
    const edits = [{ range: { start, end: start }, newText: configurationWith(rule, option, word) }];
    const file = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
    return { documentChanges: [file, { textDocument: { uri, version: null }, edits }] };
  }
  const change = listWord(text, rule, option, word);
  if (!change) return undefined;
  const document = TextDocument.create(uri, 'json', 0, text);
  const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) };
  return { changes: { [uri]: [{ range, newText: change.text }] } };
}

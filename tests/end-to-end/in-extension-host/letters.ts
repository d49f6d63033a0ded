import {
  type Diagnostic,
  type Extension,
  extensions,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { waitFor } from './wait-for.js';

export function ourExtension(): Extension<unknown> {
  const found = extensions.getExtension('lmn-letters.lmn-letters');
  if (!found) throw new Error('The extension is not there.');
  return found;
}

/** A new letter without a file, in an editor. */
export async function openUntitled(text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'lmn', content: text });
  await window.showTextDocument(document);
  return document;
}

/** A file of the workspace, e.g. `clinic/back.lmn`, in an editor. */
export async function openFile(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(name));
  await window.showTextDocument(document);
  return document;
}

export function uriOf(name: string): Uri {
  const [folder, ...rest] = name.split('/');
  const found = workspace.workspaceFolders?.find((one) => one.name === folder);
  if (!found) throw new Error(`The workspace has no folder ${String(folder)}.`);
  return Uri.joinPath(found.uri, ...rest);
}

/** The finding of a rule in a document, once it is there. */
export function finding(document: TextDocument, rule: string): Promise<Diagnostic> {
  return waitFor(`a finding of ${rule}`, () =>
    languages.getDiagnostics(document.uri).find((one) => ruleOf(one) === rule),
  );
}

/** The rules that have found something in a document so far. */
export function rulesFound(document: TextDocument): string[] {
  return languages.getDiagnostics(document.uri).map(ruleOf);
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

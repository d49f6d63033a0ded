import { expect } from 'vitest';
import { type CompletionItem, type CompletionList, CompletionTriggerKind, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { openText, startEditor } from './editor.js';
import { readMarked } from './marked.js';

/** What our practice knows, for tests of the address book. */
export const clinic = `vocabulary our-clinic "Mesa Pain Clinic"
provider @whitfield
  name: Dana Whitfield
  credentials: MD
provider @okafor
  name: Lee Okafor
evidence @cohen2021
  title: Chronic pain
  authors: Cohen SP
  year: 2021
  conclusion: It helps.
evidence @dowell2022
  title: Opioids
`;

type Files = Readonly<Record<string, string>>;

const servers = new Map<Files, Promise<LmnLanguageServer>>();
const alone: Files = {};

/** A server whose workspace holds these files; one for all tests that name the same object. */
function serverWith(others: Files): Promise<LmnLanguageServer> {
  let server = servers.get(others);
  if (!server) servers.set(others, (server = openAll(others)));
  return server;
}

async function openAll(others: Files): Promise<LmnLanguageServer> {
  const server = await startEditor();
  for (const [name, text] of Object.entries(others)) await openText(server, text, name);
  return server;
}

/** The proposals at the marker `<|>`, in a workspace that holds `others` too; `typed` is the character that asked for them. */
export async function completionsAt(
  marked: string,
  others: Files = alone,
  typed?: string,
): Promise<{ text: string; list: CompletionList }> {
  const { text, offsets } = readMarked(marked);
  const server = await serverWith(others);
  const document = await openText(server, text, 'x.lmn');
  const list = await server.lmn.lsp.CompletionProvider?.getCompletion(document, {
    textDocument: { uri: document.uri.toString() },
    position: document.textDocument.positionAt(offsets[0] ?? 0),
    ...(typed !== undefined && {
      context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed },
    }),
  });
  await server.shared.workspace.DocumentBuilder.update([], [document.uri]);
  return { text, list: list ?? { isIncomplete: false, items: [] } };
}

/** Asserts that these labels, and no others, are proposed, in this order. */
export async function completes(marked: string, labels: readonly string[], others: Files = alone): Promise<void> {
  expect((await completionsAt(marked, others)).list.items.map((item) => item.label)).toEqual(labels);
}

/** Asserts that these labels come first, in this order. */
export async function completesFirst(marked: string, labels: readonly string[], others: Files = alone): Promise<void> {
  const { items } = (await completionsAt(marked, others)).list;
  expect(items.slice(0, labels.length).map((item) => item.label)).toEqual(labels);
}

/** The text after a proposal has been accepted, tab stops as snippets have them. */
export async function accepted(marked: string, label: string, others: Files = alone): Promise<string> {
  const { text, list } = await completionsAt(marked, others);
  return apply(text, itemOf(list, label));
}

export async function documentationOf(marked: string, label: string, others: Files = alone): Promise<string> {
  const { documentation } = itemOf((await completionsAt(marked, others)).list, label);
  return typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
}

function itemOf(list: CompletionList, label: string): CompletionItem {
  const item = list.items.find((one) => one.label === label);
  if (!item) throw new Error(`No proposal "${label}" among: ${list.items.map((one) => one.label).join(', ')}`);
  return item;
}

/** Accepts a proposal in a text. */
export function apply(text: string, item: CompletionItem): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x.lmn', 'lmn', 0, text), [item.textEdit as TextEdit]);
}

import {
  commands,
  type Disposable,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  Selection,
  SnippetString,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { newCaseFromCommand } from '../../server/src/protocol/coverage.js';
import { newCaseCommand, newPolicyCommand, newTemplateCommand } from '../../server/src/protocol/commands.js';
import {
  type KindChoice,
  kindsRequest,
  type NewCase,
  newCaseRequest,
  type NewCaseParams,
  type NewPolicy,
  type NewPolicyParams,
  newPolicyRequest,
  type TemplateChoice,
  templatesRequest,
} from '../../server/src/protocol/new-files.js';
import type { Background } from './background.js';
import type { TemplatesItem } from './templates/templates-view.js';

/** *New Case…*, *New Template…* and *New Policy…*, in the palette and under File > New File; above an empty file, to begin it. */
export function registerNewFileCommands(
  startedClient: () => Promise<BaseLanguageClient | undefined>,
  background: Background,
): Disposable[] {
  return [
    commands.registerCommand(newCaseCommand, async (uri?: unknown) => newCase(uri, await startedClient(), background)),
    commands.registerCommand(newCaseFromCommand, async (item: TemplatesItem) => {
      const client = await startedClient();
      if (!client || item.is !== 'row' || item.row.name === undefined) return;
      await beginCase({ template: item.row.name, root: item.root }, client, background);
    }),
    commands.registerCommand(newTemplateCommand, async (uri?: unknown) => newTemplate(uri, await startedClient())),
    commands.registerCommand(newPolicyCommand, async (uri?: unknown) => newPolicy(uri, await startedClient())),
  ];
}

interface TemplateItem extends QuickPickItem {
  /** Undefined for a line between kinds. */
  readonly template: TemplateChoice | undefined;
}

async function templateItems(client: BaseLanguageClient): Promise<TemplateItem[]> {
  const choices = await client.sendRequest<readonly TemplateChoice[]>(templatesRequest);
  return choices.flatMap((template, index): TemplateItem[] => {
    const { kind, kindTitle, purpose, name, title, shipped } = template;
    const item = {
      label: title,
      description: [name, shipped ? 'ships with LMN' : ''].filter((part) => part !== '').join(' · '),
      ...(purpose !== '' && { detail: purpose }),
      template,
    };
    if (choices[index - 1]?.kind === kind) return [item];
    const label = kind === '' ? 'of no kind' : kindTitle;
    return [{ label, kind: QuickPickItemKind.Separator, template: undefined }, item];
  });
}

async function newCase(uri: unknown, client: BaseLanguageClient | undefined, background: Background): Promise<void> {
  if (!client) return;
  const items = await templateItems(client);
  const picked = await window.showQuickPick(items, {
    title: 'New Case',
    placeHolder: 'Which letter is it to become?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.template) await beginCase({ template: picked.template.name }, client, background, uri);
}

async function beginCase(
  params: NewCaseParams,
  client: BaseLanguageClient,
  background: Background,
  uri?: unknown,
): Promise<void> {
  const made = await client.sendRequest<NewCase | null>(newCaseRequest, params);
  if (!made) {
    background.run(window.showErrorMessage('LMN: this template is no longer there. Run New Case again.'));
    return;
  }
  await openWith(made.snippet, uri);
}

async function newTemplate(uri: unknown, client: BaseLanguageClient | undefined): Promise<void> {
  const bare = {
    label: 'An empty letter',
    description: 'its own words; letterhead, reference lines, evidence and closing are those of medical-letter',
    template: undefined,
  };
  const items = client ? (await templateItems(client)).filter(({ template }) => template) : [];
  const from = { label: 'a copy to change', kind: QuickPickItemKind.Separator, template: undefined };
  const picked = await window.showQuickPick([bare, ...(items.length > 0 ? [from, ...items] : [])], {
    title: 'New Template',
    placeHolder: 'From what?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  if (picked.template) await copyTemplate(picked.template, uri);
  else await bareTemplate(uri);
}

/** The template's text under another name, which is selected to be typed over: two of one name would leave cases in doubt. */
async function copyTemplate({ uri: source, name }: TemplateChoice, uri: unknown): Promise<void> {
  const text = (await workspace.openTextDocument(Uri.parse(source))).getText();
  const first = /^[ \t]*template[ \t]+/im.exec(text);
  const start = first && text.startsWith(name, first.index + first[0].length) ? first.index + first[0].length : 0;
  const copy = start === 0 ? text : `${text.slice(0, start)}${name}-copy${text.slice(start + name.length)}`;
  const editor = await openEmpty(uri);
  await editor.edit((edit) => {
    edit.insert(editor.document.positionAt(0), copy);
  });
  const { document } = editor;
  const range = new Range(document.positionAt(start), document.positionAt(start === 0 ? 0 : start + name.length + 5));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

async function bareTemplate(uri: unknown): Promise<void> {
  const lines = [
    'template ${1:name-of-template} from medical-letter "${2:Title of the letter}"',
    'for: ${3:new-pa}',
    '',
    '${4:name of a blank} (text): ${5:What to write there.}',
    '---',
    '## Opening',
    'I am writing to ask that you cover [treatment requested] for my patient, [patient name].',
    '',
    '## Patient Information and Medical History #history',
    '$0',
    '',
    '## Earlier Treatments',
    '',
  ];
  await openWith(lines.join('\n'), uri);
}

async function newPolicy(uri: unknown, client: BaseLanguageClient | undefined): Promise<void> {
  if (!client) return;
  const payer = await window.showInputBox({
    title: 'New Policy',
    prompt: "The payer's name, as your cases have it",
    placeHolder: 'Blue Mesa Health Plan',
    validateInput: (text) => (text.trim() === '' ? 'A policy is for the letters to one payer.' : undefined),
  });
  if (payer === undefined) return;
  const choices = await client.sendRequest<readonly KindChoice[]>(kindsRequest);
  const picked = await window.showQuickPick(
    choices.map(({ name, title, purpose }) => ({ label: title, description: name, detail: purpose })),
    {
      title: 'New Policy',
      placeHolder: 'For which letters? With none ticked, for all to this payer',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (!picked) return;
  const params: NewPolicyParams = { payer, kinds: picked.map(({ description }) => description) };
  const { snippet } = await client.sendRequest<NewPolicy>(newPolicyRequest, params);
  await openWith(snippet, uri);
}

async function openWith(snippet: string, uri: unknown): Promise<void> {
  const editor = await openEmpty(uri);
  await editor.insertSnippet(new SnippetString(snippet), editor.document.positionAt(editor.document.getText().length));
}

/** The empty file in whose editor it was asked for, else a new one. */
async function openEmpty(uri: unknown): Promise<TextEditor> {
  const asked = typeof uri === 'string' ? await workspace.openTextDocument(Uri.parse(uri)) : undefined;
  const isEmpty = asked?.getText().trim() === '';
  return window.showTextDocument(asked && isEmpty ? asked : await workspace.openTextDocument({ language: 'lmn' }));
}

import { commands, type Disposable, type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type NewCase,
  newCaseRequest,
  type NewCaseParams,
  type TemplateChoice,
  templatesRequest,
} from '../../server/src/protocol.js';
import type { Background } from './background.js';

/** *New Case…* and *New Template…*, in the palette and under File > New File. */
export function registerNewFileCommands(
  currentClient: () => BaseLanguageClient | undefined,
  background: Background,
): Disposable[] {
  return [
    commands.registerCommand('lmn.newCase', () => newCase(currentClient(), background)),
    commands.registerCommand('lmn.newTemplate', newTemplate),
  ];
}

interface TemplateItem extends QuickPickItem {
  readonly template: string;
}

async function newCase(client: BaseLanguageClient | undefined, background: Background): Promise<void> {
  if (!client) return;
  const choices = await client.sendRequest<readonly TemplateChoice[]>(templatesRequest);
  const items = choices.map(({ name, title, kind, shipped }): TemplateItem => ({
    label: title,
    description: [kind, shipped ? 'ships with LMN' : ''].filter((part) => part !== '').join(' · '),
    detail: name,
    template: name,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'New Case',
    placeHolder: 'Which letter is it to become?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const made = await client.sendRequest<NewCase | null>(newCaseRequest, {
    template: picked.template,
  } satisfies NewCaseParams);
  if (!made) {
    background.run(window.showErrorMessage('LMN: this template is no longer there. Run New Case again.'));
    return;
  }
  await openWith(made.snippet);
}

async function newTemplate(): Promise<void> {
  const lines = [
    'template ${1:name-of-template} "${2:Title of the letter}"',
    'for: ${3:new-pa}',
    '',
    '${4:name of a blank} (text): ${5:What to write there.}',
    '---',
    '[letterhead]',
    '',
    '[date]',
    '',
    '[insurance payer]',
    '[insurance address]',
    '',
    '**RE: Letter of Medical Necessity for [patient name]**',
    '',
    'To Whom It May Concern,',
    '',
    '## Patient Information and Medical History #history',
    '$0',
    '',
    'Sincerely,',
    '',
    '[signature]',
    '',
  ];
  await openWith(lines.join('\n'));
}

async function openWith(snippet: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'lmn' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import type { EditorWindow } from '../support/editor-window.js';
import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const repository = {
  'templates/base.lmn': 'template our-letter from medical-letter "Our letter"\n---\n',
  'templates/pump.lmn':
    'template pump-letter from our-letter "Insulin pumps"\nfor: dme\npump (text): Which.\n---\n## Opening\nPlease cover [pump].\n',
  'templates/old.lmn': 'template old-letter "Nobody writes this"\nfor: dme\n---\n## Opening\nWords.\n',
  'policies/mesa.lmn':
    'policy mesa-104 "Pumps"\npayer: Blue Mesa Health Plan\nfor: dme\nas of: 2020-01-15\nsource: MP-104\nrequire date: 1: A date.\n',
  'cases/one.lmn': 'case pump-letter\n',
};

/** Unfolds the view, and gives it. */
async function openView(vscode: EditorWindow): Promise<Locator> {
  const pane = vscode.page.locator('.pane', {
    has: vscode.page.locator('.pane-header', { hasText: 'Letter Templates' }),
  });
  await pane.locator('.pane-header').click();
  return pane;
}

const row = (pane: Locator, label: string | RegExp) => pane.locator('.monaco-list-row', { hasText: label }).first();

inVscode('lists templates by kind, and follows the files', repository, async (vscode) => {
  const pane = await openView(vscode);
  await row(pane, /^Equipment.*2 templates/).waitFor();
  await row(pane, /^Insulin pumps.*1 case/).waitFor();
  await row(pane, /^Nobody writes this.*not used/).waitFor();
  await row(pane, /^Policies.*1 to look at/).waitFor();
  const label = await row(pane, 'Insulin pumps').getAttribute('aria-label');
  expect(label).toContain('template, Insulin pumps, 1 case');
  writeFileSync(join(vscode.folder.path, 'cases/two.lmn'), 'case pump-letter\n');
  await row(pane, /^Insulin pumps.*2 cases/).waitFor();
  await row(pane, 'Insulin pumps').click();
  await vscode.tab('pump.lmn').waitFor();
  await row(pane, 'Insulin pumps').locator('.monaco-tl-twistie').click();
  await row(pane, 'two.lmn').dblclick();
  await vscode.tab('two.lmn').waitFor();
  await vscode.waitForText(/^case pump-letter\n/);
});

inVscode('begins a case of a template in the list', repository, async (vscode) => {
  const pane = await openView(vscode);
  const pumps = row(pane, 'Insulin pumps');
  await pumps.hover();
  await pumps.getByRole('button', { name: 'New Case of This Template' }).click();
  await vscode.waitForText(/^case pump-letter\n[^]*\npump: /);
});

inVscode('says how to begin where there is no template', { 'words.lmn': 'vocabulary words\n' }, async (vscode) => {
  const pane = await openView(vscode);
  await pane.getByText('No template, kind of letter or policy').waitFor();
  await pane.getByRole('button', { name: 'New Template…' }).last().click();
  await vscode.entry('An empty letter').waitFor();
});

inVscode('shows the report, whose links open files', repository, async (vscode) => {
  await vscode.run('LMN: Show Report on Templates');
  await vscode.webview.getByRole('heading', { name: 'what this folder covers' }).waitFor();
  await vscode.webview.getByText('3 templates, 1 case.').waitFor();
  const scripts = await vscode.webview.locator('script').count();
  expect(scripts).toBe(0);
  // In the colors of the editor, whatever those of the system are.
  await vscode.run('Preferences: Color Theme');
  await vscode.answer('Dark Modern');
  await vscode.pick('Dark Modern');
  const paper = () => vscode.webview.locator('body').evaluate('getComputedStyle(document.body).backgroundColor');
  await expect.poll(paper, { timeout: 20_000 }).toBe('rgb(31, 31, 31)');
  writeFileSync(join(vscode.folder.path, 'cases/two.lmn'), 'case pump-letter\n');
  await vscode.webview.getByText('3 templates, 2 cases.').waitFor();
  await vscode.webview.getByRole('link', { name: 'pump-letter' }).first().click();
  await vscode.tab('pump.lmn').waitFor();
  await vscode.waitForText(/^template pump-letter/);
});

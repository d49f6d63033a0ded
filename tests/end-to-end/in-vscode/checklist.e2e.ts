import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator } from 'playwright-core';
import { expect, vi } from 'vitest';
import { type EditorWindow } from '../support/editor-window.js';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import { sample } from '../support/samples.js';

// A whole letter is written by hand.
vi.setConfig({ testTimeout: 240_000 });
useBrowser();

const patience = { timeout: 30_000, interval: 50 };

/** Prints what its kind asks for and nothing else, so that who answers the checklist has the letter. */
const template = `template our-appeal "An appeal of our own"
for: appeal-1
---
[letterhead]

[date]

[insurance payer]

RE: Appeal for [patient name], born [patient date of birth], member ID [insurance member id], claim [denial claim number]

## Request
On [denial date] you denied [denial item], given on [treatment requested dates of service]. Please overturn this decision and approve [treatment requested].

### [denial reason]
[denial reason answer]

## History #history
The notes of the earlier treatments are enclosed.

## Condition #condition
The diagnosis is [diagnosis] ([diagnosis code]).

## Treatment #treatment
What you denied is what the diagnosis needs.

## Closing
Please call me at [provider phone].

Sincerely,

[signature]
`;

const clinic = { 'our-clinic.lmn': sample('our-clinic.lmn'), 'our-appeal.lmn': template };

/** What is typed for a line of the checklist; one that asks for several facts comes once for each. */
const answers: readonly (readonly [line: string, value: string])[] = [
  ['patient name', 'Darnell Whitaker'],
  ['patient date of birth', '1979-08-30'],
  ['insurance member id', 'SAMPLE0000734'],
  ['diagnosis', 'class 3 obesity'],
  ['diagnosis', 'E66.813'],
  ['treatment requested dates of service', '2026-10-05'],
  ['treatment requested', 'sleeve gastrectomy'],
  ['denial date', '2026-10-20'],
  ['denial item', 'sleeve gastrectomy'],
  ['denial claim number', 'CL-0000-912'],
  ['denial reason: The reasons', 'No program is documented.'],
  ['every denial reason', 'A physician supervised it.'],
];

/** Lines of the checklist that are required and stand so. */
function required(vscode: EditorWindow, state: string): Locator {
  return vscode.webview
    .locator(`#ask-list li[data-state="${state}"]`, { hasNotText: '(recommended)' })
    .locator('button[data-to="letter"]');
}

inVscode('an appeal from New Case to PDF, with the checklist as the only guide', clinic, async (vscode) => {
  await vscode.openLetter('our-appeal.lmn');
  await vscode.run('LMN: New Case…');
  await vscode.answer('An appeal of our own');
  await vscode.pick('An appeal of our own');
  await vscode.waitForText(/^case our-appeal\n/);
  await vscode.press('Escape', 'Control+s');
  // The name that VS Code proposes is that of its first line.
  const name = vscode.page.locator('.quick-input-widget input.input').first();
  await expect.poll(() => name.inputValue(), patience).toMatch(/our-appeal\.lmn$/);
  await vscode.press('Enter');
  await vscode.tab('case our-appeal.lmn').waitFor();
  await vscode.run('LMN: Show What Is Asked of the Letter');
  const open = required(vscode, 'open');
  await open.first().waitFor();

  // The keyboard is where the first thing to mend is.
  const focused = vscode.webview.locator('#ask-list button:focus');
  await expect.poll(() => focused.textContent(), patience).toContain('patient name');
  await vscode.press('Enter');
  const left = [...answers];
  const stands = vscode.webview.locator('#ask-list');
  while ((await open.count()) > 0) {
    const line = (await open.first().textContent()) ?? '';
    const next = left.findIndex(([begins]) => line.startsWith(begins));
    const [answer] = next < 0 ? [] : left.splice(next, 1);
    if (!answer) throw new Error(`Nothing more is known to write for: ${line}`);
    if (left.length < answers.length - 1) await open.first().click();
    await vscode.waitForSelection();
    const before = await stands.textContent();
    await vscode.type(answer[1]);
    await expect.poll(() => stands.textContent(), patience).not.toBe(before);
    // The last letters that were typed are on the paper.
    await vscode.webview.locator('#paper', { hasText: onPaper(answer[1]) }).waitFor();
  }
  expect(left).toEqual([]);

  await vscode.status('Ready: Export').click();
  await vscode.pick('PDF');
  await expect.poll(() => name.inputValue(), patience).toMatch(/\.pdf$/);
  await vscode.press('Enter');
  await vscode.page.locator('.notifications-toasts .notification-list-item', { hasText: 'is written.' }).waitFor();
  const [file = ''] = readdirSync(vscode.folder.path).filter((one) => one.endsWith('.pdf'));
  const { stdout } = spawnSync('pdftotext', ['-layout', join(vscode.folder.path, file), '-'], { encoding: 'utf8' });
  for (const [, value] of answers) expect(stdout).toContain(onPaper(value));
  expect(stdout).not.toContain('DRAFT');
});

/** Days print with the month as a word. */
function onPaper(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  return year === undefined ? value : `${month === '10' ? 'October' : 'August'} ${String(Number(day))}, ${year}`;
}

inVscode(
  'from a line to its clause, from the paper to its lines, and folded it stays folded',
  { 'pain.lmn': sample('chronic-pain-continuation.lmn'), ...clinic, 'policy.lmn': sample('blue-mesa-mp-104.lmn') },
  async (vscode) => {
    await vscode.openLetter('pain.lmn');
    await vscode.run('LMN: Show What Is Asked of the Letter');
    const clause = vscode.webview.getByRole('button', { name: 'Clause of Section 3.2' });
    await clause.click();
    await vscode.tab('policy.lmn').waitFor();
    await vscode.status('Ln 13,').waitFor();

    const atCursor = vscode.webview.locator('#ask-list li[aria-current]');
    await vscode.webview.locator('#paper [data-at]', { hasText: 'SAMPLE' }).last().click();
    await expect.poll(() => atCursor.first().textContent(), patience).toContain('insurance member id');

    const list = vscode.webview.locator('#ask-list');
    await vscode.webview.locator('#checklist summary').click();
    await list.waitFor({ state: 'hidden' });
    await vscode.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
    await vscode.press('Control+F4');
    await vscode.tab('pain.lmn').click();
    await vscode.run('LMN: Open Preview to the Side');
    await vscode.webview.locator('#checklist summary').waitFor();
    await list.waitFor({ state: 'hidden' });
    await vscode.webview.locator('#checklist summary').click();
    await list.waitFor();
  },
);

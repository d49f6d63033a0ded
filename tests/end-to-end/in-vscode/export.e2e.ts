import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type EditorWindow } from '../support/editor-window.js';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import { sample, shortCase } from '../support/samples.js';

useBrowser();

const patience = { timeout: 20_000, interval: 50 };
const letter = 'chronic-pain-continuation.lmn';
const complete = {
  [letter]: sample(letter),
  'our-clinic.lmn': sample('our-clinic.lmn'),
  'policy.lmn': sample('blue-mesa-mp-104.lmn'),
};
const name = 'chronic-pain-continuation 2026-11-21 BM-0000-4417';
const unfinished = sample('incomplete/chronic-pain-continuation.lmn');

/** Takes the name that the save dialog proposes, once it is the one that is expected. */
async function saveAs(vscode: EditorWindow, proposed: string): Promise<void> {
  await expect
    .poll(() => vscode.page.locator('.quick-input-widget input.input').first().inputValue(), patience)
    .toBe(join(vscode.folder.path, proposed));
  await vscode.press('Enter');
}

/** Shows the letter of the active editor, and takes a format from the title bar of the paper. */
async function exportFromPreview(vscode: EditorWindow, format: string): Promise<void> {
  await vscode.run('LMN: Open Preview to the Side');
  await vscode.webview.locator('#paper section').first().waitFor();
  await vscode.page.locator('.tab', { hasText: 'Preview' }).click();
  await vscode.page.locator('.editor-actions a[aria-label^="Export Letter"]').click();
  await vscode.pick(format);
}

async function waitForMessage(vscode: EditorWindow, text: string): Promise<void> {
  await vscode.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first().waitFor();
}

function bytesOf(vscode: EditorWindow, file: string): Buffer {
  return readFileSync(join(vscode.folder.path, file));
}

/** The text of each page, as another program reads it. */
function pagesOf(vscode: EditorWindow, file: string): string[] {
  const path = join(vscode.folder.path, file);
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.split('\f').slice(0, -1);
}

describe('a letter that lacks nothing', () => {
  inVscode('becomes a PDF from the palette', complete, async (vscode) => {
    await vscode.openLetter(letter);
    await vscode.run('LMN: Export as PDF…');
    await saveAs(vscode, `${name}.pdf`);
    await waitForMessage(vscode, `${name}.pdf is written.`);
    expect(bytesOf(vscode, `${name}.pdf`).subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pagesOf(vscode, `${name}.pdf`);
    expect(pages.join('\n')).toContain('Elena Marquez');
    expect(pages.join('\n')).not.toContain('DRAFT');
    // Nothing unfinished is left beside it.
    expect(readdirSync(vscode.folder.path).filter((file) => !file.endsWith('.lmn'))).toEqual([`${name}.pdf`]);
  });

  inVscode('becomes a Word file from the title bar of its preview', complete, async (vscode) => {
    await vscode.openLetter(letter);
    await exportFromPreview(vscode, 'Word');
    await saveAs(vscode, `${name}.docx`);
    await waitForMessage(vscode, `${name}.docx is written.`);
    expect(bytesOf(vscode, `${name}.docx`).subarray(0, 2).toString()).toBe('PK');
  });

  inVscode('is exported as a draft where that is asked for, from the tools of its editor', complete, async (vscode) => {
    await vscode.openLetter(letter);
    const tools = vscode.page.locator('.editor-group-container.active .editor-actions');
    await tools.getByRole('button', { name: 'Export Letter…' }).click();
    await vscode.pick('PDF, as a draft');
    await saveAs(vscode, `DRAFT ${name}.pdf`);
    await waitForMessage(vscode, `DRAFT ${name}.pdf is written, as a draft.`);
    for (const page of pagesOf(vscode, `DRAFT ${name}.pdf`)) expect(page).toContain('DRAFT');
  });

  inVscode('leads to the written file', complete, async (vscode) => {
    await vscode.openLetter(letter);
    await vscode.run('LMN: Export as HTML…');
    await saveAs(vscode, `${name}.html`);
    await waitForMessage(vscode, `${name}.html is written.`);
    expect(vscode.folder.read(`${name}.html`)).toContain('Elena Marquez');
    const message = vscode.page.locator('.notifications-toasts .notification-list-item', { hasText: 'is written.' });
    // Served from another computer, and without an extension that shows such files, "Open" would show their bytes.
    expect(await message.getByRole('button', { name: 'Open', exact: true }).count()).toBe(0);
    await message.getByRole('button', { name: 'Reveal in Explorer' }).click();
    await vscode.page
      .locator('.explorer-folders-view .monaco-list-row.selected', { hasText: `${name}.html` })
      .waitFor();
  });
});

describe('a letter with something open', () => {
  inVscode('is not exported: Enter goes to where it is to be written', { 'a.lmn': shortCase }, async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.run('LMN: Export as Word…');
    const list = vscode.page.locator('.quick-input-widget');
    await list.locator('.quick-input-title', { hasText: /^Not ready to send: \d+ things are open$/ }).waitFor();
    await list.locator('.monaco-list-row', { hasText: 'patient date of birth: not given' }).first().waitFor();
    await vscode.answer('date of birth');
    await vscode.press('Enter');
    await vscode.waitForText(/\n {2}date of birth: \[/);
    await vscode.waitForSelection();
    await vscode.type('1968-04-09');
    await vscode.waitForLine('  date of birth: 1968-04-09');
    expect(readdirSync(vscode.folder.path)).toEqual(['a.lmn']);
  });

  inVscode(
    'goes to the first thing where nothing else is picked, from the preview',
    { 'a.lmn': shortCase },
    async (vscode) => {
      await vscode.openLetter('a.lmn');
      await exportFromPreview(vscode, 'PDF');
      await vscode.page.locator('.quick-input-title', { hasText: 'Not ready to send' }).waitFor();
      await vscode.press('Enter');
      await vscode.waitForSelection();
      // The paper stays in sight beside the text.
      await vscode.webview.locator('#paper section').first().waitFor();
      expect(readdirSync(vscode.folder.path)).toEqual(['a.lmn']);
    },
  );

  inVscode('is exported as a draft, and says so on every page', { 'a.lmn': unfinished }, async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.run('LMN: Export as PDF…');
    await vscode.pick('Export a draft');
    await saveAs(vscode, 'DRAFT chronic-pain-continuation.pdf');
    await waitForMessage(vscode, 'DRAFT chronic-pain-continuation.pdf is written, as a draft: 24 things are open.');
    const pages = pagesOf(vscode, 'DRAFT chronic-pain-continuation.pdf');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('DRAFT');
  });
});

inVscode(
  'offers Word where a PDF cannot print a name',
  { ...complete, [letter]: complete[letter].replace('Elena Marquez', 'אלנה מרקס') },
  async (vscode) => {
    await vscode.openLetter(letter);
    await vscode.run('LMN: Export as PDF…');
    await waitForMessage(vscode, 'a PDF cannot print all of this letter (patient name: Hebrew letters');
    await vscode.page.locator('.notifications-toasts').getByRole('button', { name: 'Export as Word…' }).click();
    await saveAs(vscode, `${name}.docx`);
    await waitForMessage(vscode, `${name}.docx is written.`);
    expect(existsSync(join(vscode.folder.path, `${name}.pdf`))).toBe(false);
  },
);

inVscode('asks before it replaces what somebody has gone on writing in', complete, async (vscode) => {
  await vscode.openLetter(letter);
  await vscode.run('LMN: Export as Word…');
  await saveAs(vscode, `${name}.docx`);
  await waitForMessage(vscode, `${name}.docx is written.`);
  appendFileSync(join(vscode.folder.path, `${name}.docx`), 'the doctor was here');
  await vscode.run('LMN: Export as Word…');
  await saveAs(vscode, `${name}.docx`);
  await vscode.page.locator('.quick-input-widget', { hasText: 'already exists' }).waitFor();
  await vscode.press('Enter');
  await vscode.page.locator('.monaco-dialog-box', { hasText: 'was changed since it was exported' }).waitFor();
  // Enter twice must not cost anybody their work.
  await vscode.press('Enter');
  await saveAs(vscode, `${name} 2.docx`);
  await waitForMessage(vscode, `${name} 2.docx is written.`);
  expect(bytesOf(vscode, `${name}.docx`).toString('latin1')).toContain('the doctor was here');
  expect(existsSync(join(vscode.folder.path, `${name} 2.docx`))).toBe(true);
});

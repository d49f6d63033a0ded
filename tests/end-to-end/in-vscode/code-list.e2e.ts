import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, inject } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

// What is added is the user's, and would hold in the windows of the next tests.
afterEach(() => {
  rmSync(join(inject('vscodeHome'), 'state', 'lmn', 'codes'), { recursive: true, force: true });
});

const order = [
  ['M54', 0, 'Dorsalgia'],
  ['M541', 0, 'Radiculopathy'],
  ['M5415', 1, 'Radiculopathy, thoracolumbar region'],
  ['M5416', 1, 'Radiculopathy, lumbar region'],
  ['M5450', 1, 'Low back pain, unspecified'],
] as const;

/** The columns of the order file, as CMS offers it. */
const orderFile = order
  .map(([code, billable, text], i) =>
    [String(i + 1).padStart(5, '0'), code.padEnd(7), String(billable), text.padEnd(60), text].join(' '),
  )
  .join('\r\n');

const letter = 'case\ndate: 2026-03-02\ndiagnosis: back pain\n  code: ';

inVscode(
  'adds a code list, and completes, explains and mends codes by it',
  { 'a.lmn': letter, 'downloads/icd10cm-order-2026.txt': orderFile },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.run('LMN: Add a Code List');
    await vscode.entry('downloads').waitFor();
    await vscode.answer(join(vscode.folder.path, 'downloads', '/'));
    await vscode.pick('icd10cm-order-2026.txt');
    await vscode.page.getByText('LMN: 5 codes of fiscal year 2026 are known now.').first().waitFor();

    await vscode.goTo(4, 9);
    await vscode.type('lumbar rad');
    const proposal = await vscode.suggest('M54.16');
    await proposal.getByText('Radiculopathy, lumbar region').first().waitFor();
    await proposal.click();
    await vscode.waitForText(`${letter}M54.16`);

    await vscode.word('M54.16').hover();
    const hover = vscode.hover.filter({ hasText: 'ICD-10-CM, fiscal year 2026' });
    await hover.filter({ hasText: 'Radiculopathy, lumbar region' }).first().waitFor();

    await vscode.press('Backspace', 'Backspace', 'Backspace');
    await vscode.type('.1');
    await vscode.suggest('M54.15');
    await vscode.press('Escape');
    await vscode.waitForText(`${letter}M54.1`);
    await vscode.run('View: Toggle Problems');
    await vscode.problems.filter({ hasText: 'This code is a category.' }).first().waitFor();
    await vscode.focusEditor();
    await vscode.word('M54.1').hover();
    await vscode.hover.filter({ hasText: 'M54.15: Radiculopathy, thoracolumbar region' }).first().waitFor();
    await vscode.fix('Write M54.16: Radiculopathy, lumbar region');
    await vscode.waitForText(`${letter}M54.16`);
    await vscode.problems.filter({ hasText: 'This code is a category.' }).waitFor({ state: 'detached' });
  },
);

inVscode(
  'holds a letter that is open against a list that the command line adds to the workspace',
  { 'a.lmn': `${letter}M54.1`, 'downloads/icd10cm-order-2026.txt': orderFile },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.run('View: Toggle Problems');
    await vscode.problems.filter({ hasText: 'This case has no letter' }).first().waitFor();
    const cli = resolve(import.meta.dirname, '../../../dist/cli.cjs');
    const words = ['codes', 'add', '--workspace', 'downloads/icd10cm-order-2026.txt'];
    const { status, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: vscode.folder.path });
    expect(status, String(stderr)).toBe(0);
    await vscode.problems.filter({ hasText: 'This code is a category.' }).first().waitFor();
  },
);

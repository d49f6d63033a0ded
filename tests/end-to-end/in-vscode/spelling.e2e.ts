import { expect } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const letter = 'case\n---\n## History\nThe tretament at Qorvath faild.\n';

inVscode(
  'hints at a misspelled word, mends it, and learns another',
  { 'a.lmn': letter, 'lmn.config.json': '{}\n' },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await expect.poll(() => vscode.squiggle('hint').count(), { timeout: 30_000 }).toBe(2);
    await vscode.goTo(4, 7);
    await vscode.fix('Write "treatment"');
    await vscode.waitForText(letter.replace('tretament', 'treatment'));
    await expect.poll(() => vscode.squiggle('hint').count(), { timeout: 30_000 }).toBe(1);
    await vscode.goTo(4, 29);
    await vscode.fix('Add this word to those of the workspace');
    await expect.poll(() => vscode.folder.read('lmn.config.json'), { timeout: 30_000 }).toContain('"faild"');
    await expect.poll(() => vscode.squiggle('hint').count(), { timeout: 30_000 }).toBe(0);
  },
);

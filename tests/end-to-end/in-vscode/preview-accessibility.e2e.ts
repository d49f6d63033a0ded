import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import { sample } from '../support/samples.js';

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Results {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}

inVscode(
  'the preview has no accessibility violation that axe knows, in a light, a dark and a high contrast theme',
  {
    'a.lmn': sample('incomplete/chronic-pain-continuation.lmn'),
    'our-clinic.lmn': sample('our-clinic.lmn'),
    'policy.lmn': sample('blue-mesa-mp-104.lmn'),
  },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.run('LMN: Open Preview to the Side');
    await vscode.webview.locator('#gap-list button').first().waitFor();
    await vscode.webview.locator('#ask-list button').first().waitFor();
    for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast']) {
      await vscode.run('Preferences: Color Theme');
      await vscode.answer(theme);
      await vscode.pick(theme);
      await vscode.webview
        .locator(`body[data-vscode-theme-id="Default ${theme}"], body[data-vscode-theme-name="${theme}"]`)
        .waitFor({ state: 'attached' });
      const frame = await (await vscode.webview.locator('body').elementHandle()).ownerFrame();
      // As text for the debugger to run: the page's own policy lets no script in but its own.
      await frame?.evaluate(axe);
      const { violations, passes } = (await frame?.evaluate('axe.run()')) as Results;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    }
  },
);

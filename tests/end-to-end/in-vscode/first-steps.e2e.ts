import { expect } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

inVscode('says in an empty folder how to begin', { '.gitignore': '\n' }, async (vscode) => {
  const welcome = vscode.page.locator('.pane', { hasText: /letters of medical necessity/i });
  await welcome.locator('.pane-header').click();
  await welcome.getByText('Open the Sample Clinic').waitFor();
  await welcome.getByText('Begin a Case').click();
  await vscode.answer('General letter of medical necessity');
  await vscode.pick('General letter of medical necessity');
  await vscode.waitForText(/^case general-medical-necessity\n/);
});

inVscode('asks above an empty file what it is to be', { 'a.lmn': '' }, async (vscode) => {
  await vscode.openFile('a.lmn');
  await vscode.lens('Begin a template…').click();
  await vscode.answer('Continuation of chronic pain management');
  await vscode.pick('Continuation of chronic pain management');
  await vscode.waitForText(/^template chronic-pain-continuation-copy from medical-letter "/);
  await vscode.waitForSelection();
  await vscode.tab('a.lmn').waitFor();
});

const ready = 'case short\ndate: 2026-11-21\npain: lower back\nprovider: Dana Whitfield\n---\n';
const short =
  'template short "A short letter"\npain (text): Where.\n---\nThe pain is in the [pain].\n## History\nIt began early.\n';

inVscode(
  'exports from the status bar and from above the case, and begins a section',
  { 'a.lmn': ready, 't.lmn': short },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.lens('Write a section in my words…').click();
    await vscode.pick('History');
    await vscode.waitForText(/\n---\n\n?## History\nIt began early\.\n*$/);
    await vscode.waitForSelection();
    await vscode.type('It began late.');
    await vscode.status('Ready: Export').click();
    await vscode.entry('Word').waitFor();
    await vscode.press('Escape');
    await vscode.lens('Export').click();
    await vscode.entry('Word').waitFor();
    await vscode.press('Escape');
    await vscode.goTo(3, 7);
    await vscode.press('Shift+End', 'Delete');
    await vscode.status('2 of 3 facts').waitFor();
  },
);

inVscode(
  'copies a file that ships into the folder',
  { 'a.lmn': 'case general-medical-necessity\n' },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.goTo(1, 10);
    await vscode.press('F12');
    await vscode.lens('Copy into my folder to change it').click();
    await vscode.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'general-medical-necessity' })
      .waitFor();
    await vscode.page.locator('.tab.active .monaco-icon-label', { hasText: 'general-medical-necessity.lmn' }).waitFor();
    await vscode.lens('Copy into my folder to change it').waitFor({ state: 'detached' });
    await vscode.press('Control+End');
    await vscode.type('Ours.');
    await vscode.save();
  },
);

/** What the test asks of the page of a picture: it is not compiled with a page's types. */
interface PageWindow {
  getComputedStyle(element: unknown): { readonly fill: string };
  readonly document: { readonly body: { readonly classList: { contains(name: string): boolean } } };
}

inVscode('leads through the first steps in five, with a picture each', { 'read-me.txt': '' }, async (vscode) => {
  // Beside the files there is no room for the pictures.
  await vscode.press('Control+b');
  await vscode.openWalkthrough('Write a letter of medical necessity');
  const steps = vscode.page.locator('.getting-started-step');
  await expect.poll(() => steps.count(), { timeout: 20_000 }).toBe(5);
  // An editor has the theme's background, a sheet of paper is white in every theme. The window may have kept another theme.
  const editor = /^light: rgb\(255, 255, 255\)$|^dark: rgb\((\d|[1-4]\d), \d+, \d+\)$/;
  const paper = /: rgb\(255, 255, 255\)$/;
  const pictures: readonly (readonly [title: string, first: RegExp])[] = [
    ['Begin a case', editor],
    ['Fill in what is missing', editor],
    ['See the letter as you type', editor],
    ['Export it when it is ready', paper],
  ];
  for (const [title, first] of pictures) {
    await steps.filter({ hasText: title }).first().click();
    await vscode.page.locator('.getting-started-media').waitFor();
    const sheet = vscode.webview.locator('svg rect').first();
    await expect
      .poll(
        () =>
          sheet.evaluate((rect) => {
            const page = globalThis as unknown as PageWindow;
            const isDark = ['vscode-dark', 'vscode-high-contrast'].some((name) =>
              page.document.body.classList.contains(name),
            );
            return `${isDark ? 'dark' : 'light'}: ${page.getComputedStyle(rect).fill}`;
          }),
        { timeout: 20_000 },
      )
      .toMatch(first);
  }
  await steps.filter({ hasText: 'Begin a case' }).first().click();
  await vscode.page.locator('.getting-started-step.expanded').getByText('Begin a Case', { exact: true }).last().click();
  await vscode.answer('General letter of medical necessity');
  await vscode.pick('General letter of medical necessity');
  await vscode.waitForText(/^case general-medical-necessity\n/);
});

inVscode('copies the sample clinic to where one says, and opens a letter of it', { 'a.txt': '' }, async (vscode) => {
  await vscode.run('LMN: Open the Sample Clinic');
  const input = vscode.page.locator('.quick-input-widget input.input').first();
  await expect.poll(() => input.inputValue(), { timeout: 20_000 }).toContain(vscode.folder.path);
  await vscode.page.locator('.quick-input-widget').getByText('Copy Here').click();
  await vscode.tab('chronic-pain-continuation.lmn').waitFor();
  await vscode.status('Ready: Export').waitFor();
  expect(vscode.folder.read('lmn-sample-clinic/our-clinic.lmn')).toContain('vocabulary');
});

import { expect } from 'vitest';
import { type Locator } from 'playwright-core';
import { type EditorWindow } from '../support/editor-window.js';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import { sample, shortCase } from '../support/samples.js';

useBrowser();

const patience = { timeout: 20_000, interval: 50 };
const letter = 'chronic-pain-continuation.lmn';
const clinic = { 'our-clinic.lmn': sample('our-clinic.lmn'), 'policy.lmn': sample('blue-mesa-mp-104.lmn') };
const complete = { [letter]: sample(letter), ...clinic };

async function openPreview(vscode: EditorWindow, name: string): Promise<Locator> {
  await vscode.openLetter(name);
  await vscode.run('LMN: Open Preview to the Side');
  const paper = vscode.webview.locator('#paper');
  await paper.locator('section').first().waitFor();
  await vscode.focusEditor();
  return paper;
}

/** What these tests touch of an element: they are not compiled with a page's types. */
interface PageElement {
  scrollTop: number;
  scrollIntoView(): void;
}

/** How far down a part of a webview's page is scrolled. */
function scrollTop(part: Locator): Promise<number> {
  return part.evaluate((element) => (element as unknown as PageElement).scrollTop);
}

/** The line that the cursor is in, from 1, as the status bar says it. */
async function waitForCursor(vscode: EditorWindow, line: number): Promise<void> {
  await expect
    .poll(async () => vscode.page.locator('.statusbar-item', { hasText: /^Ln / }).first().textContent(), patience)
    .toMatch(new RegExp(`^Ln ${String(line)}, `));
}

inVscode('shows what is typed on the paper', { 'a.lmn': shortCase }, async (vscode) => {
  const paper = await openPreview(vscode, 'a.lmn');
  await paper.getByText('She has 18 headache days a month.').waitFor();
  await vscode.goTo(7, 34);
  await waitForCursor(vscode, 7);
  await vscode.type(' Nothing helps.');
  await paper.getByText('She has 18 headache days a month. Nothing helps.').waitFor();
});

inVscode(
  'goes from what is missing to where it is to be written, and makes the line',
  { 'a.lmn': shortCase },
  async (vscode) => {
    await openPreview(vscode, 'a.lmn');
    const counts = vscode.webview.locator('#counts');
    await expect.poll(() => counts.textContent(), patience).toMatch(/^\d+ of \d+ facts$/);
    const gap = vscode.webview.locator('#gap-list button', { hasText: 'patient date of birth' });
    await gap.focus();
    await vscode.press('Enter');
    await vscode.waitForText(/\n {2}date of birth: \[/);
    await vscode.waitForSelection();
    await vscode.type('1968-04-09');
    await vscode.waitForLine('  date of birth: 1968-04-09');
    await gap.waitFor({ state: 'detached' });
    await vscode.webview.locator('#paper').getByText('April 9, 1968').waitFor();
  },
);

inVscode('selects what a click on the paper prints: in the case, and in the template', complete, async (vscode) => {
  const paper = await openPreview(vscode, letter);
  await paper.getByText('Elena Marquez', { exact: true }).first().click();
  await waitForCursor(vscode, 16);
  await vscode.tab(letter).and(vscode.page.locator('.active')).waitFor();
  await paper.getByText('I am writing to ask that').first().click();
  await vscode
    .tab('chronic-pain-continuation.lmn')
    .and(vscode.page.locator('[title*="lmn-shipped"], .active'))
    .first()
    .waitFor();
  await expect
    .poll(async () => (await vscode.lines()).join('\n'), patience)
    .toContain('I am writing to ask that [insurance payer]');
  // The paper still shows the case that it was clicked on.
  await paper.getByText('Elena Marquez', { exact: true }).first().waitFor();
});

inVscode('leaves the focus in the text after a click on the paper, on a slow machine too', complete, async (vscode) => {
  const paper = await openPreview(vscode, letter);
  const session = await vscode.page.context().newCDPSession(vscode.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  for (const printed of ['Elena Marquez', 'In spring 2026', 'Elena Marquez', 'In spring 2026', 'Elena Marquez']) {
    await paper.getByText(printed).first().click();
    await vscode.page.waitForTimeout(2000); // word of the click comes to VS Code late, and nothing tells when it has come
    await vscode.page.locator('.editor-group-container.active .monaco-editor').waitFor();
  }
});

inVscode('marks what the cursor is in, also after edits', { 'a.lmn': shortCase }, async (vscode) => {
  const paper = await openPreview(vscode, 'a.lmn');
  await vscode.goTo(4, 10);
  await waitForCursor(vscode, 4);
  await expect.poll(() => paper.locator('.at-cursor').allTextContents(), patience).toContain('Ana Ruiz');
  await vscode.press('End', ...Array<string>(4).fill('Backspace'));
  await vscode.type('Lopez');
  await expect.poll(() => paper.locator('.at-cursor').allTextContents(), patience).toContain('Ana Lopez');
});

inVscode('scrolls the paper to the cursor, and the text to what is read', complete, async (vscode) => {
  const paper = await openPreview(vscode, letter);
  const desk = vscode.webview.locator('#desk');
  const top = () => scrollTop(desk);
  expect(await top()).toBe(0);
  await vscode.press('Control+End', 'ArrowUp');
  await expect.poll(top, patience).toBeGreaterThan(200);
  await vscode.goTo(4, 10);
  await vscode.editor.locator('.view-line', { hasText: 'case chronic-pain-continuation' }).waitFor();
  await expect.poll(top, patience).toBeLessThan(200);
  await paper
    .getByText('In spring 2026')
    .first()
    .evaluate((element) => {
      (element as unknown as PageElement).scrollIntoView();
    });
  await vscode.editor
    .locator('.view-line', { hasText: 'case chronic-pain-continuation' })
    .waitFor({ state: 'detached' });
});

inVscode('begins a section in my words from the paper, and exports from its tools', complete, async (vscode) => {
  const paper = await openPreview(vscode, letter);
  await paper.getByRole('heading', { name: 'Medical Necessity for Continuation' }).click({ button: 'right' });
  await vscode.page.locator('.monaco-menu .action-item', { hasText: 'in My Words' }).first().click();
  await expect
    .poll(async () => (await vscode.lines()).join('\n'), patience)
    .toMatch(/## Medical Necessity for Continuation\nIf this care were stopped/);
  await vscode.waitForSelection();
  await vscode.type('She would lose her work.');
  await paper.getByText('She would lose her work.').waitFor();
  await vscode.webview.locator('#export').click();
  await vscode.entry('Word').waitFor();
});

inVscode('comes back after a reload, at its place', complete, async (vscode) => {
  await openPreview(vscode, letter);
  const desk = vscode.webview.locator('#desk');
  await desk.evaluate((element) => {
    (element as unknown as PageElement).scrollTop = 400;
  });
  await vscode.page.waitForTimeout(8000); // VS Code in a browser writes its state down every five seconds, and shows no sign of it
  await vscode.page.reload();
  await vscode.webview.locator('#paper').getByText('Elena Marquez').first().waitFor();
  await expect.poll(() => scrollTop(desk), patience).toBeGreaterThan(200);
});

inVscode(
  'follows the editor, unless it is locked',
  { 'a.lmn': shortCase, 'b.lmn': shortCase.replace('Ana Ruiz', 'Ben Okafor') },
  async (vscode) => {
    const paper = await openPreview(vscode, 'a.lmn');
    await vscode.openLetter('b.lmn');
    await paper.getByText('Ben Okafor').first().waitFor();
    await vscode.webview.locator('#lock').click();
    await vscode.webview.locator('#lock[aria-pressed=true]').waitFor();
    await vscode.run('View: Focus First Editor Group');
    await vscode.openLetter('a.lmn');
    await vscode.run('LMN: Open Preview to the Side');
    await vscode.webview.locator('#paper').getByText('Ana Ruiz').first().waitFor();
    await vscode.page.locator('.tab', { hasText: '[Preview] b.lmn' }).click();
    await vscode.webview.locator('#paper').getByText('Ben Okafor').first().waitFor();
  },
);

inVscode('keeps the paper white in every theme', { 'a.lmn': shortCase }, async (vscode) => {
  const paper = await openPreview(vscode, 'a.lmn');
  for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light Modern']) {
    await vscode.run('Preferences: Color Theme');
    await vscode.answer(theme);
    await vscode.pick(theme);
    const colors = () =>
      paper.evaluate((element) => {
        const page = globalThis as unknown as {
          getComputedStyle(element: unknown): { backgroundColor: string; color: string };
        };
        const { backgroundColor, color } = page.getComputedStyle(element);
        return [backgroundColor, color];
      });
    await expect.poll(colors, patience).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  }
});

inVscode(
  'shows the text of a hostile case, runs nothing of it and asks nobody for anything',
  {
    'a.lmn': shortCase
      .replace('Ana Ruiz', '<img src="https://example.org/a.png" onerror="alert(1)">')
      .replace(
        'She has',
        '<script>alert(2)</script> ![x](https://example.org/b.png) [link](javascript:alert(3)) She has',
      ),
  },
  async (vscode) => {
    const requests: string[] = [];
    vscode.page.on('request', (request) => requests.push(request.url()));
    vscode.page.on('dialog', (dialog) => {
      requests.push(dialog.message());
      void dialog.dismiss();
    });
    const paper = await openPreview(vscode, 'a.lmn');
    await paper.getByText('<img src="https://example.org/a.png" onerror="alert(1)">').first().waitFor();
    await paper.getByText('<script>alert(2)</script>').waitFor();
    expect(await paper.locator('img, script, iframe, [onerror], a[href^="javascript"]').count()).toBe(0);
    expect(
      requests.filter(
        (request) => !/^(?:https?:\/\/127\.0\.0\.1|https:\/\/[^/]*vscode-cdn\.net|data:|blob:)/.test(request),
      ),
    ).toEqual([]);
  },
);

inVscode('hides who the patient is, also from what is copied', { 'a.lmn': shortCase }, async (vscode) => {
  const paper = await openPreview(vscode, 'a.lmn');
  await paper.getByText('Ana Ruiz').first().waitFor();
  await vscode.webview.locator('#mask').click();
  await paper.getByText('Ana Ruiz').first().waitFor({ state: 'detached' });
  await paper.getByText('‹patient name›').first().waitFor();
  expect(await vscode.webview.locator('body').innerHTML()).not.toMatch(/Ana|Ruiz/);
});

inVscode('copies the letter with its layout, and as plain text', complete, async (vscode) => {
  const paper = await openPreview(vscode, letter);
  await paper.getByText('Elena Marquez').first().waitFor();
  await vscode.webview.locator('#copy').click();
  await vscode.webview.locator('#notice', { hasText: 'The letter is copied.' }).waitFor();
  const read = `navigator.clipboard.read().then(async ([item]) => (await item.getType('text/html')).text())`;
  const html = await vscode.page.evaluate<string>(read);
  expect(html).toMatch(/<h2[^>]*>Clinical History and Current Status<\/h2>/);
  expect(html).toMatch(/<li[^>]*>[^<]*chronic pain syndrome/);
  expect(html).not.toMatch(/data-at|class=|<script|vscode/);
  await vscode.webview.locator('#copy-text').click();
  await expect
    .poll(() => vscode.page.evaluate<string>('navigator.clipboard.readText()'), patience)
    .toMatch(/^ *Mesa Pain Clinic\n[^<]*\nRE: /);
});

inVscode('takes the marks away, and makes the paper larger', { 'a.lmn': shortCase }, async (vscode) => {
  const paper = await openPreview(vscode, 'a.lmn');
  const gap = paper.locator('.gap').first();
  const color = () =>
    gap.evaluate((element) => {
      const page = globalThis as unknown as { getComputedStyle(element: unknown): { backgroundColor: string } };
      return page.getComputedStyle(element).backgroundColor;
    });
  expect(await color()).toBe('rgb(255, 229, 143)');
  await vscode.webview.locator('#plain').click();
  await expect.poll(color, patience).toBe('rgba(0, 0, 0, 0)');
  const width = async () => (await vscode.webview.locator('#sheet').boundingBox())?.width ?? 0;
  const before = await width();
  await vscode.webview.locator('#zoom-in').click();
  await expect.poll(width, patience).toBeGreaterThan(before);
  await vscode.webview.locator('#zoom-fit').click();
  await expect.poll(width, patience).toBeCloseTo(before, 0);
});

inVscode('shows a template with values that are made up', { 'a.lmn': shortCase }, async (vscode) => {
  const paper = await openPreview(vscode, 'a.lmn');
  await vscode.goTo(1, 12);
  await vscode.press('F12');
  await vscode.tab('general-medical-necessity.lmn').waitFor();
  await paper.getByText('Sample Patient').first().waitFor();
  await vscode.webview.locator('#values', { hasText: 'made-up values' }).waitFor();
});

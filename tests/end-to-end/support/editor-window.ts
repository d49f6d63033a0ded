import { expect } from 'vitest';
import { errors, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { type FreshFolder } from './fresh-folder.js';

/** Seldom needed: CI's machines are slow, not for ever. */
const patience = { timeout: 30_000, interval: 50 };

/** VS Code as a person has it in front of them: what can be seen, and what hands can do. Everything waits until it is there. */
export class EditorWindow {
  constructor(
    readonly page: Page,
    readonly folder: FreshFolder,
  ) {}

  /** The editor that has the focus, or had it last. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Opens a file of the folder from the explorer, to stay. */
  async openFile(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await this.tab(name).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
    await this.focusEditor();
  }

  /** Opens a letter, and waits until its language server has read it: the first parts of its outline stand above the text then. */
  async openLetter(name: string): Promise<void> {
    await this.openFile(name);
    await this.page.locator('.editor-group-container.active .monaco-breadcrumb-item').nth(1).waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator(`.tab[data-resource-name="${name}"]`);
  }

  async focusEditor(): Promise<void> {
    await this.page
      .locator(
        '.editor-group-container.active .monaco-editor textarea, .editor-group-container.active .monaco-editor .native-edit-context',
      )
      .first()
      .focus();
  }

  /** Runs a command by its title in the palette, e.g. `LMN: New Case…`. Right after the start it may not be in the list yet. */
  async run(title: string): Promise<void> {
    const entry = this.entry(title);
    await expect
      .poll(async () => {
        await this.press('F1');
        await this.answer(`>${title}`);
        if (await isSeen(entry)) return true;
        await this.press('Escape');
        return false;
      }, patience)
      .toBe(true);
    await entry.click();
  }

  /** Writes into the box at the top: a palette's, or one in which something is asked. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input').first();
    await input.waitFor();
    await input.fill(text);
  }

  /** Picks the first entry with this text of the list under that box. */
  async pick(label: string): Promise<void> {
    await this.entry(label).click();
  }

  /** An entry of that list. */
  entry(label: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  }

  /** Opens the walkthrough of an extension by its title: right after the start VS Code may not list it yet. */
  async openWalkthrough(title: string): Promise<void> {
    await expect
      .poll(async () => {
        await this.run('Welcome: Open Walkthrough...');
        if (await isSeen(this.entry(title))) return true;
        await this.press('Escape');
        return false;
      }, patience)
      .toBe(true);
    await this.pick(title);
    await this.page.locator('.getting-started-step.expanded').waitFor();
  }

  /** Types as a person does, key by key; what the editor adds by itself comes too. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 25 });
  }

  /** Pastes a text as if it had been copied elsewhere. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.press('Control+v');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the cursor to a column of a line, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.press('Control+g');
    await this.answer(`:${String(line)}:${String(column)}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The lines of the editor that are in view. */
  async lines(): Promise<string[]> {
    const lines = await this.editor.locator('.view-lines .view-line').all();
    const placed = await Promise.all(
      lines.map(async (line) => ({
        top: parseFloat((await line.getAttribute('style'))?.match(/top: *([\d.]+)/)?.[1] ?? '0'),
        text: ((await line.textContent()) ?? '').replaceAll('\u00a0', ' '),
      })),
    );
    return placed.sort((a, b) => a.top - b.top).map(({ text }) => text);
  }

  /** Waits until what is in view of the editor is this text, or matches. */
  async waitForText(text: string | RegExp): Promise<void> {
    const shown = expect.poll(async () => (await this.lines()).join('\n'), patience);
    await (typeof text === 'string' ? shown.toBe(text) : shown.toMatch(text));
  }

  async waitForLine(line: string): Promise<void> {
    await expect.poll(() => this.lines(), patience).toContain(line);
  }

  /** Words of the active editor, e.g. to point at. */
  word(text: string): Locator {
    return this.editor.locator('.view-line span span', { hasText: text }).first();
  }

  /** Words above a line that can be clicked. */
  lens(title: string): Locator {
    return this.editor.locator('.codelens-decoration a', { hasText: title }).first();
  }

  /** An entry of the status bar. */
  status(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** Waits until something is selected, for the next key to type over, as the status bar says. */
  async waitForSelection(): Promise<void> {
    await this.page
      .locator('.statusbar-item', { hasText: /^Ln .* selected\)/ })
      .first()
      .waitFor();
  }

  async save(): Promise<void> {
    await this.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** What a webview shows, e.g. a preview. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** Asks for proposals at the cursor until one with this text is there: right after the start nobody answers yet. */
  async suggest(label: string): Promise<Locator> {
    const suggestion = this.suggestions.filter({ hasText: label }).first();
    await expect
      .poll(async () => {
        if (await suggestion.isVisible()) return true;
        await this.press('Escape', 'Control+Space');
        return isSeen(suggestion);
      }, patience)
      .toBe(true);
    return suggestion;
  }

  get hover(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden)');
  }

  /** A squiggle under a word of the active editor. */
  squiggle(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Asks for quick fixes and other actions at the cursor until one with this text is on offer, and takes it. */
  async fix(label: string | RegExp): Promise<void> {
    const action = this.page.locator('.action-widget .monaco-list-row.action', { hasText: label }).first();
    await expect
      .poll(async () => {
        if (await action.isVisible()) return true;
        await this.press('Escape', 'Control+.');
        return isSeen(action);
      }, patience)
      .toBe(true);
    await action.click();
  }

  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }
}

async function isSeen(locator: Locator): Promise<boolean> {
  try {
    await locator.waitFor({ timeout: 2000 });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

import morphdom from 'morphdom';
import type { AskState, ListedAsk, ListedAsks } from '../../server/src/preview-protocol.js';
import { say } from './host.js';

/** How a line stands, for the eye and in words. */
const states: Readonly<Record<AskState, readonly [mark: string, words: string]>> = {
  met: ['\u2713', 'met'],
  'nothing against it': ['\u2713', 'nothing against it'],
  waived: ['~', 'waived'],
  unclear: ['?', 'cannot be told'],
  unprinted: ['\u25cb', 'given, not printed'],
  open: ['\u25cb', 'open'],
  'not met': ['\u2717', 'not met'],
  'does not apply': ['\u2013', 'does not apply'],
  'in time': ['\u2713', 'in time'],
  past: ['\u2717', 'past'],
  'to know': ['i', 'to know'],
};

/** Those that a reader who asks for the checklist wants to see first. */
const toDo: ReadonlySet<AskState> = new Set(['not met', 'open', 'unprinted', 'unclear', 'past']);

/**
 * What is asked of the letter, above the paper: a list for each of those who ask, with how the letter stands to each line. It can be folded; the arrow keys go from line to
 * line, and Tab from a line to its clause and out of the list.
 */
export class AskList {
  /** The line that Tab comes to. */
  private current = 0;
  /** What the extension knows of the folding: a fold of its own is not to be told back. */
  private isFolded = false;
  private isWanted = false;

  constructor(
    private readonly counts: HTMLElement,
    private readonly panel: HTMLElement,
    private readonly fold: HTMLDetailsElement,
    private readonly list: HTMLElement,
  ) {
    fold.addEventListener('toggle', () => {
      if (this.isFolded === !fold.open) return;
      this.isFolded = !fold.open;
      say({ type: 'fold', on: this.isFolded });
    });
    list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button)
        say({
          type: 'ask',
          ask: Number(button.dataset['ask']),
          to: button.dataset['to'] === 'clause' ? 'clause' : 'letter',
        });
    });
    list.addEventListener('focusin', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button) this.setCurrent(Number(button.dataset['ask']));
    });
    list.addEventListener('keydown', (event) => {
      this.move(event);
    });
  }

  setFolded(on: boolean): void {
    this.isFolded = on;
    this.fold.open = !on;
  }

  show({ met, total, groups }: ListedAsks): void {
    const words = total === 0 ? '' : `${String(met)} of ${String(total)} criteria`;
    // It is read out when it changes, so it is only touched then.
    if (this.counts.textContent !== words) this.counts.textContent = words;
    this.panel.hidden = groups.length === 0;
    let count = 0;
    const now = document.createElement('div');
    for (const { title, asks } of groups) {
      const heading = element('h3', title);
      const items = document.createElement('ul');
      items.setAttribute('aria-label', title);
      for (const ask of asks) items.append(line(ask, count++));
      now.append(heading, items);
    }
    this.current = Math.min(this.current, Math.max(0, count - 1));
    for (const button of now.querySelectorAll('button')) this.setTab(button);
    // What the reader is at keeps the focus, and the list its place.
    morphdom(this.list, now, { childrenOnly: true });
    if (this.isWanted && count > 0) this.showOpen();
  }

  clear(): void {
    this.show({ met: 0, total: 0, groups: [] });
  }

  /** Unfolds the list, and goes to the first line that is to be mended: as soon as there is one. */
  focus(): void {
    this.isWanted = true;
    if (!this.panel.hidden) this.showOpen();
  }

  /** Marks the lines that stand on what the cursor is in, or ask it. */
  mark(asks: readonly number[], reveal: boolean): void {
    const rows = [...this.list.querySelectorAll<HTMLElement>('li')];
    for (const [index, row] of rows.entries()) {
      if (asks.includes(index)) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    const [first] = asks;
    const row = first === undefined ? undefined : rows[first];
    // Only the list scrolls: `scrollIntoView` would move what is around it as well.
    if (!row || !reveal || !this.fold.open) return;
    const list = this.list.getBoundingClientRect();
    const box = row.getBoundingClientRect();
    if (box.top < list.top || box.bottom > list.bottom) this.list.scrollTop += box.top - list.top - list.height / 3;
  }

  private showOpen(): void {
    this.isWanted = false;
    this.fold.open = true;
    const buttons = this.lines();
    const open = buttons.find((button) => toDo.has(button.closest('li')?.dataset['state'] as AskState));
    (open ?? buttons[0])?.focus();
  }

  private move(event: KeyboardEvent): void {
    const buttons = this.lines();
    const to = { ArrowDown: this.current + 1, ArrowUp: this.current - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    buttons[to]?.focus();
    event.preventDefault();
  }

  private setCurrent(ask: number): void {
    this.current = ask;
    for (const button of this.list.querySelectorAll('button')) this.setTab(button);
  }

  private setTab(button: HTMLElement): void {
    button.tabIndex = Number(button.dataset['ask']) === this.current ? 0 : -1;
  }

  private lines(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('button[data-to="letter"]')];
  }
}

function line({ name, words, isRequired, state, why }: ListedAsk, index: number): HTMLElement {
  const [mark, says] = states[state];
  const row = document.createElement('li');
  row.dataset['state'] = state;
  const sign = element('span', mark, 'sign');
  sign.setAttribute('aria-hidden', 'true');
  const asked = button(index, 'letter', words === '' ? name : `${name}: ${words}`);
  const stands = element('span', isRequired ? says : `${says} (recommended)`, 'state');
  const reason = element('span', why === '' ? '' : ` \u2013 ${why}`, 'why');
  const description = document.createElement('span');
  description.id = `ask-${String(index)}`;
  description.append(stands, reason);
  asked.setAttribute('aria-describedby', description.id);
  const clause = button(index, 'clause', 'Clause');
  clause.className = 'clause';
  clause.title = 'Show where it is asked';
  clause.setAttribute('aria-label', `Clause of ${name}`);
  const text = document.createElement('div');
  text.append(asked, ' ', description, ' ', clause);
  row.append(sign, text);
  return row;
}

function button(ask: number, to: string, text: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.dataset['ask'] = String(ask);
  made.dataset['to'] = to;
  made.textContent = text;
  return made;
}

function element(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

import type { LetterPatch, LetterStatus } from '../../server/src/preview-protocol.js';
import { say } from './host.js';

/** What the letter lacks, above the paper: how much of it, and each with the way to where it is to be written. */
export class GapList {
  constructor(
    private readonly counts: HTMLElement,
    private readonly panel: HTMLElement,
    private readonly list: HTMLElement,
  ) {
    list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button) say({ type: 'gap', gap: Number(button.dataset['gap']) });
    });
    list.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event);
    });
  }

  show({ given, total, unwritten, gaps }: LetterStatus, values: LetterPatch['values']): void {
    const facts = total === 0 ? [] : [`${String(given)} of ${String(total)} facts`];
    const sections =
      unwritten === 0 ? [] : [`${String(unwritten)} ${unwritten === 1 ? 'section' : 'sections'} missing`];
    const words = [...facts, ...sections].join(' \u00b7 ') || `${String(gaps.length)} missing`;
    const all = values === 'made-up' ? 'A template' : gaps.length === 0 ? 'Nothing is missing' : words;
    // It is read out when it changes, so it is only touched then.
    if (this.counts.textContent !== all) this.counts.textContent = all;
    this.panel.hidden = gaps.length === 0;
    // Only while the reader is in the list: the focus may long be back in the text.
    const active = document.hasFocus() ? document.activeElement : null;
    const focused = active instanceof HTMLElement ? active.dataset['gap'] : undefined;
    this.list.replaceChildren(...gaps.map((gap, index) => item(gap.what, gap.why, index)));
    if (focused !== undefined) this.buttons()[Math.min(Number(focused), gaps.length - 1)]?.focus();
  }

  clear(): void {
    this.counts.textContent = '';
    this.panel.hidden = true;
    this.list.replaceChildren();
  }

  private move(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  private buttons(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('button')];
  }
}

function item(what: string, why: string, index: number): HTMLElement {
  const entry = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['gap'] = String(index);
  button.textContent = what;
  const reason = document.createElement('span');
  reason.className = 'why';
  reason.textContent = ` ${why}`;
  entry.append(button, reason);
  return entry;
}

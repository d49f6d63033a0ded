/** How the letter looks where it is pasted: Word and mail programs keep styles that stand on the elements themselves, and know no style sheet. */
const styles: readonly (readonly [selector: string, style: string])[] = [
  ['h2', 'font-size: 12pt; font-weight: bold; margin: 10pt 0 3pt'],
  ['h3, h4', 'font-size: 11pt; font-weight: bold; margin: 10pt 0 3pt'],
  ['p', 'margin: 0 0 7pt'],
  ['table', 'border-collapse: collapse; margin: 0 0 8pt'],
  ['th, td', 'border: 0.5pt solid #555555; padding: 2pt 6pt; vertical-align: top'],
  ['th', 'background: #f2f2f2; font-weight: bold'],
  ['.center', 'text-align: center'],
  ['.right', 'text-align: right'],
  ['blockquote', 'margin: 0 24pt 8pt'],
  ['.practice-name', 'font-size: 14pt; font-weight: bold'],
  ['.letterhead', 'text-align: center; border-bottom: 0.5pt solid #000000'],
  ['.signature-line', 'border-bottom: 0.75pt solid #000000; height: 40pt; width: 200pt'],
  ['.gap', 'background: #ffe58f'],
];
const paperStyle =
  "font-family: 'Times New Roman', serif; font-size: 11pt; line-height: 1.25; color: #000000; background: #ffffff";
const keptAttributes: ReadonlySet<string> = new Set(['href', 'src', 'alt', 'start', 'scope', 'style', 'lang', 'dir']);

/** Makes copying from the paper give real lists, tables and headings in the paper's colors, and nothing of the page around it. */
export class PaperClipboard {
  constructor(private readonly paper: HTMLElement) {
    document.addEventListener('copy', (event) => {
      this.copySelection(event);
    });
  }

  /** Copies the whole letter. Rejects where the page may not write to the clipboard. */
  async copyAll(): Promise<void> {
    const html = new Blob([richText(this.paper.cloneNode(true))], { type: 'text/html' });
    const text = new Blob([this.paper.innerText], { type: 'text/plain' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })]);
  }

  private copySelection(event: ClipboardEvent): void {
    const { clipboardData } = event;
    const selection = document.getSelection();
    if (!clipboardData || !selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!this.paper.contains(range.commonAncestorContainer)) return;
    clipboardData.setData('text/html', richText(range.cloneContents()));
    clipboardData.setData('text/plain', String(selection));
    event.preventDefault();
  }
}

/** HTML that needs no style sheet and has none of our marks. */
export function richText(content: Node): string {
  const box = document.createElement('div');
  box.append(...(content instanceof DocumentFragment ? [content] : content.childNodes));
  for (const [selector, style] of styles) {
    for (const element of box.querySelectorAll<HTMLElement>(selector)) {
      const before = element.getAttribute('style');
      element.setAttribute('style', before === null ? style : `${before}; ${style}`);
    }
  }
  for (const element of [...box.querySelectorAll<HTMLElement>('*')]) {
    for (const { name } of [...element.attributes]) if (!keptAttributes.has(name)) element.removeAttribute(name);
    if (element.getAttribute('href')?.startsWith('#')) element.removeAttribute('href');
    const isWrapper =
      element.tagName === 'SPAN' ||
      element.tagName === 'SECTION' ||
      (element.tagName === 'A' && !element.hasAttribute('href'));
    if (isWrapper && !element.hasAttribute('style')) element.replaceWith(...element.childNodes);
  }
  box.setAttribute('style', paperStyle);
  return box.outerHTML;
}

import type { Block, Inline, Item, ResolvedLetter, Signer, TextRun } from '../letter/letter.js';
import { saidOfPenLine } from '../letter/pen-line.js';
import { boxHtml, gapHtml, inlineHtml, referenceId } from './html-inline.js';
import { escapeHtml, type HtmlOptions, marked } from './html-text.js';
import { pictureAddress } from './picture.js';
import { signatureLabel } from './signature-label.js';
import { blockLabel, type PrintedSection, printedSections, printsAsSubject } from './section-print.js';

export type { DataAttributes, HtmlOptions, Marker } from './html-text.js';

/** A section's HTML in parts: whoever shows it puts in only the parts that differ from those before. */
export interface HtmlSection {
  /** Stays the section's own while others come and go. */
  readonly key: string;
  readonly className: string;
  /** Its heading, what is missing as a whole, and its blocks: one element each. */
  readonly blocks: readonly string[];
}

/**
 * A letter's body as HTML, by section: nothing in it is markup but what the prose marks as bold, italic, link, list, table or heading; no address but
 * `https:`, `mailto:`, `data:` pictures and places within the letter.
 */
export function htmlSections(letter: ResolvedLetter, options: HtmlOptions = {}): HtmlSection[] {
  return printedSections(letter).map((printed): HtmlSection => ({
    key: printed.key,
    className: sectionClass(printed),
    blocks: [...blocksHtml(letter, printed, options)],
  }));
}

/** What a style sheet knows a section by. */
export function sectionClass({ section }: PrintedSection): string {
  return section?.kind ?? 'missing';
}

/** A section's HTML, one element at a time: whoever takes one has had all its marks made, and none of the next one's. */
export function* blocksHtml(
  letter: ResolvedLetter,
  printed: PrintedSection,
  options: HtmlOptions = {},
): Generator<string> {
  yield* new HtmlWalk(letter, options, printed).section();
}

export function sectionHtml({ className, blocks }: HtmlSection): string {
  return [`<section class="${className}">`, ...blocks, '</section>'].join('\n');
}

/** A letter's body as one piece of HTML. */
export function renderHtml(letter: ResolvedLetter, options: HtmlOptions = {}): string {
  return htmlSections(letter, options)
    .map((section) => `${sectionHtml(section)}\n`)
    .join('');
}

class HtmlWalk {
  constructor(
    private readonly letter: ResolvedLetter,
    private readonly options: HtmlOptions,
    private readonly printed: PrintedSection,
  ) {}

  *section(): Generator<string> {
    const { section, gaps, blocks, preceding } = this.printed;
    if (section?.heading) yield `<h2${this.headingMark()}>${this.inline(section.heading)}</h2>`;
    for (const gap of gaps) yield `<p>${gapHtml({ kind: 'gap', source: gap.needed, gap }, this.options)}</p>`;
    yield* this.printing(blocks, preceding);
  }

  private headingMark(): string {
    const heading = this.printed.section?.templateSection ?? this.printed.section?.caseSection;
    return heading ? marked(heading.title, this.options) : '';
  }

  private inline(content: readonly Inline[]): string {
    return inlineHtml(content, this.letter, this.options);
  }

  private run(run: TextRun): string {
    return this.inline([run]);
  }

  private block(block: Block, before: Block | undefined): string {
    const mark = marked(block.source, this.options);
    switch (block.kind) {
      case 'paragraph': {
        const subject = printsAsSubject(block, before);
        return `<p${subject ? ' class="subject"' : ''}${mark}>${this.inline(block.content)}</p>`;
      }
      case 'heading':
        return `<h${String(block.level)}${mark}>${this.inline(block.content)}</h${String(block.level)}>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        const start = block.ordered && block.first !== 1 ? ` start="${String(block.first)}"` : '';
        return [`<${tag}${start}${mark}>`, ...block.items.map((item) => this.item(item)), `</${tag}>`].join('\n');
      }
      case 'table':
        return this.table(block, mark);
      case 'quote':
        return `<blockquote${mark}>\n${this.blocks(block.blocks).join('\n')}\n</blockquote>`;
      case 'rule':
        return `<hr${mark}>`;
      case 'letterhead':
        return this.letterhead(block, mark);
      case 'signature':
        return [`<div class="signature"${mark}>`, ...block.signers.map((signer) => this.signer(signer)), '</div>'].join(
          '\n',
        );
      case 'copies':
        return `<div class="copies"${mark}>\n${this.copies(block)}\n</div>`;
      case 'enclosures': {
        const label = blockLabel(block, this.printed);
        const title = label ? [`<p class="label">${this.run(label)}:</p>`] : [];
        const items = block.lines.map((line) => `<li>${this.inline(line)}</li>`);
        return [`<div class="enclosures"${mark}>`, ...title, '<ul>', ...items, '</ul>', '</div>'].join('\n');
      }
      case 'references':
        return this.references(block, mark);
    }
  }

  /** `cc:` before the first, and the others beneath it. */
  private copies(block: Extract<Block, { kind: 'copies' }>): string {
    const label = blockLabel(block, this.printed);
    const before = label ? `<span class="label">${this.run(label)}: </span>` : '';
    return `<p>${before}${block.lines.map((line) => this.inline(line)).join('<br>')}</p>`;
  }

  private blocks(blocks: readonly Block[]): string[] {
    return [...this.printing(blocks)];
  }

  private *printing(blocks: readonly Block[], preceding?: Block): Generator<string> {
    for (const [index, block] of blocks.entries()) {
      const html = this.block(block, blocks[index - 1] ?? preceding);
      if (html !== '') yield html;
    }
  }

  /** An item whose words are one paragraph has them without its own margins; a list may follow them. */
  private item(item: Item): string {
    const [first, ...rest] = item.blocks;
    const tight = first?.kind === 'paragraph' && rest.every((block) => block.kind === 'list');
    const mark = tight ? marked(first.source, this.options) : '';
    const words = tight ? [this.inline(first.content), ...this.blocks(rest)] : this.blocks(item.blocks);
    if (item.checked === undefined) return `<li${mark}>${words.join('')}</li>`;
    return `<li class="task"${mark}>${boxHtml(item.checked, 'box')} ${words.join('')}</li>`;
  }

  private table(block: Extract<Block, { kind: 'table' }>, mark: string): string {
    const align = block.align.map((side) => (side === undefined ? '' : ` class="${side}"`));
    const cell = (content: readonly Inline[], column: number, isHeader: boolean) => {
      const words = this.inline(content);
      const tag = isHeader && words !== '' ? 'th' : 'td';
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${align[column] ?? ''}>${words}</${tag}>`;
    };
    const row = (cells: readonly (readonly Inline[])[], isHeader: boolean) =>
      `<tr>${cells.map((content, column) => cell(content, column, isHeader)).join('')}</tr>`;
    const body = block.rows.length > 0 ? ['<tbody>', ...block.rows.map((cells) => row(cells, false)), '</tbody>'] : [];
    return [`<table${mark}>`, '<thead>', row(block.header, true), '</thead>', ...body, '</table>'].join('\n');
  }

  private letterhead(block: Extract<Block, { kind: 'letterhead' }>, mark: string): string {
    const logo = block.logo && this.picture(block.logo, 'logo', 'Logo');
    const words = block.lines.map((line, index) =>
      index === 0 ? `<span class="practice-name">${this.inline(line)}</span>` : this.inline(line),
    );
    const lines = words.length > 0 ? [`<p>${words.join('<br>')}</p>`] : [];
    return [`<div class="letterhead"${mark}>`, ...(logo === undefined ? [] : [logo]), ...lines, '</div>'].join('\n');
  }

  /** A picture that is there and is one; its path is never printed. */
  private picture(path: TextRun, name: string, alt: string): string | undefined {
    const address = this.options.picture && pictureAddress(path.text, this.options.picture);
    return address === undefined
      ? undefined
      : `<img class="${name}" alt="${escapeHtml(alt)}" src="${address}"${marked(path.source, this.options)}>`;
  }

  private signer(signer: Signer): string {
    const label = signatureLabel(signer);
    const picture = signer.picture && this.picture(signer.picture, 'signature-picture', label);
    const said = signer.field ? saidOfPenLine(signer.field) : 'Line for the signature';
    const line = `<div class="signature-line" role="img" aria-label="${escapeHtml(said)}"></div>`;
    const words = signer.lines.map((line) => this.inline(line)).join('<br>');
    return `<div class="signer">${picture ?? line}${words === '' ? '' : `<p>${words}</p>`}</div>`;
  }

  private references(block: Extract<Block, { kind: 'references' }>, mark: string): string {
    const { references } = this.letter;
    const label = blockLabel(block, this.printed);
    if (references.length === 0) return '';
    const items = references.map(
      ({ number, content }) => `<li id="${referenceId(number)}">${this.inline(content)}</li>`,
    );
    const title = label ? [`<h2>${this.run(label)}</h2>`] : [];
    return [`<div class="references"${mark}>`, ...title, '<ol>', ...items, '</ol>', '</div>'].join('\n');
  }
}

import { placeAt } from '../fixes/head-edits.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import {
  type FieldDeclaration,
  lineAt,
  linesOf,
  type RecordDeclaration,
  resolveName,
  type Schema,
} from '../letter/source.js';
import type { ProseBlock, ProseInline } from '../letter/prose-tree.js';
import { beginningName, partsOf } from '../letter/repetition.js';
import { inContent } from '../letter/visit-prose.js';
import type { SectionSubject, WrittenPlaceholder } from '../letter/written-sections.js';

export const unpairedFields: Rule = {
  id: 'unpaired-fields',
  group: 'structure',
  severity: 'warning',
  subject: 'section',
  summary: 'What is said of each of several records stands in an item, a row or a part that is printed for each.',
  why: 'In a sentence a field of a record that may repeat prints as the series of all: of two such fields nobody can tell which outcome belongs to which treatment. An item, a row or a heading with ### that begins with the blank is printed once for each record, with its own facts.',
  bad: '---\n[prior treatment] was [prior treatment outcome].',
  good: '---\n- [prior treatment] was [prior treatment outcome].',
  check(section, report) {
    checkTitle(section, report);
    new Walk(section, report).blocks(section.tree.blocks, []);
  },
};

/** Whatever may be printed several times: a record, or a field with several values. */
type Repeating = RecordDeclaration | FieldDeclaration;

function repeating(
  name: string | undefined,
  schema: Schema,
): { over: Repeating; record?: RecordDeclaration; field: FieldDeclaration } | undefined {
  const target = name === undefined ? undefined : resolveName(schema, name);
  if (!target || !('field' in target)) return undefined;
  const { field } = target;
  // A count, a sum or a citation is one for all.
  if (field.derived && field.computed?.measure !== 'time' && field.computed?.measure !== 'change') return undefined;
  if (target.kind === 'record field' && target.record.many)
    return { over: target.record, record: target.record, field };
  return field.many ? { over: field, field } : undefined;
}

/** A section is printed once: its heading would hold all of them. */
function checkTitle({ section, placeholders, schema }: SectionSubject, report: Report): void {
  if (!section) return;
  const { title } = section;
  const first = placeholders.find(({ whole }) => whole.start === title.start);
  if (!first || !repeating(first.name.text, schema)) return;
  const { piece } = title;
  const at = lineAt(linesOf(piece), title.start).start;
  const hashes = /^#+/.exec(piece.text.slice(at))?.[0] ?? '';
  report(first.whole, 'A section prints once. With ### its heading and words print for each.', {
    ...(hashes === '##' && {
      fix: { title: 'Write ###', edits: [{ where: placeAt(piece, at), text: '#' }], asks: true as const },
    }),
  });
}

class Walk {
  private readonly byStart: ReadonlyMap<number, WrittenPlaceholder>;

  constructor(
    private readonly section: SectionSubject,
    private readonly report: Report,
  ) {
    this.byStart = new Map(section.placeholders.map((one) => [one.whole.start, one]));
  }

  /** `each`: what the blocks are printed for each of. */
  blocks(blocks: readonly ProseBlock[], each: readonly Repeating[]): void {
    for (const { heading, beneath } of partsOf(blocks)) {
      const within = heading ? this.within(heading.content, each) : each;
      if (heading) this.heading(heading.content, within);
      for (const block of beneath) this.block(block, within);
    }
  }

  private within(content: readonly ProseInline[], each: readonly Repeating[]): readonly Repeating[] {
    const found = repeating(beginningName(content), this.section.schema);
    return found ? [...each, found.over] : each;
  }

  private block(block: ProseBlock, each: readonly Repeating[]): void {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        this.sentences(block.content, each);
        break;
      case 'list':
        for (const item of block.items) {
          const first = item.blocks[0];
          this.blocks(item.blocks, first?.kind === 'paragraph' ? this.within(first.content, each) : each);
        }
        break;
      case 'table':
        for (const row of block.rows) {
          const within = this.within(row[0] ?? [], each);
          for (const cell of row) this.sentences(cell, within);
        }
        break;
      case 'quote':
        this.blocks(block.blocks, each);
        break;
      case 'rule':
        break;
    }
  }

  /** A heading within a section repeats only where it begins with the blank. */
  private heading(content: readonly ProseInline[], each: readonly Repeating[]): void {
    for (const node of inContent(content)) {
      const placeholder = node.kind === 'bracket' ? this.byStart.get(node.start) : undefined;
      const found = repeating(placeholder?.name.text, this.section.schema);
      if (!placeholder || !found || each.includes(found.over)) continue;
      const start = content[0]?.start ?? node.start;
      this.report(placeholder.whole, 'All print in this one heading. Begin it with the blank: it prints for each.', {
        fix: {
          title: 'Begin with the blank',
          edits: [{ where: { piece: placeholder.whole.piece, start, end: node.start }, text: '' }],
          asks: true,
        },
      });
      return;
    }
    this.sentences(content, each);
  }

  private sentences(content: readonly ProseInline[], each: readonly Repeating[]): void {
    const seen = new Map<RecordDeclaration, FieldDeclaration>();
    for (const node of inContent(content)) {
      if (node.kind === 'text' && endsSentence(this.section.prose.piece.text.slice(node.start, node.end))) seen.clear();
      const placeholder = node.kind === 'bracket' ? this.byStart.get(node.start) : undefined;
      const found = repeating(placeholder?.name.text, this.section.schema);
      if (!placeholder || !found?.record || each.includes(found.record)) continue;
      const before = seen.get(found.record);
      if (before && before !== found.field) {
        this.unpaired(placeholder, found.record, content);
        return;
      }
      seen.set(found.record, found.field);
    }
  }

  private unpaired({ whole }: WrittenPlaceholder, record: RecordDeclaration, content: readonly ProseInline[]): void {
    const begins = repeating(beginningName(content), this.section.schema);
    const message = `These do not pair where there are several: begin an item with [${record.name}], which prints for each.`;
    const fix: Fix | undefined =
      begins?.over === record ? itemFix(whole.piece.text, whole, content[0]?.start ?? whole.start) : undefined;
    this.report(whole, message, fix ? { fix } : {});
  }
}

/** The paragraph becomes an item, where it stands at the margin. */
function itemFix(text: string, { piece }: WrittenPlaceholder['whole'], start: number): Fix | undefined {
  const line = lineAt(linesOf(piece), start);
  if (text.slice(line.start, start).replaceAll('*', '') !== '') return undefined;
  return { title: 'Make it an item', edits: [{ where: placeAt(piece, line.start), text: '- ' }], asks: true };
}

function endsSentence(text: string): boolean {
  return /[.!?]["\u201d)]?(?:\s|$)/.test(text);
}

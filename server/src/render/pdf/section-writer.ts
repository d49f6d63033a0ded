import type { Block } from '../../letter/letter.js';
import type { PrintedSection } from '../section-print.js';
import type { Flow } from './flow.js';
import type { Tag } from './pdf-canvas.js';
import type { Column, PdfWriter } from './pdf-writer.js';

/** What blocks are laid out with: a writer within a section. */
export interface SectionWriter extends PdfWriter {
  readonly printed: PrintedSection;
  /** Lays out the blocks within one, such as those of a list's item. */
  readonly layOutBlocks: (flow: Flow, blocks: readonly Block[], column: Column, parent: Tag) => void;
}

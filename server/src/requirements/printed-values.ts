import { contentsOf } from '../letter/block-contents.js';
import { fieldsComputedFrom } from '../letter/computed-facts.js';
import type { Block, Inline, ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { plainText } from '../letter/plain-text.js';
import { type FactValue, type FieldDeclaration, type Piece, type Schema, valueText } from '../letter/source.js';
import { pagesAtLeast } from '../render/estimate-pages.js';
import { remember, rememberBoth } from '../remember.js';
import { foldWords, hasFolded } from './words-in-text.js';

/** The section that prints a value, or that none does. */
type Printer = ResolvedSection | 'reference' | 'none';

/**
 * What a letter says, as far as a reader of the paper can see it. Each question is answered once: many clauses ask the same. Of the letter's last version it takes over where a value
 * was printed, as sections that did not change are the same objects.
 */
export class PrintedLetter {
  private readonly printers = new Map<FactValue, Printer>();
  private readonly words = new Map<string, boolean>();
  private readonly sections: ReadonlySet<ResolvedSection>;
  private readonly before:
    { readonly printers: ReadonlyMap<FactValue, Printer>; readonly sections: ReadonlySet<ResolvedSection> } | undefined;
  private pages: number | undefined;

  constructor(
    private readonly letter: ResolvedLetter,
    last?: PrintedLetter,
  ) {
    this.sections = new Set(letter.sections);
    this.before = last && { printers: last.printers, sections: last.sections };
  }

  /** Whether a value is printed: by a placeholder, a block or a reference, also within a fact that is computed from it. */
  hasValue(value: FactValue, field: FieldDeclaration): boolean {
    let printer = this.printers.get(value);
    if (printer === undefined) this.printers.set(value, (printer = this.printerOf(value, field)));
    return printer !== 'none';
  }

  private printerOf(value: FactValue, field: FieldDeclaration): Printer {
    const { sections, references, case: read } = this.letter;
    const last = this.before?.printers.get(value);
    if (typeof last === 'object' && this.sections.has(last)) return last;
    for (const section of sections) {
      // It did not print it either.
      if (last === 'none' && this.before?.sections.has(section)) continue;
      if (stands(valuesIn(section), value, field) || saidIn(section, read.schema).has(field)) return section;
    }
    return references.some(({ content }) => stands(valuesOf(content), value, field)) ? 'reference' : 'none';
  }

  /** Whether what is computed is printed itself. */
  hasComputed(field: FieldDeclaration): boolean {
    return this.letter.sections.some((section) =>
      section.uses.some(({ target, given }) => given && target && 'field' in target && target.field === field),
    );
  }

  /** Whether the letter prints a block: `criteria`. */
  hasBlock(name: string): boolean {
    return this.letter.sections.some(({ uses }) =>
      uses.some(({ target }) => target?.kind === 'block' && target.block === name),
    );
  }

  /** Whether the letter says these words, be they the template's own. */
  says(words: string): boolean {
    let answer = this.words.get(words);
    if (answer === undefined) {
      answer = sectionSaying(this.letter, words) !== undefined;
      this.words.set(words, answer);
    }
    return answer;
  }

  /** How many pages it has at least, laid out on the usual paper, by an estimate. */
  get pagesAtLeast(): number {
    return (this.pages ??= pagesAtLeast(this.letter));
  }

  /** Whether a section of this role or heading has any words. */
  hasSection(name: string): boolean {
    return sectionNamed(this.letter, name)?.blocks.some(hasText) ?? false;
  }
}

/** The first section that says these words. */
export function sectionSaying({ sections }: ResolvedLetter, words: string): ResolvedSection | undefined {
  return sections.find((section) => hasFolded(wordsIn(section), words));
}

/** The section of this role or heading: of several the first one that has any words. */
export function sectionNamed({ sections }: ResolvedLetter, name: string): ResolvedSection | undefined {
  const norm = foldWords(name).trim();
  const named = sections.filter((section) => section.kind === 'section' && namesOf(section).has(norm));
  return named.find(({ blocks }) => blocks.some(hasText)) ?? named[0];
}

const namesOf = remember(
  ({ roles, title }: ResolvedSection): ReadonlySet<string> => new Set([...roles, foldWords(title).trim()]),
);

/** Where printed values begin in their heads, and what is printed of each field. */
interface Printed {
  readonly starts: ReadonlyMap<Piece, ReadonlySet<number>>;
  readonly texts: ReadonlyMap<FieldDeclaration, ReadonlySet<string>>;
}

/** A value is known by where it begins; of several that are alike, a series prints one. */
function stands({ starts, texts }: Printed, value: FactValue, field: FieldDeclaration): boolean {
  const { piece, start } = value.where;
  return starts.get(piece)?.has(start) === true || texts.get(field)?.has(valueText(value, ' ')) === true;
}

const valuesIn = remember(({ heading = [], blocks }: ResolvedSection): Printed =>
  printedIn([heading, ...blocks.flatMap(contentsOf)]),
);

const valuesOf = remember((content: readonly Inline[]): Printed => printedIn([content]));

/**
 * The fields that a section says in other words than their values: what its computed facts are computed from (*for 38 months* says since when), and
 * choices for which it has words, `{when [urgency] is expedited: …}`.
 */
const saidIn = rememberBoth((section: ResolvedSection, schema: Schema): ReadonlySet<FieldDeclaration> => {
  const fields = new Set<FieldDeclaration>();
  for (const { target, given } of section.uses) {
    if (!given || !target || !('field' in target)) continue;
    if (target.field.type.choices) fields.add(target.field);
    for (const field of fieldsComputedFrom(target, schema)) fields.add(field);
  }
  return fields;
});

const wordsIn = remember(({ heading = [], blocks }: ResolvedSection): string =>
  foldWords([plainText(heading), ...blocks.flatMap(textsIn)].join('\n')),
);

function printedIn(contents: readonly (readonly Inline[])[]): Printed {
  const starts = new Map<Piece, Set<number>>();
  const texts = new Map<FieldDeclaration, Set<string>>();
  const add = (content: readonly Inline[]) => {
    for (const node of content) {
      if ('content' in node) add(node.content);
      else if (node.kind === 'text' && node.field) {
        const { piece, start } = node.source;
        starts.set(piece, (starts.get(piece) ?? new Set()).add(start));
        texts.set(node.field, (texts.get(node.field) ?? new Set()).add(node.text));
      }
    }
  };
  for (const content of contents) add(content);
  return { starts, texts };
}

function textsIn(block: Block): string[] {
  return contentsOf(block).map(plainText);
}

/** Something that a reader would read: a gap alone is none. */
function hasText(block: Block): boolean {
  return block.kind === 'references' || contentsOf(block).some((content) => content.some(isWritten));
}

function isWritten(node: Inline): boolean {
  if (node.kind === 'text') return node.text.trim() !== '';
  return 'content' in node && node.content.some(isWritten);
}

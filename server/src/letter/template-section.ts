import type { Bracket, ProseSource, SectionSource, Word } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import { hasTag } from './heading-tags.js';
import { readProse } from './prose.js';
import { remember, rememberBoth } from '../remember.js';

/**
 * A section of a template with what the templates beneath it say of it: the heading is the lowest one's, tags add up, and the words are the
 * nearest file's that has any. The same object for the same sections.
 */
export interface TemplateSection {
  readonly title: Word;
  readonly titleBrackets: readonly Bracket[];
  readonly tags: readonly Word[];
  /** As the nearest file writes it, be it only its heading. */
  readonly section: SectionSource;
  /** What it stands for without that file. */
  readonly under?: TemplateSection;
}

/** The sections of a template, in the order in which they print: those tagged `#beginning`, then the others. */
export interface TemplateSections {
  readonly beginning: readonly TemplateSection[];
  readonly rest: readonly TemplateSection[];
}

export function sectionsIn({ beginning, rest }: TemplateSections): readonly TemplateSection[] {
  return beginning.length === 0 ? rest : [...beginning, ...rest];
}

/** Words of a section, and what `[template text]` among them stands for. */
export interface SectionWords {
  readonly prose: ProseSource;
  readonly under?: SectionWords;
}

/** A section that stands on none. */
export const loneSection = remember((section: SectionSource): TemplateSection => {
  const { title, titleBrackets, tags } = section;
  return { title, titleBrackets, tags, section };
});

/** A section that takes the place of another one. */
export const sectionOver = rememberBoth((under: TemplateSection, section: SectionSource): TemplateSection => {
  const { title, titleBrackets } = under;
  // What says where a section stands, or that it is taken out, is no tag of its place.
  const own = section.tags.filter(({ text }) => !['omit', 'beginning'].includes(text.toLowerCase()));
  return { title, titleBrackets, tags: [...under.tags, ...own], section, under };
});

/** The words that a template's section prints; undefined where it is taken out. */
export const wordsOf = remember(({ section, under }: TemplateSection): SectionWords | undefined => {
  if (!under) return { prose: section.prose };
  if (hasTag(section, 'omit')) return undefined;
  const inherited = wordsOf(under);
  if (!hasWords(section)) return inherited;
  return { prose: section.prose, ...(inherited && { under: inherited }) };
});

/** True where anything is written: a heading with nothing beneath it stands for the words of what it replaces. */
export function hasWords({ prose }: Pick<SectionWords, 'prose'>): boolean {
  return readProse(prose).blocks.length > 0;
}

/** The brackets of words, with those of what they stand over where they ask for that. */
export function bracketsOf({ prose, under }: SectionWords): readonly Bracket[] {
  const isAsked = under && prose.brackets.some(({ kind }) => kind === 'template text');
  return isAsked ? [...prose.brackets, ...bracketsOf(under)] : prose.brackets;
}

/** True for a place in a section's heading, as the lowest template writes it. */
export function isInHeading({ title }: TemplateSection, { piece, start }: Span): boolean {
  return piece === title.piece && start < title.end;
}

/** The section of the lowest template, whose heading prints. */
export function lowestOf({ section, under }: TemplateSection): SectionSource {
  return under ? lowestOf(under) : section;
}

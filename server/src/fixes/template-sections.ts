import type { ResolvedLetter } from '../letter/letter.js';
import type { SectionSource, SourceFile, Span } from '../letter/source.js';
import { insertSections } from './insert-text.js';
import type { Fix } from '../lint/rule.js';
import { templateLayout } from '../letter/template-layout.js';
import { sectionsIn, type TemplateSection } from '../letter/template-section.js';

/** The headings of some sections, for a message: templates' headings name no patient. */
export function namedList(sections: readonly TemplateSection[]): string {
  const titles = sections.map((section) => `"${section.title.text}"`);
  return titles.length > 5 ? `${titles.slice(0, 5).join(', ')} and ${titles.length - 5} more` : titles.join(', ');
}

/** Where a case's section lets its template speak: at its `[template text]`; undefined where it has nothing but its heading. */
export function templateTextIn({ prose, piece }: SectionSource): Span | undefined {
  const bracket = prose.brackets.find(({ kind }) => kind === 'template text');
  return bracket && { piece, start: bracket.start, end: bracket.end };
}

/**
 * Adds sections of the template to its case, each where the letter prints it: before the next section of the template that the case has,
 * else at the end. `proseOf` gives what stands under the heading.
 */
export function addTemplateSections(
  letter: ResolvedLetter,
  file: SourceFile,
  sections: readonly TemplateSection[],
  proseOf: (section: TemplateSection) => string,
): Fix['edits'] {
  const own = new Map<TemplateSection | undefined, SectionSource>();
  for (const { templateSection, caseSection } of letter.sections)
    if (caseSection) own.set(templateSection, caseSection);
  const order = sectionsIn(templateLayout(letter.case));
  const groups = new Map<SectionSource | undefined, string[]>();
  for (const section of sections) {
    const later = order.slice(order.indexOf(section) + 1).find((one) => own.has(one));
    const before = later && own.get(later);
    const text = `## ${section.title.text}\n${proseOf(section)}`;
    groups.set(before, [...(groups.get(before) ?? []), text]);
  }
  return [...groups].map(([before, texts]) => insertSections(file, texts, before));
}

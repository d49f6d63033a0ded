import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import type { FileSubject } from '../letter/subjects.js';
import type { Lack } from '../letter/lacks.js';
import { insertMissing } from './insert-missing.js';
import { missingFacts } from '../analysis/missing-facts.js';
import type { Fix } from '../lint/rule.js';
import { promptFor, writtenProse } from './section-prompts.js';
import { addTemplateSections } from './template-sections.js';
import { isInHeading, type TemplateSection } from '../letter/template-section.js';

/**
 * Writes a line for every fact that a letter lacks, and every section that its case has still to write, in the order in which the letter needs
 * them. Only adds; undefined where there is nothing to add.
 */
export function fillIn(subject: FileSubject): Fix | undefined {
  const { letter, file } = subject;
  if (!letter) return undefined;
  const facts = insertMissing(missingFacts(subject), subject)?.edits ?? [];
  const texts = sectionsToWrite(letter);
  const sections =
    texts.size === 0 ? [] : addTemplateSections(letter, file, [...texts.keys()], (one) => texts.get(one) ?? '');
  const edits = [...facts, ...sections];
  return edits.length > 0 ? { title: 'Fill in what is missing', edits, asks: true } : undefined;
}

/** Whether what the letter lacks is of the kinds that are filled in; a case that names no template begins with what every letter needs. */
export function isFilledIn(lack: Lack): boolean {
  switch (lack.kind) {
    case 'fact':
    case 'section':
    case 'unwritten':
      return true;
    case 'template':
      return lack.name === '';
    case 'unknown':
    case 'condition':
    case 'citation':
      return false;
  }
}

/** The template's sections that the case does not have and must, with what is put under their headings. */
function sectionsToWrite({ sections, sectionProblems }: ResolvedLetter): Map<TemplateSection, string> {
  // A heading that is nearly the template's is there already: adding another would double it.
  const near = new Set(sectionProblems.map((problem) => problem.nearest));
  const texts = new Map<TemplateSection, string>();
  for (const section of sections) {
    const { templateSection, caseSection } = section;
    if (!templateSection || caseSection || near.has(templateSection.title.text)) continue;
    const text = textFor(section, templateSection);
    if (text !== undefined) texts.set(templateSection, text);
  }
  return texts;
}

function textFor({ gaps, roles }: ResolvedSection, template: TemplateSection): string | undefined {
  if (gaps.some((gap) => gap.kind === 'unwritten' && !isInHeading(template, gap.needed))) return writtenProse(template);
  return gaps.some((gap) => gap.kind === 'section') ? promptFor(roles) : undefined;
}

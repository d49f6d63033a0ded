import { cutFromLine } from '../fixes/insert-text.js';
import type { Report, Rule } from '../lint/rule.js';
import type { ResolvedLetter, SectionProblem } from '../letter/letter.js';
import { type ProseSource, rangeOf, type SectionSource, type SourceFile, type Span } from '../letter/source.js';
import { type FileSubject, isUnfounded } from '../letter/subjects.js';
import { hasWords, type TemplateSection, wordsOf } from '../letter/template-section.js';
import { templateSections } from '../letter/file-context.js';
import { lostTemplateText } from './checks/lost-template-text.js';
import { problemsUponBase } from '../letter/upon-base.js';

export const nothingReplaced: Rule = {
  id: 'nothing-replaced',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  needs: 'template',
  summary: '[template text] and #omit stand where the template has a section.',
  why: "[template text] stands for the prose of the template's section that a case replaces, and #omit leaves such a section out. Where the template has none, they do nothing, which is seldom what was meant.",
  bad: {
    'case.lmn': 'case request\n---\n## A Word on Cost\n[template text]\n\nThis costs less than surgery.',
    'request.lmn': 'template request\n---\n## Evidence\nTwo trials support this treatment.',
  },
  good: {
    'case.lmn': 'case request\n---\n## Evidence\n[template text]\n\nA third one appeared this year.',
    'request.lmn': 'template request\n---\n## Evidence\nTwo trials support this treatment.',
  },
  check(subject, report) {
    const { file, letter } = subject;
    if (file.kind === 'template') checkTemplate(subject, report);
    // Of a template that is not there nobody knows which sections it has.
    if (letter && !isUnfounded(subject)) checkCase(letter, file, report);
  },
};

const notWithinWords = "The template's text cannot stand within other words. Put [template text] on a line of its own.";

/** In a template that stands on another one they do what they do in a case. */
function checkTemplate(subject: FileSubject, report: Report): void {
  if (isUnfounded(subject)) return;
  const { file } = subject;
  const meant = templateSections(subject);
  const bracketsIn = (prose: ProseSource | undefined) =>
    (prose?.brackets ?? []).flatMap(({ kind, start, end }) =>
      prose && kind === 'template text' ? [{ piece: prose.piece, start, end }] : [],
    );
  for (const where of bracketsIn(file.preamble))
    tell(where, 'Nothing to put here: no words of another template stand before the headings. Take it out.', report);
  for (const section of file.sections) {
    const match = meant.get(section);
    if (match && hasText(match)) {
      const lost = lostTemplateText(section.prose);
      for (const where of lost) tell(where, notWithinWords, report);
      const [, ...again] = bracketsIn(section.prose).filter((one) => !lost.some(({ start }) => start === one.start));
      for (const where of again)
        tell(where, 'These words stand above already: a template prints them once. Take it out.', report);
      continue;
    }
    const message = !file.header?.from
      ? 'No text to put here: this template stands on no other one. Take [template text] out.'
      : match
        ? "The base's section has no text to put here. Take [template text] out."
        : 'No text to put here: the base has no such section. Take [template text] out.';
    for (const where of bracketsIn(section.prose)) tell(where, message, report);
  }
  checkOmissions(file, problemsUponBase(subject), report);
}

function checkCase(letter: ResolvedLetter, file: SourceFile, report: Report): void {
  // What is repeated for each of several records stands in the text once.
  const places = new Map<number, { where: Span; message: string }>();
  for (const { nothingReplaced, templateSection, caseSection } of letter.sections) {
    const message = templateSection
      ? notWithinWords
      : 'No text of the template to put here: it has no such section. Take [template text] out.';
    for (const where of nothingReplaced)
      if (where.piece.uri === file.uri) places.set(rangeOf(where).start, { where, message });
    if (!templateSection || !caseSection || hasText(templateSection)) continue;
    for (const { kind, start, end } of caseSection.prose.brackets) {
      const where = { piece: caseSection.piece, start, end };
      if (kind === 'template text')
        places.set(rangeOf(where).start, {
          where,
          message: "The template's section has no text to put here. Take [template text] out.",
        });
    }
  }
  for (const { where, message } of places.values()) tell(where, message, report);
  checkOmissions(file, letter.sectionProblems, report);
}

function checkOmissions(file: SourceFile, sectionProblems: readonly SectionProblem[], report: Report): void {
  for (const section of file.sections) {
    const tag = omitTag(section);
    if (!tag || !hasWords(section) || sectionProblems.some((problem) => problem.section === section)) continue;
    report(tag, 'The words beneath do not print: #omit leaves the section out. Take one of the two away.', {
      otherFixes: [{ title: 'Take #omit away', edits: [cutFromLine(tag)] }],
    });
  }
  for (const { kind, section } of sectionProblems) {
    if (kind !== 'nothing to omit') continue;
    // A heading that is nearly the template's is said to be so once.
    if (sectionProblems.some((other) => other.kind === 'near heading' && other.section === section)) continue;
    report(
      omitTag(section) ?? section.title,
      file.kind === 'template'
        ? 'Nothing to leave out: the base prints no such section. Take this section out, or write its heading as the base does.'
        : 'Nothing to leave out: the template has no such section. Take this section out, or write its heading as the template does.',
    );
  }
}

function omitTag({ tags }: SectionSource): Span | undefined {
  const tag = tags.find(({ text }) => text.toLowerCase() === 'omit');
  return tag && { piece: tag.piece, start: tag.start - 1, end: tag.end };
}

function tell(where: Span, message: string, report: Report): void {
  report(where, message, { fix: { title: 'Take it out', edits: [cutFromLine(where)], asks: true } });
}

/** True where a section of the template has words that `[template text]` can stand for. */
function hasText(section: TemplateSection): boolean {
  const words = wordsOf(section);
  return words !== undefined && hasWords(words);
}

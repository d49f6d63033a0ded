import { cutFromLine } from '../fixes/insert-text.js';
import type { Report, Rule } from '../lint/rule.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { readProse } from '../letter/prose.js';
import { rangeOf, type SourceFile, type Span } from '../letter/source.js';

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
  check({ file, letter }, report) {
    if (file.kind === 'template') checkTemplate(file, report);
    // Of a template that is not there nobody knows which sections it has.
    if (letter && letter.case.unknownTemplate === undefined) checkCase(letter, file, report);
  },
};

function checkTemplate(file: SourceFile, report: Report): void {
  const brackets = [file.preamble, ...file.sections.map((section) => section.prose)].flatMap((prose) =>
    (prose?.brackets ?? []).flatMap(({ kind, start, end }) =>
      prose && kind === 'template text' ? [{ piece: prose.piece, start, end }] : [],
    ),
  );
  for (const where of brackets)
    tell(where, 'A template has no text to put here: [template text] is for cases. Take it out.', report);
}

function checkCase(letter: ResolvedLetter, file: SourceFile, report: Report): void {
  // What is repeated for each of several records stands in the text once.
  const places = new Map<number, { where: Span; message: string }>();
  for (const { nothingReplaced, templateSection, caseSection } of letter.sections) {
    const message = templateSection
      ? "The template's text cannot stand within other words. Put [template text] on a line of its own."
      : 'No text of the template to put here: it has no such section. Take [template text] out.';
    for (const where of nothingReplaced)
      if (where.piece.uri === file.uri) places.set(rangeOf(where).start, { where, message });
    if (!templateSection || !caseSection || readProse(templateSection.prose).blocks.length > 0) continue;
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
  checkOmissions(letter, report);
}

function checkOmissions({ sectionProblems }: ResolvedLetter, report: Report): void {
  for (const { kind, section } of sectionProblems) {
    if (kind !== 'nothing to omit') continue;
    // A heading that is nearly the template's is said to be so once.
    if (sectionProblems.some((other) => other.kind === 'near heading' && other.section === section)) continue;
    const tag = section.tags.find(({ text }) => text.toLowerCase() === 'omit');
    const where = tag ? { piece: tag.piece, start: tag.start - 1, end: tag.end } : section.title;
    report(
      where,
      'Nothing to leave out: the template has no such section. Take this section out, or write its heading as the template does.',
    );
  }
}

function tell(where: Span, message: string, report: Report): void {
  report(where, message, { fix: { title: 'Take it out', edits: [cutFromLine(where)], asks: true } });
}

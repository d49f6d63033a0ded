import { nearest } from '../spelling/nearest.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import { headingFlags, roles, type Span, type Word, isHeadOnly } from '../letter/source.js';
import type { TemplateSection } from '../letter/template-section.js';
import { templateSections } from '../letter/file-context.js';
import { hasTag } from '../letter/heading-tags.js';

export const unknownTag: Rule = {
  id: 'unknown-tag',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  summary: 'Every tag of a heading is a role or a flag, and has an effect where it stands.',
  why: 'A role (#history, #condition, #treatment, #evidence, #consequences, #qualifications) says what a section does for the reviewer; a flag (#untitled, #optional, #beginning, #omit) how and where it prints. Any other tag does nothing, and does not print either.',
  bad: '## How It Began #histroy\nThe pain began in 2021.',
  good: '## How It Began #history\nThe pain began in 2021.',
  check(subject, report) {
    const { kind } = subject.file;
    if (isHeadOnly(kind)) return;
    const known: readonly string[] =
      kind === 'template' && !subject.file.header?.from
        ? [...roles, ...headingFlags.filter((flag) => flag !== 'omit')]
        : [...roles, ...headingFlags];
    const meant = templateSections(subject);
    for (const section of subject.file.sections) {
      for (const tag of section.tags) {
        const norm = tag.text.toLowerCase();
        if (!known.includes(norm)) reportUnknown(tag, norm, known, report);
        else if (kind === 'case') reportWithoutEffect(tag, norm, meant.get(section), report);
        else if (norm === 'beginning') reportMoved(tag, meant.get(section), report);
      }
    }
  },
};

function reportUnknown(tag: Word, norm: string, known: readonly string[], report: Report): void {
  const where = withHash(tag);
  const [near] = nearest(norm, known, 1);
  const asText: Fix = {
    title: 'Print it as part of the heading',
    edits: [{ where: { ...where, end: where.start }, text: '\\' }],
  };
  if (norm === 'omit') {
    report(
      where,
      'Nothing to leave out: this template stands on no other one. Write #optional, or take the section out.',
      {
        otherFixes: [{ title: 'Write #optional', edits: [{ where, text: '#optional' }] }, takeOut(tag)],
      },
    );
    return;
  }
  if (near === undefined) {
    report(where, `No role or flag has this name. Write one of: ${known.map((one) => `#${one}`).join(' ')}`, {
      otherFixes: [takeOut(tag), asText],
    });
    return;
  }
  report(where, `No role or flag has this name. Did you mean #${near}?`, {
    fix: { title: `Write #${near}`, edits: [{ where, text: `#${near}` }] },
    otherFixes: [takeOut(tag), asText],
  });
}

/** The template's tags stay whatever a case writes; a copy of one of them does no harm. */
function reportWithoutEffect(tag: Word, norm: string, template: TemplateSection | undefined, report: Report): void {
  if (template?.tags.some(({ text }) => text.toLowerCase() === norm)) return;
  const message = withoutEffect(norm, template !== undefined);
  if (message !== undefined) report(withHash(tag), message, { fix: takeOut(tag), unnecessary: true });
}

function withoutEffect(norm: string, replaces: boolean): string | undefined {
  if (norm === 'optional') return 'No effect in a case: the section prints because you write it. Take #optional out.';
  if ((norm === 'untitled' || norm === 'beginning') && replaces)
    return `No effect here: the template's heading and tags stay. Take #${norm} out.`;
  return undefined;
}

/** An inherited section prints where the base prints it. */
function reportMoved(tag: Word, inherited: TemplateSection | undefined, report: Report): void {
  if (!inherited || hasTag(inherited, 'beginning')) return;
  const message = 'No effect here: the section prints where the base has it. Take #beginning out.';
  report(withHash(tag), message, { fix: takeOut(tag), unnecessary: true });
}

function takeOut(tag: Word): Fix {
  const { piece, start, end } = withHash(tag);
  const before = piece.text.slice(0, start).trimEnd().length;
  return { title: 'Take the tag out', edits: [{ where: { piece, start: before, end }, text: '' }] };
}

function withHash({ piece, start, end }: Word): Span {
  return { piece, start: start - 1, end };
}

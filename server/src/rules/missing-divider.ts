import { placeAt } from '../fixes/head-edits.js';
import { proseInHead } from '../analysis/prose-in-head.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import { lineEndOf, type Piece, type SourceFile, isHeadOnly } from '../letter/source.js';

export const missingDivider: Rule = {
  id: 'missing-divider',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  needs: 'template',
  summary: "A line of three dashes parts the facts from the letter's own words.",
  why: 'Before the divider every line is read as a fact. The first heading stands in for a divider that is missing; other prose before it is lost.',
  bad: 'patient\n  name: Jane Doe\n## Request\nPlease approve.',
  good: 'patient\n  name: Jane Doe\n---\n## Request\nPlease approve.',
  check(subject, report) {
    const { file } = subject;
    if (file.divider) return;
    if (isHeadOnly(file.kind)) {
      checkNotes(file, report);
      return;
    }
    const prose = proseInHead(subject);
    const heading = file.sections[0];
    if (prose?.isDivider) {
      const { whole } = prose.first;
      report(whole, 'This line was probably to be the divider. Write three dashes and nothing else: ---', {
        severity: 'error',
        fix: { title: 'Write "---"', edits: [{ where: whole, text: '---' }] },
      });
    } else if (prose) {
      const { whole } = prose.first;
      const message = 'Here the facts end and the letter begins. Put a line of three dashes before it: ---';
      // Unlike a heading, this does not stand in for the divider: until it is there, the prose prints nowhere.
      report(whole, message, { ...dividerBefore(file, whole.piece, whole.start), severity: 'error' });
    } else if (heading) {
      report(
        heading.title,
        'No divider stands before the first heading. Put a line of three dashes before it: ---',
        dividerBefore(file, heading.piece, 0),
      );
    }
  },
};

/** In a policy or vocabulary a heading ends what is read: whoever writes one means a note between two groups of lines. */
function checkNotes(file: SourceFile, report: Report): void {
  const [heading] = file.sections;
  if (!heading) return;
  report(
    heading.title,
    'Nothing below this heading is read. Begin a note with // instead of ##, or put --- before it.',
    {
      fix: { title: 'Make it a note with //', edits: [{ where: heading.hashes, text: '//' }] },
    },
  );
}

function dividerBefore(file: SourceFile, piece: Piece, at: number): { fix: Fix } {
  return {
    fix: { title: 'Put "---" before it', edits: [{ where: placeAt(piece, at), text: `---${lineEndOf(file)}` }] },
  };
}

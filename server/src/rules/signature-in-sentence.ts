import { placeAt } from '../fixes/head-edits.js';
import type { Fix, Rule } from '../lint/rule.js';
import { lineAt, lineEndOf, linesOf, type Span } from '../letter/source.js';
import type { WrittenPlaceholder } from '../letter/written-sections.js';

export const signatureInSentence: Rule = {
  id: 'signature-in-sentence',
  group: 'structure',
  severity: 'warning',
  subject: 'section',
  summary: 'A signature stands on a line of its own.',
  why: 'A signature is a picture or a line to sign on, with room above it: it parts the sentence that it stands in. In a heading it is only a short line, even where a picture is given.',
  bad: '---\nI, [patient signature], agree.\n\n[patient name]',
  good: '---\nI agree.\n\n[patient signature]\n[patient name]',
  check({ placeholders, prose, section }, report) {
    for (const placeholder of placeholders) {
      if (!isDrawn(placeholder)) continue;
      const { whole } = placeholder;
      const line = lineAt(linesOf(whole.piece), whole.start);
      const before = whole.piece.text.slice(line.start, whole.start);
      const after = whole.piece.text.slice(whole.end, line.end);
      if (section && whole.start < prose.start)
        report(whole, 'A heading has no room for a signature. Write it on a line beneath.');
      else if (!isAlone(before, after))
        report(whole, 'A signature stands on a line of its own, with the name beneath it.', {
          fix: apart(whole, before, after),
        });
    }
  },
};

function isDrawn({ target }: WrittenPlaceholder): boolean {
  return target !== undefined && 'field' in target && target.field.byHand && target.field.type.name === 'image';
}

/** Marks of emphasis, of braces and of a list may stand around it, and a label before it; a cell of a table is a place of its own. */
function isAlone(before: string, after: string): boolean {
  if (/^\s*\|/.test(before)) return true;
  return /^[\s*{>-]*(?:[^.!?;]{1,60}:[\s*]*)?[\s{]*$/.test(before) && /^[\s*}]*$/.test(after);
}

function apart({ piece, start, end }: Span, before: string, after: string): Fix {
  const lineEnd = lineEndOf({ text: piece.text, lines: linesOf(piece) });
  const words = before.trimEnd();
  const rest = after.trimStart();
  return {
    title: 'Put it on a line of its own',
    edits: [
      ...(words === ''
        ? []
        : [{ where: { piece, start: start - (before.length - words.length), end: start }, text: lineEnd }]),
      ...(rest === ''
        ? []
        : [{ where: { ...placeAt(piece, end), end: end + (after.length - rest.length) }, text: lineEnd }]),
    ],
    asks: true,
  };
}

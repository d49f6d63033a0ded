import type { Finding } from '../lint/rule.js';
import type { FileSubject } from '../letter/subjects.js';
import { textOf } from '../language/span.js';

/**
 * True for a case that was only just begun, saved or not: nobody has written a value or a sentence into it. The letter's date, entries of the address
 * book and the names of criteria, which are filled in by themselves, do not count.
 */
export function isUntouched({ file, head, letter }: FileSubject): boolean {
  if (!letter) return false;
  const fields = [
    ...(head?.facts ?? []).filter(({ declaration }) => declaration?.record !== 'letter' || declaration.norm !== 'date'),
    ...(head?.records ?? []).flatMap(({ declaration, fields: all }) =>
      declaration?.norm === 'criterion' ? all.filter((one) => one.declaration !== declaration.fields[0]) : all,
    ),
  ];
  if (fields.some(({ values }) => values.some(({ given }) => given))) return false;
  const prose = [...(file.preamble ? [file.preamble] : []), ...file.sections.map((section) => section.prose)];
  return prose.every(
    (one) =>
      textOf(one)
        .replace(/\[write:[^\]]*\]/g, '')
        .trim() === '',
  );
}

/** The findings of such a case: all that only tell what the letter lacks are one, and no error; what its kind and policies ask besides, and blanks, which are there to be filled, are left out. */
export function gentleFindings(findings: readonly Finding[], text: string): readonly Finding[] {
  const [first, ...others] = findings.filter(isToBeWritten);
  if (!first) return findings;
  const count = new Set([first, ...others].flatMap(({ lacks }) => lacks)).size;
  const message = `Everything is still to be written (${count === 1 ? '1 thing' : `${String(count)} things`}): Tab or "Next Gap" goes from one blank to the next.`;
  const gentle: Finding = { ...first, severity: 'info', message, related: [] };
  const isBlank = ({ range }: Finding) => /^\[.*\]$/s.test(text.slice(range.start, range.end));
  return [gentle, ...findings.filter((finding) => !isToBeWritten(finding) && !finding.notYet && !isBlank(finding))];
}

/** A name that no template has is a mistake, and not a thing still to be written. */
function isToBeWritten({ lacks }: Finding): boolean {
  return lacks.length > 0 && lacks.every((lack) => lack.kind !== 'template' || lack.name === '');
}

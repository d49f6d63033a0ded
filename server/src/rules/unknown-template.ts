import { nearest } from '../spelling/nearest.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import type { ResolvedLetter } from '../letter/letter.js';
import type { FileSubject } from '../letter/subjects.js';
import { placeAt } from '../fixes/head-edits.js';
import { cutFromLine } from '../fixes/insert-text.js';

export const unknownTemplate: Rule = {
  id: 'unknown-template',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'A case names a template that is there, or writes its own letter; a template stands on one that is there.',
  why: 'Without its template a case has no letter: only the facts are left, and nothing says which of them are needed.',
  bad: {
    'case.lmn': 'case clinic-leter\ndate: 2026-11-21',
    'template.lmn': 'template clinic-letter\n---\n## Request\nPlease approve.',
  },
  good: {
    'case.lmn': 'case clinic-letter\ndate: 2026-11-21',
    'template.lmn': 'template clinic-letter\n---\n## Request\nPlease approve.',
  },
  check(subject, report) {
    if (subject.file.kind === 'template') checkBase(subject, report);
    else if (subject.letter) checkCase(subject.letter, subject, report);
  },
};

function checkCase(letter: ResolvedLetter, { file, workspace, standing }: FileSubject, report: Report): void {
  // A name of several words, or after a slip in the line's first word, is reported with that.
  if (file.header && (file.header.bad.length > 0 || !file.header.exact)) return;
  const lack = letter.lacks.find((one) => one.kind === 'template');
  // What its template stands on is that template's own fault, and told there.
  if (!lack || standing?.broken) return;
  const names = [...workspace.templates.keys()];
  if (lack.name === '') {
    const example = names[0] ?? 'clinic-letter';
    report(
      lack.needed,
      `This case has no letter: it names no template. Write one after "case", such as: case ${example}`,
      { lacks: [lack] },
    );
    return;
  }
  const near = nearest(lack.name, names);
  report(lack.needed, `There is no template of this name. ${choiceOf(near, names)}`, {
    ...(file.header?.name && writeFixes(file.header.name, near)),
    lacks: [lack],
  });
}

/** A template that names another one behind `from` which is not there, or which stands on it. */
function checkBase({ file, workspace, standing }: FileSubject, report: Report): void {
  const { from, base } = file.header ?? {};
  const broken = standing?.broken;
  if (!from || !broken) return;
  const names = [...workspace.templates.keys()].filter((name) => name !== file.header?.name?.text);
  if (!base) {
    const otherFixes = names.slice(0, 5).map((name): Fix => ({
      title: `Stand on ${name}`,
      edits: [{ where: placeAt(from.piece, from.end), text: ` ${name}` }],
    }));
    report(from, `Name the template that this one stands on, after "from". ${namesThere(names)}`, { otherFixes });
    return;
  }
  const takeOut: Fix = {
    title: 'Stand on no template',
    edits: [cutFromLine({ piece: from.piece, start: from.start, end: base.end })],
  };
  if (broken.because === 'circle' && broken.back === file) {
    const around = [...standing.files, file].map((one) => one.header?.name?.text ?? '');
    report(base, `The templates stand on each other in a circle: ${around.join(' from ')}. Name another one here.`, {
      otherFixes: [takeOut],
    });
  } else if (broken.because === 'depth' && standing.files[0] === file)
    report(base, 'Too many templates stand on each other. Take some of them out.', { otherFixes: [takeOut] });
  else if (broken.name === base) {
    const near = nearest(base.text, names);
    const { fix, otherFixes = [] } = writeFixes(base, near);
    report(base, `There is no template of this name to stand on. ${choiceOf(near, names)}`, {
      ...(fix && { fix }),
      otherFixes: [...otherFixes, takeOut],
    });
  }
}

function choiceOf(near: readonly string[], names: readonly string[]): string {
  return near.length > 0 ? `Did you mean ${anyOf(near)}?` : namesThere(names);
}

function namesThere(names: readonly string[]): string {
  if (names.length === 0) return 'The workspace has no template yet: add one.';
  const listed = [...names].sort().slice(0, 8).join(', ');
  return `There is: ${listed}${names.length > 8 ? ' …' : ''}`;
}

import { nearest } from '../spelling/nearest.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import type { Rule } from '../lint/rule.js';

export const unknownTemplate: Rule = {
  id: 'unknown-template',
  group: 'structure',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A case names a template that is there, or writes its own letter.',
  why: 'Without its template a case has no letter: only the facts are left, and nothing says which of them are needed.',
  bad: {
    'case.lmn': 'case clinic-leter\ndate: 2026-11-21',
    'template.lmn': 'template clinic-letter\n---\n## Request\nPlease approve.',
  },
  good: {
    'case.lmn': 'case clinic-letter\ndate: 2026-11-21',
    'template.lmn': 'template clinic-letter\n---\n## Request\nPlease approve.',
  },
  check(letter, report, { file, workspace }) {
    // A name of several words, or after a slip in the line's first word, is reported with that.
    if (file.header && (file.header.bad.length > 0 || !file.header.exact)) return;
    const lack = letter.lacks.find((one) => one.kind === 'template');
    if (!lack) return;
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
    const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : namesThere(names);
    report(lack.needed, `There is no template of this name. ${choice}`, {
      ...(file.header?.name && writeFixes(file.header.name, near)),
      lacks: [lack],
    });
  },
};

function namesThere(names: readonly string[]): string {
  if (names.length === 0) return 'The workspace has no template yet: add one.';
  const listed = [...names].sort().slice(0, 8).join(', ');
  return `There is: ${listed}${names.length > 8 ? ' …' : ''}`;
}

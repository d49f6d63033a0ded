import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { bracketsOf, wordsOf } from '../letter/template-section.js';
import { isUnfounded } from '../letter/subjects.js';
import type { Rule } from '../lint/rule.js';
import { judgeLetter } from '../requirements/judge-letter.js';
import { libraryOf } from '../requirements/library.js';

/** In so few words nothing can be argued. */
const fewWords = 12;

/** What these say is the same for many patients. */
const alikeForMany: ReadonlySet<string> = new Set(['evidence', 'qualifications']);

const template =
  'template request\nfor: review\n---\n## Rationale #treatment\n[write: why this patient needs it, and what was tried]';
const kind = 'kind review "Review"\nsource: an invented example\n\nrequire date: The day.';

export const generic: Rule = {
  id: 'generic',
  group: 'content',
  severity: 'warning',
  subject: 'letter',
  needs: 'workspace',
  summary: 'Where a template asks for the writer\u2019s own words, they say something of this patient.',
  why: 'Reviewers read hundreds of letters with the same sentences, and deny what could be about anybody. Told only of a letter to a payer (one that says its kind), and of a section that the template leaves to the writer, of which all is one short sentence with no number in it and no fact but whom it is about. Sections of evidence, qualifications and the closing are left alone.',
  bad: {
    'case.lmn': 'case request\n---\n## Rationale\nShe needs this treatment.',
    'request.lmn': template,
    'k.lmn': kind,
  },
  good: {
    'case.lmn':
      'case request\n---\n## Rationale\nAfter 24 visits of physical therapy she still cannot stand for more than 20 minutes.',
    'request.lmn': template,
    'k.lmn': kind,
  },
  check(letter, report, file) {
    if (isUnfounded(file) || judgeLetter(letter, libraryOf(file.workspace)).kinds.length === 0) return;
    for (const section of letter.sections)
      if (section.caseSection && isLeftToWriter(section) && isGeneric(section, letter))
        report(
          section.caseSection.title,
          'This could be about any patient. Say what was tried, what was found, and when.',
        );
  },
};

function isLeftToWriter({ templateSection, roles, title, gaps }: ResolvedSection): boolean {
  if (roles.some((role) => alikeForMany.has(role)) || /^(?:closing|conclusion|summary)\b/i.test(title)) return false;
  const words = templateSection && wordsOf(templateSection);
  return gaps.length === 0 && words !== undefined && bracketsOf(words).some(({ kind: of }) => of === 'help');
}

/** A sentence of the case's own that names at most the patient, the clinician or the payer. */
function isGeneric({ caseSection, uses }: ResolvedSection, { case: read }: ResolvedLetter): boolean {
  if (!caseSection) return false;
  const { prose } = caseSection;
  if (prose.brackets.some(({ kind: of }) => of === 'template text' || of === 'citation')) return false;
  const text = caseSection.piece.text.slice(prose.start, prose.end);
  const patient = read.schema.vocabulary.byName.get('patient');
  const saysFact = uses.some(
    ({ given, target }) =>
      given &&
      target &&
      'field' in target &&
      !(target.kind === 'record field' && (target.record === patient || target.field.public)),
  );
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu) ?? [];
  return !saysFact && words.length > 0 && words.length <= fewWords && !/\d/.test(text);
}

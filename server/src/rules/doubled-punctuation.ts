import { isProse, type Passage, passagesOf, placeIn } from '../analysis/passages.js';
import type { ResolvedSection } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';
import { onceAPlace } from './checks/once-a-place.js';

export const doubledPunctuation: Rule = {
  id: 'doubled-punctuation',
  group: 'writing',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'No full stop, comma, semicolon, colon or exclamation mark stands twice, nor a comma before a full stop.',
  why: 'Doubled marks are left behind where words were taken out, and a reviewer wonders which. An ellipsis, a question in a title and what stands behind an abbreviation (etc., Inc.;) are left alone.',
  bad: '## Rationale\nShe cannot work.. She needs the treatment.',
  good: '## Rationale\nShe cannot work ... She needs rest, exercise, etc., and the treatment.',
  check(letter, report, { file }) {
    const tell = onceAPlace(report);
    for (const section of letter.sections) {
      for (const { passage, start, end, mark } of doubledIn(section)) {
        const where = placeIn(file.uri, passage, start, end);
        if (!where) continue;
        const isPlain = isProse(passage, start, end);
        tell(where, 'Two marks stand here where one belongs. Keep one of them.', {
          ...(isPlain && { fix: { title: 'Keep one of them', edits: [{ where, text: mark }] } }),
        });
      }
    }
  },
};

interface Doubled {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The one that stays. */
  readonly mark: string;
}

/** Between words or behind them: `../`, `1..2`, `::` in an identifier and three dots mean something. */
const DOUBLED = /(?<=[\p{L}\p{N})\]”"'’%])(?: ?,(?: ?,)+| ?;(?: ?;)+|::+|\.\.|!!+|[,;] ?\.|,;|;,)(?=[\s”"'’)\]]|$)/gu;

const doubledIn = remember((section: ResolvedSection): readonly Doubled[] =>
  passagesOf(section).flatMap((passage) =>
    [...passage.own.matchAll(DOUBLED)].map(({ 0: whole, index }) => {
      const mark = /[.;:,!]/.exec(whole.replace(/[^.]+(?=\.)|,(?=;)/g, ''))?.[0] ?? ',';
      return { passage, start: index, end: index + whole.length, mark };
    }),
  ),
);

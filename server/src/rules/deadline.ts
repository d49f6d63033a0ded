import { daysBetween } from '../knowledge/day-arithmetic.js';
import { isUnfounded } from '../letter/subjects.js';
import type { Rule } from '../lint/rule.js';
import { type NumberOption, numberOf, type SetOptions, type TableOption, tableOf } from '../lint/rule-options.js';
import { type Deadline, type Filing, lastDayToFile } from '../requirements/deadlines.js';
import { judgeLetter } from '../requirements/judge-letter.js';
import { readLength, sourceOf, type TimeLength, timeWords } from '../requirements/time-words.js';
import { libraryOf } from '../requirements/library.js';
import { placeInCase } from '../fixes/meet-clauses.js';

export const soon: NumberOption = {
  takes: 'number',
  name: 'soon',
  description: 'From how many days before its last day on a deadline is told.',
  usual: 14,
  least: 0,
  most: 120,
};

const lengthWanted = 'This is a length in days, weeks, months or years, such as "60 days".';

const lengths: TableOption = {
  takes: 'table',
  name: 'days',
  description:
    'Deadlines that have changed, or that your plans set otherwise: how the source behind the deadline begins, and how long it is.',
  usual: {},
  example: ['42 CFR 422.582', '60 days'],
  problemOf: (text) => (readLength(text) ? undefined : lengthWanted),
};

export const deadline: Rule = {
  id: 'deadline',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter is dated before the last day on which it may be filed.',
  why: 'An appeal that comes after its deadline is not read. The days are those of the kind of letter, or of the policy, counted to the letter\u2019s date; the notice of the payer decides, so confirm them there.',
  options: [soon, lengths],
  bad: {
    'case.lmn':
      'case\ndate: 2026-11-21\ninsurance: Blue Mesa Health Plan\ndenial\n  received: 2026-01-15\n---\n## Request\nPlease pay.',
    'policy.lmn':
      'policy mesa-appeals\npayer: Blue Mesa Health Plan\n\ndeadline 180 days after denial received: Member handbook, page 12.',
  },
  good: {
    'case.lmn':
      'case\ndate: 2026-03-21\ninsurance: Blue Mesa Health Plan\ndenial\n  received: 2026-01-15\n---\n## Request\nPlease pay.',
    'policy.lmn':
      'policy mesa-appeals\npayer: Blue Mesa Health Plan\n\ndeadline 180 days after denial received: Member handbook, page 12.',
  },
  check(letter, report, file, set) {
    if (isUnfounded(file)) return;
    for (const one of judgeLetter(letter, libraryOf(file.workspace)).deadlines) {
      const where = placeInCase(one.value.where, file) ?? file.file.firstLine;
      const daysLeft = daysBetween(one.today, lastDayToFile(one, lengthSet(one, set)));
      tell({ ...one, daysLeft }, numberOf(soon, set), (message, severity) => {
        const related = [{ where: one.line.entry.whole, message: one.asker.title }];
        report(where, message, { related, ...(severity && { severity }) });
      });
    }
  },
};

/** How long a deadline is as the configuration says, where it names it by its source. */
export function lengthSet({ line: { label, words } }: Filing, set: SetOptions): TimeLength | undefined {
  const source = [label, words].flatMap((word) => word?.text ?? []).join(': ');
  const changed = [...tableOf(lengths, set)];
  const [, text = ''] = changed.find(([begins]) => source.toLowerCase().startsWith(begins.toLowerCase())) ?? [];
  return readLength(text);
}

function tell({ daysLeft, line }: Deadline, soon: number, report: (message: string, severity?: 'info') => void): void {
  const source = sourceOf(line);
  const says = source === '' ? '' : ` (${source})`;
  const days = timeWords(Math.abs(daysLeft), 'days');
  if (daysLeft < 0) report(`The deadline passed ${days} before the letter's date; confirm it on the notice${says}.`);
  else if (daysLeft <= soon)
    report(
      `The deadline is ${daysLeft === 0 ? "the letter's date" : `${days} after the letter's date`}; confirm it on the notice${says}.`,
      'info',
    );
}

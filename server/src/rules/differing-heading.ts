import { type Comparison, FEWEST_ALIKE, othersOn, shownOf, spokenOf } from '../analysis/among-templates.js';
import { headingNorm } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';
import { editDistance } from '../spelling/edit-distance.js';

const renewal = 'template renewal\n---\n## Medical Histroy\nThe course so far.';
const others = Object.fromEntries(
  ['pump', 'brace', 'infusion'].map((name) => [
    `${name}.lmn`,
    `template ${name}\n---\n## Medical History\nThe course so far.`,
  ]),
);

export const differingHeading: Rule = {
  id: 'differing-heading',
  group: 'structure',
  severity: 'info',
  subject: 'template',
  needs: 'workspace',
  summary: "A template's heading is that of the others, or clearly another one.",
  why: 'Sections match by their heading: a case that replaces "Medical History" adds a section of its own where its template says "Medical Histories". Where three templates or more write a heading one way, and one writes it a letter or two apart, that is seldom meant.',
  bad: { 'renewal.lmn': renewal, ...others },
  good: { 'renewal.lmn': renewal.replace('Histroy', 'History'), ...others },
  check(subject, report) {
    const { file, workspace } = subject;
    if (file.sections.length === 0) return;
    const spoken = spokenOf(headings, workspace);
    const usual = [...spoken].filter(([, count]) => count >= FEWEST_ALIKE);
    for (const { title } of file.sections) {
      const own = headingNorm(title.text);
      const count = spoken.get(own) ?? 0;
      const near = usual.find(([other, times]) => times >= FEWEST_ALIKE * Math.max(count, 1) && isSlip(own, other));
      if (!near) continue;
      const [most] = othersOn(headings, near[0], subject);
      if (!most || most.speakers.size < FEWEST_ALIKE) continue;
      report(title, `Other templates write this heading "${most.way}". Write it the same way, so that cases find it.`, {
        fix: { title: `Write "${most.way}"`, edits: [{ where: title, text: most.way }], asks: true },
        related: shownOf(most.speakers, `"${most.way}"`),
      });
    }
  },
};

const headings: Comparison = {
  saidIn: (file) =>
    file.sections.map(({ title }) => ({ about: headingNorm(title.text), way: title.text, where: title })),
};

const shortest = 8;

/** Two letters apart at most, in a heading that is long enough to have slips; numbers that differ are meant. */
function isSlip(one: string, other: string): boolean {
  if (one === other || Math.min(one.length, other.length) < shortest) return false;
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim();
  return digits(one) === digits(other) && editDistance(one, other, 2) <= 2;
}

import { type Comparison, othersOn, shownOf } from '../analysis/among-templates.js';
import { type SectionSource, textOf } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

const words =
  'This treatment is the standard of care for the condition, and it is neither experimental nor a convenience. Without it the patient can be expected to lose what has been gained so far.';

export const sharedSection: Rule = {
  id: 'shared-section',
  group: 'structure',
  severity: 'info',
  subject: 'template',
  needs: 'workspace',
  summary: 'What two templates say word for word stands in one of them.',
  why: 'A sentence that is copied is corrected in one place and stays wrong in the other. A template can stand on another one (`template appeal from renewal`) and has its sections then.',
  bad: {
    'second.lmn': `template second\n---\n## Need\n${words}`,
    'first.lmn': `template first\n---\n## Rationale\n${words}`,
  },
  good: {
    'second.lmn': 'template second from first\n---\n## Closing Words\nPlease call me.',
    'first.lmn': `template first\n---\n## Rationale\n${words}`,
  },
  check(subject, report) {
    for (const section of subject.file.sections) {
      const body = bodyOf(section);
      const [same] = body === undefined ? [] : othersOn(bodies, body, subject);
      // Told once for two: the first one by address is the one that the others may stand on.
      if (!same || ![...same.speakers.keys()].some(({ uri }) => uri < subject.file.uri)) continue;
      report(
        section.title,
        'Another template has this section word for word. Let one stand on the other with "from", so that a change is made once.',
        { related: shownOf(same.speakers, 'the same words') },
      );
    }
  },
};

const bodies: Comparison = {
  saidIn: (file) =>
    file.sections.flatMap((section) => {
      const body = bodyOf(section);
      return body === undefined ? [] : [{ about: body, way: '', where: section.title }];
    }),
};

/** Fewer words may well be the same in two letters: a closing, a word of thanks. */
const fewestWords = 25;

/** What stands beneath a heading, with its spaces made alike; undefined where it has too few words of its own, blanks and advice to the writer aside, to be worth sharing. */
function bodyOf({ prose }: SectionSource): string | undefined {
  const { piece, start, end, brackets } = prose;
  const gaps = [...brackets, { start: end, end }];
  const own = gaps.map((gap, index) => piece.text.slice(gaps[index - 1]?.end ?? start, gap.start)).join(' ');
  return wordsIn(own).length < fewestWords ? undefined : textOf(prose).trim().replace(/\s+/g, ' ');
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
}

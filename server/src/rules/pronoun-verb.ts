import { isCommonVerb, plainForm, readVerb } from '../knowledge/verbs.js';
import type { Rule } from '../lint/rule.js';
import { pronounsOf } from '../letter/derived-fields.js';
import type { FileSubject } from '../letter/subjects.js';
import type { SectionSubject } from '../letter/written-sections.js';
import { TrackedFacts } from '../letter/tracked-facts.js';

export const pronounVerb: Rule = {
  id: 'pronoun-verb',
  group: 'writing',
  severity: 'warning',
  subject: 'file',
  summary: 'A verb stands inside the pronoun’s brackets: [they need].',
  why: 'Outside of the brackets the verb fits one pronoun only: [They] need prints “She need”, [They] needs prints “They needs”. Inside of them it is printed as the pronoun asks: she needs, they need.',
  bad: '---\n[They] need this treatment to stay at work.',
  good: '---\n[They need] this treatment to stay at work.',
  check(file, report) {
    if (file.file.kind !== 'case' && file.file.kind !== 'template') return;
    for (const section of file.sections) {
      for (const { where, pronoun, verb } of verbsOutside(section)) {
        // Who is "they" reads it right, as it stands.
        if (readVerb(verb)?.kind === 'plain' && isThey(file)) continue;
        const text = `[${pronoun} ${plainForm(verb)}]`;
        report(where, `The verb fits one pronoun only. Write it inside the brackets: ${text}.`, {
          fix: { title: `Write ${text}`, edits: [{ where, text }] },
        });
      }
    }
  },
};

function verbsOutside({ prose, placeholders }: SectionSubject) {
  const { piece } = prose;
  return placeholders.flatMap(({ target, whole, name }) => {
    if (target?.kind !== 'pronoun' || target.word !== 'they') return [];
    const verb = /^ ([a-z]+)(?![\p{L}\p{N}'’/-])/u.exec(piece.text.slice(whole.end, whole.end + longestVerb))?.[1];
    if (
      verb === undefined ||
      !isCommonVerb(plainForm(verb)) ||
      keepsPlainForm(piece.text.slice(Math.max(0, whole.start - before), whole.start))
    )
      return [];
    return [{ where: { piece, start: whole.start, end: whole.end + 1 + verb.length }, pronoun: name.text, verb }];
  });
}

const longestVerb = 20;

/** How far back is looked for words that ask for the plain form. */
const before = 80;

/** *should she need*, *I ask that she receive*: the plain form behind each pronoun. */
function keepsPlainForm(text: string): boolean {
  return (
    /\b(?:do|does|did|can|could|may|might|must|shall|should|will|would|lest|let)\s+$/i.test(text) ||
    (/\bthat\s+$/i.test(text) &&
      /\b(?:ask|request|recommend|require|suggest|propos|insist|demand|advis|urg|order|direct|important|essential|necessary|critical|vital|imperative|crucial)/i.test(
        text,
      ))
  );
}

function isThey({ letter, schema }: FileSubject): boolean {
  return letter !== undefined && pronounsOf(new TrackedFacts(letter.facts), schema.vocabulary) === 'they';
}

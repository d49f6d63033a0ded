import { contentWords } from '../knowledge/content-words.js';
import type { MergedRecord } from '../letter/facts.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type FactValue, type FieldDeclaration, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';

const citing = '---\n## Evidence #evidence\nIt is effective [@source].';

export const unrelatedEvidence: Rule = {
  id: 'unrelated-evidence',
  group: 'content',
  severity: 'info',
  subject: 'letter',
  needs: 'template',
  summary: 'A cited source speaks of something that the case speaks of too.',
  why: 'A source about another condition is no evidence, and is easily left over from the letter that this one was begun from. A source is told of only where its title and conclusion share no word with any fact of the head, of whatever form.',
  bad: `diagnosis: cow's milk protein allergy\ntreatment requested: amino acid-based infant formula\nevidence @source\n  title: Erenumab for preventive treatment of chronic migraine\n${citing}`,
  good: `diagnosis: chronic migraine without aura\ntreatment requested: erenumab\nevidence @source\n  title: Erenumab for preventive treatment of chronic migraine\n${citing}`,
  check(letter, report) {
    const cited = letter.references.map((reference) => reference.cited);
    let subjects: ReadonlySet<string> | undefined;
    for (const record of cited) {
      const words = wordsOfSource(record);
      subjects ??= subjectsOf(letter, cited);
      // Of too few words nothing can be told.
      if (words.length < 2 || subjects.size < 3 || words.some((word) => subjects?.has(word))) continue;
      report(record.name, 'This source shares no word with what the case is about. Is it the right one?');
    }
  },
};

/** What the head speaks of: all of its words but those of sources, of names, and of somebody else. */
function subjectsOf({ facts, case: { schema } }: ResolvedLetter, cited: readonly MergedRecord[]): Set<string> {
  const own = [...schema.vocabulary.letter.fields, ...(schema.template?.byName.values() ?? [])];
  return new Set([
    ...facts.allRecords().flatMap((record) => (cited.includes(record) ? [] : wordsOfFacts(record))),
    ...own.flatMap((field) => wordsOfField(field, facts.valuesOf(field))),
  ]);
}

const wordsOfFacts = remember((record: MergedRecord): readonly string[] =>
  [...record.values].flatMap(([field, values]) => wordsOfField(field, values)),
);

function wordsOfField(field: FieldDeclaration, values: readonly FactValue[]): string[] {
  if (field.type.name !== 'text' || field.person || field.public || field.identifying || field.quoted) return [];
  return values.flatMap((value) => contentWords(valueText(value, ' ')));
}

/** Of a source's journal no word counts: *Pain Medicine* publishes of much. */
const wordsOfSource = remember((record: MergedRecord): readonly string[] =>
  [...record.values].flatMap(([field, values]) =>
    ['title', 'name', 'conclusion', 'recommendation'].includes(field.norm)
      ? values.flatMap((value) => contentWords(valueText(value, ' ')))
      : [],
  ),
);

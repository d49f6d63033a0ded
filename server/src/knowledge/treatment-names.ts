/** What may stand around the name of a drug or material that somebody is allergic to. */
const ABOUT_ALLERGY =
  /\b(?:allerg(?:y|ies|ic)|hypersensitivit(?:y|ies)|sensitivity|intolerance|anaphylaxis|reaction|severe|mild|known|drugs?|to)\b/gi;

/** Treatments that use a substance on purpose against an allergy to it, or look for one; and what says that it is not in there. */
const NOT_GIVEN =
  /\b(?:desensiti[sz]\w*|immunotherapy|challenge|tests?|testing|without|free|avoid\w*|instead|alternative)\b/i;

/** The words of a name in small letters, singular: what stands in parentheses too, since that is often the brand. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).map((word) =>
    /[^s]s$/.test(word) ? word.slice(0, -1) : word,
  );
}

/** Whether a request names what an allergy is to, as a whole: *acetaminophen with codeine* and *codeine*. What is free of it, a test or a desensitization is not meant. */
export function namesAllergen(request: string, allergy: string): boolean {
  const allergen = wordsOf(allergy.replace(/[(,;:].*$/s, '').replace(ABOUT_ALLERGY, ' '));
  if (allergen.length === 0 || allergen.length > 4 || allergen.join('').length < 4 || NOT_GIVEN.test(request))
    return false;
  const asked = wordsOf(request);
  return asked.some((_, at) => allergen.every((word, index) => asked[at + index] === word));
}

/** How it is given is compared by itself. */
const BY_WAY = /,? by (?:mouth|vein|(?:\w+ )?(?:injections?|infusions?))(?!\w)/gi;

/** What is given, and how much and how often: *gabapentin* and the rest of *Gabapentin 300 mg three times daily*. */
export interface NamedTreatment {
  readonly what: string;
  readonly rest: string;
}

export function readTreatment(text: string, more: readonly string[] = []): NamedTreatment {
  const name = text.replace(BY_WAY, '');
  const at = name.search(/[\d(,;:]|\s(?:for|at|by|every|once|twice|three|daily|weekly|monthly|per)(?:\s|$)/);
  const [what, rest] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
  return { what: wordsOf(what).join(' '), rest: wordsOf([rest, ...more].join(' ')).join(' ') };
}

/** Whether two are one treatment, given in the same way as far as both say it. */
export function isSameTreatment(one: NamedTreatment, other: NamedTreatment): boolean {
  return (
    one.what !== '' &&
    one.what === other.what &&
    (one.rest === other.rest || goesOn(one.rest, other.rest) || goesOn(other.rest, one.rest))
  );
}

/** Whether one says what the other does, and perhaps more behind it. */
function goesOn(longer: string, shorter: string): boolean {
  return shorter === '' || longer.startsWith(`${shorter} `);
}

const SAME_WAY: Readonly<Record<string, string>> = {
  orally: 'oral',
  mouth: 'oral',
  vein: 'intravenous',
  intravenously: 'intravenous',
  subcutaneously: 'subcutaneous',
  intramuscularly: 'intramuscular',
  topically: 'topical',
};

/** How something is given, where words say it: another way may succeed where one failed. */
export function waysIn(text: string): string {
  const [way = ''] =
    /\b(?:oral(?:ly)?|mouth|vein|intravenous(?:ly)?|subcutaneous(?:ly)?|intramuscular(?:ly)?|intrathecal|topical(?:ly)?|transdermal|patch|nasal|inhaled|rectal|injections?|infusions?|tablets?|capsules?|extended|pump)\b/i.exec(
      text,
    ) ?? [];
  return SAME_WAY[way.toLowerCase()] ?? way.toLowerCase();
}

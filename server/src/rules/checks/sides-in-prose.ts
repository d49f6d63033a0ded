import { peopleInSection } from '../../analysis/parties.js';
import { fieldAt, type Passage, passagesOf, placeIn } from '../../analysis/passages.js';
import { areOpposite, type Side, sideWords, type SideWord } from '../../knowledge/sides.js';
import type { MergedRecord } from '../../letter/facts.js';
import type { ResolvedLetter, ResolvedSection } from '../../letter/letter.js';
import { type Span, valueText } from '../../letter/source.js';
import type { Report } from '../../lint/rule.js';
import { remember } from '../../remember.js';

/** What a letter is about, and its side. */
interface Anchor {
  readonly name: string;
  readonly side: Side;
  readonly where: Span;
}

interface SideInProse extends SideWord {
  readonly passage: Passage;
  readonly sentence: string;
  /** The words of the sentence before it, and behind it up to a comma, in small letters. */
  readonly around: readonly string[];
}

/**
 * Reports a sentence that speaks of the diagnosis or the request with the other side. It must name what the diagnosis or request is called by, or say what is
 * wrong or asked for at the very place that those name; where it may compare the sides, tell of the past or of what is well, it is left alone, and so is a
 * side of which the letter speaks again, or the head.
 */
export function reportSidesInProse(
  letter: ResolvedLetter,
  anchors: readonly Anchor[],
  uri: string,
  report: Report,
): void {
  const sided = anchors.filter(({ side }) => side !== 'bilateral').map((anchor) => ({ ...anchor, ...wordsOf(anchor) }));
  if (sided.length === 0) return;
  const found = new Map<string, { where: Span; anchor: Anchor }[]>();
  for (const section of letter.sections) {
    for (const said of sidesIn(section)) {
      const anchor = sided.find((one) => areOpposite(one.side, said.side) && speaksOf(said, one));
      if (!anchor || sided.some((one) => one.side === said.side && speaksOf(said, one))) continue;
      const where = placeIn(uri, said.passage, said.start, said.end);
      const key = `${said.side} ${said.next[0] ?? ''}`;
      if (where && !isGivenElsewhere(letter, key, where))
        found.set(key, [...(found.get(key) ?? []), { where, anchor }]);
    }
  }
  for (const places of found.values()) {
    const [first, ...more] = places;
    if (!first || more.some(({ where }) => where.piece !== first.where.piece || where.start !== first.where.start))
      continue;
    report(first.where, 'This is the other side than the case gives. Correct the one that is wrong.', {
      related: [{ where: first.anchor.where, message: 'the side that the case gives' }],
    });
  }
}

/** Words that say what a condition or treatment is like, and not what it is. */
const GENERAL =
  /^(?:left|right|sided|bilateral|unilateral|chronic|acute|severe|moderate|mild|primary|secondary|unspecified|persistent|recurrent|advanced|pain|painful|syndrome|disease|disorder|condition|treatment|therapy|request|with|without|from|that|after|under|type|stage|grade|total|partial|other|part|side|due|and|the|for)$/;

/** Where a disease or a treatment is, which is not yet what it is. */
const BODY_PART =
  /^(?:knees?|hips?|shoulders?|elbows?|wrists?|hands?|fingers?|thumbs?|ankles?|foot|feet|toes?|legs?|arms?|limbs?|thighs?|calf|heels?|eyes?|ears?|breasts?|kidneys?|lungs?|jaw|face|neck|back|upper|lower|great|lumbar|cervical|thoracic|joints?|[lcts]\d{1,2})$/;

function wordsOf({ name }: Anchor): { readonly names: ReadonlySet<string>; readonly parts: ReadonlySet<string> } {
  const words = (name.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).filter(
    (word) => !GENERAL.test(word),
  );
  return {
    names: new Set(words.filter((word) => word.length > 4 && !BODY_PART.test(word))),
    parts: new Set(words.filter((word) => BODY_PART.test(word))),
  };
}

/** What is wrong with a part of the body, or to be done to it. */
const CONCERN =
  /\b(?:pain\w*|weakness|numbness|stenosis|narrowing|compress\w+|tear|torn|swelling|injections?|inject|surgery|operation|replacement|arthroplasty|request\w*|authoriz\w+|approv\w+|necessary)\b/i;

/** What makes a sentence about more than the patient's condition of now. */
const OTHERWISE =
  /\b(?:no|not|nor|never|without|none|normal|unaffected|intact|healthy|spared|asymptomatic|preserved|other|opposite|contralateral|compar\w+|than|while|whereas|unlike|also|too|both|bilateral(?:ly)?|either|each|earlier|previous(?:ly)?|prior|past|history|ago|healed|resolved|at (?:the )?age|was|were|had|underwent|fell|broke\w*|fractur\w*|compensat\w*|over(?:us|load)\w*|well|good|fine|mild(?:er|ly)?|less|later|next|second|if|mother|father|sister|brother|patients|participants|trial|study)\b|(?<!\p{L})in (?:19|20)\d\d/iu;

function speaksOf(
  { around, next, sentence }: SideInProse,
  { names, parts }: { readonly names: ReadonlySet<string>; readonly parts: ReadonlySet<string> },
): boolean {
  const [part = ''] = next;
  if (BODY_PART.test(part) && parts.size > 0 && !parts.has(part)) return false;
  if (around.some((word) => names.has(word))) return true;
  return parts.has(part) && CONCERN.test(sentence);
}

const sidesIn = remember((section: ResolvedSection): readonly SideInProse[] =>
  // Of a relative who is named, the sides may be as well.
  section.roles.includes('evidence') || peopleInSection(section).relatives.size > 0
    ? []
    : passagesOf(section).flatMap((passage) =>
        passage.sentences.flatMap(({ start, end }) => {
          const sentence = passage.own.slice(start, end);
          const words = sideWords(sentence);
          const sides = new Set(words.map(({ side }) => side));
          if (sides.size !== 1 || OTHERWISE.test(sentence)) return [];
          return words
            .filter((word) => isOfNow(passage, start + word.start))
            .map((word) => ({
              ...word,
              passage,
              sentence,
              start: start + word.start,
              end: start + word.end,
              around: [...wordsBefore(sentence.slice(0, word.start)), ...word.next],
            }));
        }),
      ),
);

/** Prose, or what is done for the patient now: a finding or an earlier treatment may be of the other side. */
function isOfNow(passage: Passage, offset: number): boolean {
  const field = fieldAt(passage, offset);
  return field === undefined || field.record === 'current treatment';
}

/** The words that *of the left knee* belongs to: five at most, and none beyond a comma. */
function wordsBefore(text: string): string[] {
  const clause = /[^,;:()]*$/.exec(text.slice(-120))?.[0] ?? '';
  const words = clause.trim().toLowerCase().split(/\s+/);
  return /(?:^|\s)(?:of|in|on|at|to|for|into)(?:\s(?:the|her|his|their))?$/.test(clause.trim().toLowerCase())
    ? words.slice(-5)
    : [];
}

/** Whether the head speaks of this side of this part in another place. */
function isGivenElsewhere({ facts }: ResolvedLetter, key: string, { piece, start }: Span): boolean {
  return facts
    .allRecords()
    .some((record) =>
      sidesGiven(record).some(
        (one) => one.key === key && !(one.where.piece === piece && one.where.start <= start && start < one.where.end),
      ),
    );
}

const sidesGiven = remember((record: MergedRecord): readonly { readonly key: string; readonly where: Span }[] =>
  [...record.values.values()].flatMap((values) =>
    values.flatMap((value) =>
      sideWords(valueText(value, ' ')).map(({ side, next }) => ({
        key: `${side} ${next[0] ?? ''}`,
        where: value.where,
      })),
    ),
  ),
);

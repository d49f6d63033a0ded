/*
 * How English words begin when they are spoken. That an article goes by the sound, and which classes of words differ from their spelling
 * (*a European*, *a one-year plan*, *an honor*, *an NIH grant*, *a HIPAA form*), is what dictionaries say under "a, an" (Merriam-Webster) and the
 * AMA Manual of Style (11th edition, 11.9). How a drug's name begins is what its United States label says, as in *ue-PAD-a-sye-ti-nib*.
 */

/** Words with a written vowel that begin as *you* does: *unit* but not *uninsured*, *urine* but not *urgent*. */
const LIKE_YOU =
  /^(?:eu|ew(?:e|i|ar)|u(?:[rtv][aeiouy]|s[aeu]|bi|br[eo]|k[aeru]|gand|nan|nary|ni(?!n(?!eph|uc|od|om)|ma|mm|mp|de|dio|gn|ll|rr|ro|ss)|denyc|lipris|loric|meclid|padac|stek|nasyn))/;

/** *One* and *once* begin as *won* does, *onerous* and *onset* do not. */
const LIKE_WON = /^(?:one|ones|oneself|once)(?![a-z])/;

/** Words with a silent h, and what is made of them. *Herb* is said so in the United States, *herbicide* mostly not. */
const SILENT_H = /^(?:hour|hones(?:t|ty|tly)(?![a-z])|hono(?:r|ur)|heir|herb(?:s|al|alist|aceous)?(?![a-z]))/;

/** Letters whose names begin with a vowel: *an F*, *an MRI*. */
const VOWEL_NAMES: ReadonlySet<string> = new Set('AEFHILMNORSX');

/** What is read as a word though its first letters could not begin one, or it is short. */
const READ_AS_WORDS: ReadonlySet<string> = new Set(
  'FIM FISH FIT HCPCS HER MAC MRSA NET NSTEMI RAM RAS REM RET ROS SAD SAM SNF'.split(' '),
);

/** What is spelled though it could be read. */
const SPELLED: ReadonlySet<string> = new Set('MAOI SIADH'.split(' '));

/**
 * Whether the first word of `text` begins with a vowel when it is spoken; quotation marks and parentheses before it are passed over. Undefined
 * where no letter stands there. Abbreviations in capitals are spelled, or read where that is known or they can be said.
 */
export function startsWithVowelSound(text: string): boolean | undefined {
  const word = /^[\s("'\u2018\u201c[]{0,4}([\p{L}\p{M}][\p{L}\p{M}\p{N}'\u2019-]{0,39})/u.exec(text)?.[1];
  // Behind "a" as a word the value has its own article.
  if (word === undefined || word === 'a') return undefined;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  const letter = spelledLetter(plain);
  return letter === undefined ? soundsLikeVowel(plain.toLowerCase()) : VOWEL_NAMES.has(letter.toUpperCase());
}

/** The letter whose name is said first: of *L5*, *F-wave*, *mRNA* and *MRI*. Undefined for what is read as a word. */
function spelledLetter(word: string): string | undefined {
  // A letter by itself, before a number or a hyphen.
  if (/^\p{L}(?!\p{L})/u.test(word)) return word.charAt(0);
  // mRNA, eGFR, dsDNA; but McDonald and iPhone begin as they are written, which comes to the same for the second.
  if (/^\p{Ll}{1,2}\p{Lu}{2}/u.test(word)) return word.charAt(0);
  const capitals = /^\p{Lu}{2,5}(?=s?(?!\p{L}))/u.exec(word)?.[0];
  return capitals !== undefined && !isRead(capitals) ? capitals.charAt(0) : undefined;
}

/** Whether an abbreviation is read as a word: where that is known, or where four letters or more can be said at their beginning. */
function isRead(capitals: string): boolean {
  if (READ_AS_WORDS.has(capitals)) return true;
  if (SPELLED.has(capitals) || capitals.length < 4 || /^[AEIOU]/.test(capitals)) return false;
  return /^(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCFGPS][LR]|[DT]R|S[CKMNPTW]|CH|SH|TH|WH)[AEIOUY]/.test(capitals);
}

function soundsLikeVowel(word: string): boolean {
  const first = word.charAt(0);
  if (first === 'h') return SILENT_H.test(word);
  if (first === 'y') return /^y(?:tt|p[rs])/.test(word);
  return 'aeiou'.includes(first) && !LIKE_YOU.test(word) && !LIKE_WON.test(word);
}

/**
 * English verbs behind a pronoun: *they need*, *she needs*. The forms are those of any grammar, such as Quirk, Greenbaum, Leech and Svartvik, *A Comprehensive
 * Grammar of the English Language* (1985), chapter 3.
 */

/** What one word is behind *they*; small letters, with hyphens inside. */
export type Verb =
  /** `need`, which has another form behind *he* and *she*. */
  | { readonly kind: 'plain'; readonly third: string }
  /** `drove`, `can`: the same behind each pronoun. */
  | { readonly kind: 'unchanging' }
  /** `needs`, `be`: no form that stands behind *they*; `plain` is the one that does. */
  | { readonly kind: 'misfit'; readonly plain: string };

/** Longer words are none of English. */
const longestVerb = 40;

/**
 * Reads one word as a verb. Undefined for what cannot be one behind a pronoun: *not*, *always*, *having*, *been*. Any other word is taken for a
 * verb; it is the writer who says that it is one.
 */
export function readVerb(word: string): Verb | undefined {
  if (word.length > longestVerb || !/^[a-z]+(?:-[a-z]+)*$/.test(word)) return undefined;
  if (word === 'be') return { kind: 'misfit', plain: 'are' };
  const last = word.slice(word.lastIndexOf('-') + 1);
  const first = word.slice(0, word.length - last.length);
  if (last.length < 2 || NO_VERBS.has(last) || isAdverb(last) || isParticiple(last)) return undefined;
  if (UNCHANGING.has(last) || isRegularPast(last)) return { kind: 'unchanging' };
  const plain = plainOf(last);
  if (plain !== undefined) return { kind: 'misfit', plain: first + plain };
  const third = thirdPersonOf(last);
  // *bu*: no verb, for what it would make is one itself.
  return PLAIN_IN_S.has(third) ? undefined : { kind: 'plain', third: first + third };
}

/** Whether a plain form is a verb that letters often have behind a pronoun, and nothing else there. */
export function isCommonVerb(plain: string): boolean {
  return COMMON.has(plain);
}

/** `need` makes `needs`. The word is a plain form. */
function thirdPersonOf(plain: string): string {
  const irregular = IRREGULAR_THIRD.get(plain);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(plain)) return `${plain.slice(0, -1)}ies`;
  if (/(?:[sxz]|[cs]h|[^aeiou]o)$/.test(plain)) return `${plain}es`;
  return `${plain}s`;
}

/** The plain form that makes this one, where it is a third person. */
function plainOf(word: string): string | undefined {
  if (!word.endsWith('s') || word.endsWith('ss') || PLAIN_IN_S.has(word)) return undefined;
  const irregular = IRREGULAR_PLAIN.get(word);
  if (irregular !== undefined) return irregular;
  if (/[a-z]{2}ies$/.test(word) && !PLAIN_IN_IE.has(word.slice(0, -1))) return `${word.slice(0, -3)}y`;
  const withoutEs = word.slice(0, -2);
  // *uses*, *causes*, *diagnoses*: behind one s or z the e belongs to the verb nearly always; behind x, ch and sh nearly never.
  if (PLAIN_IN_S.has(withoutEs)) return withoutEs;
  if (/(?:ss|zz|x|[cs]h|[^aeiou]o)es$/.test(word) && !PLAIN_IN_CHE.has(word.slice(0, -1))) return withoutEs;
  return word.slice(0, -1);
}

function isAdverb(word: string): boolean {
  return word.endsWith('ly') && word.length > 3 && !PLAIN_IN_LY.has(word);
}

function isParticiple(word: string): boolean {
  return PARTICIPLES.has(word) || (/[a-z]ing$/.test(word) && !PLAIN_IN_ING.has(word));
}

function isRegularPast(word: string): boolean {
  return word.endsWith('ed') && !word.endsWith('eed') && !PLAIN_IN_ED.has(word);
}

const IRREGULAR_THIRD: ReadonlyMap<string, string> = new Map([
  ['have', 'has'],
  ['are', 'is'],
  ['were', 'was'],
  ['quiz', 'quizzes'],
  ['whiz', 'whizzes'],
  ['gas', 'gasses'],
  ['solo', 'solos'],
  ['photo', 'photos'],
  ['demo', 'demos'],
  ['stomach', 'stomachs'],
]);

const IRREGULAR_PLAIN: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR_THIRD].map(([plain, third]): [string, string] => [third, plain]),
);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const PLAIN_IN_S = words('focus refocus bus bias canvas gas alias caucus chorus census plus trellis');
const PLAIN_IN_IE = words('die lie tie vie untie belie underlie outlie');
const PLAIN_IN_CHE = words('ache axe cache psyche');
const PLAIN_IN_LY = words(
  'apply reapply misapply comply fly rely reply imply multiply supply resupply ply rally sally tally bully dally sully jelly',
);
const PLAIN_IN_ING = words('bring sing ring swing sting cling fling sling spring string wring ping ding wing zing');
const PLAIN_IN_ED = words('embed imbed bed shed shred sled wed rewed');

/** Modal verbs, and past forms that are not made with *-ed*; not those that are also a plain form (*put*, *read*, *lay*). */
const UNCHANGING = words(`
  can cannot could may might must shall should will would ought
  did had went came became overcame gave took undertook overtook mistook made said told paid repaid laid mislaid saw oversaw foresaw knew grew outgrew threw overthrew
  drew withdrew flew blew
  got forgot begot found felt left kept slept overslept wept swept crept leapt dealt meant dreamt burnt learnt spelt spilt bent lent sent spent built rebuilt
  lost held withheld upheld stood understood withstood misunderstood thought brought bought sought fought caught taught
  met led misled fed bled bred fled sped sat spat ran reran outran began drank sang sank shrank sprang rang stank swam won spun clung stung swung wrung hung
  struck stuck dug slid hid bit lit shot sold retold heard overheard
  ate fell befell drove rode rose arose wrote rewrote underwrote spoke bespoke broke woke awoke chose froze stole wove wore bore tore swore
  underwent forewent outdid redid undid overdid
  shook forsook forgave forbade slew strove throve trod sought shone bound wound ground
`);

const PARTICIPLES = words(`
  been done gone undergone forgone seen foreseen overseen given forgiven taken undertaken mistaken known grown outgrown thrown drawn withdrawn flown blown
  gotten forgotten begun drunk sung sunk shrunk sprung rung swum eaten fallen driven ridden risen arisen written rewritten spoken broken woken awoken chosen
  frozen stolen woven worn borne torn sworn hidden bitten shaken proven shown sewn sown mown beaten stricken lain forbidden overdone redone undone
`);

/** Words of the closed classes, and common adverbs: none is a verb behind a pronoun. */
const NO_VERBS = words(`
  be not never always often still just ever even again soon now then already yet once twice thrice here there rather quite very too almost perhaps maybe instead
  thus therefore however moreover furthermore otherwise sometimes seldom both all each every everyone who whom whose which that this these those what when where why how
  with without within and or but nor so if because since while whereas although though unless as at by for from in into of on onto over under to toward towards up
  upon off about after before during until till between among amongst through throughout against along across behind beyond beside besides beneath
  the an we you he she it they me him us them my your his her hers its our ours their theirs mine yours himself herself itself themselves themself
  no none any some many much more most few fewer less least other others another such only also else same first second third last next ago
  one two three four five six seven eight nine ten
`);

const COMMON = words(`
  are were have do go need require want wish hope plan intend prefer choose decide agree refuse deny accept
  take use receive undergo get continue begin start stop resume complete finish try tolerate respond benefit recover improve worsen decline relapse
  live work walk stand sit sleep eat drink breathe drive carry lift climb reach move transfer bathe dress feed care attend study play run fall return remain stay
  feel suffer experience report describe say state complain present show demonstrate exhibit display develop manifest lack lose gain miss
  depend rely struggle manage cope know understand believe think seem appear become come see hear speak read write keep hold give make find
  meet qualify comply adhere follow monitor measure check inject administer apply wear avoid limit help enjoy visit consult call ask pay
`);

/** A verb as it stands behind *they*: `need` for `needs`. */
export function plainForm(verb: string): string {
  const read = readVerb(verb);
  return read?.kind === 'misfit' ? read.plain : verb;
}

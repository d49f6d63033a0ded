/** What people write for a choice, by the choice: abbreviations of charts and forms, and words that mean the same. */
const WRITTEN_FOR: Readonly<Record<string, readonly string[]>> = {
  female: ['f', 'fem', 'woman', 'girl'],
  male: ['m', 'man', 'boy'],
  nonbinary: ['non-binary', 'nb', 'enby', 'x'],
  he: ['him', 'his', 'he/him', 'he/him/his', 'he him', 'm', 'male'],
  she: ['her', 'hers', 'she/her', 'she/her/hers', 'she her', 'f', 'female'],
  they: ['them', 'their', 'theirs', 'they/them', 'they/them/theirs', 'they them'],
  expedited: ['urgent', 'stat', 'emergent', 'emergency', 'rush', 'asap', 'expedite'],
  standard: ['routine', 'normal', 'non-urgent', 'regular'],
  bilateral: ['both', 'both sides', 'left and right', 'right and left', 'b', 'bilat', 'b/l'],
  left: ['l', 'lt', 'left side', 'left-sided'],
  right: ['r', 'rt', 'right side', 'right-sided'],
  'not tolerated': [
    'intolerance',
    'intolerant',
    'intolerable',
    'side effects',
    'side effect',
    'adverse effects',
    'adverse reaction',
    'not well tolerated',
  ],
  ineffective: [
    'failed',
    'failure',
    'no response',
    'no effect',
    'no relief',
    'not effective',
    'did not work',
    'no improvement',
    'inadequate response',
    'lack of efficacy',
  ],
  'partially effective': ['partial response', 'partial', 'some relief', 'some improvement', 'partial relief'],
  contraindicated: ['contraindication', 'cannot be used', 'not safe', 'unsafe'],
  medication: ['drug', 'medicine', 'rx', 'biologic', 'infusion', 'injection'],
  procedure: ['surgery', 'operation', 'surgical procedure'],
  equipment: ['dme', 'wheelchair', 'durable medical equipment'],
  test: ['lab', 'laboratory test', 'genetic test', 'imaging', 'scan'],
  service: ['therapy visits', 'home health', 'nursing'],
  improved: ['positively', 'positive', 'better'],
  'remained stable': ['stably', 'stable', 'unchanged'],
  yes: ['y', 'true'],
  no: ['n', 'false'],
};

const BY_WORD: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const [choice, written] of Object.entries(WRITTEN_FOR))
    for (const word of written) words.set(word, [...(words.get(word) ?? []), choice]);
  return words;
}

/** The one of `choices` that a word is another word for; `undefined` where there is none. Case, dots and spaces around it do not matter. */
export function choiceMeant(text: string, choices: readonly string[]): string | undefined {
  const word = text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
  const meant = BY_WORD.get(word) ?? [];
  const found = choices.filter((choice) => meant.includes(choice.toLowerCase()));
  return found.length === 1 ? found[0] : undefined;
}

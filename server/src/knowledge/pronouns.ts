/** How a patient is spoken of; written in the case, never guessed. */
export type Pronouns = 'he' | 'she' | 'they';

/** The choices of the field that says so, in the order in which they are offered. */
export const PRONOUN_CHOICES: readonly Pronouns[] = ['he', 'she', 'they'];

const FORMS = {
  they: { he: 'he', she: 'she', they: 'they' },
  them: { he: 'him', she: 'her', they: 'them' },
  their: { he: 'his', she: 'her', they: 'their' },
  theirs: { he: 'his', she: 'hers', they: 'theirs' },
  themselves: { he: 'himself', she: 'herself', they: 'themselves' },
  'they are': { he: 'he is', she: 'she is', they: 'they are' },
  'they have': { he: 'he has', she: 'she has', they: 'they have' },
  'they were': { he: 'he was', she: 'she was', they: 'they were' },
} as const satisfies Record<string, Record<Pronouns, string>>;

export type PronounPlaceholder = keyof typeof FORMS;

/** The placeholders that stand for a pronoun, as they are written between brackets. */
export const PRONOUN_PLACEHOLDERS = Object.keys(FORMS) as readonly PronounPlaceholder[];

export function isPronounPlaceholder(name: string): name is PronounPlaceholder {
  return Object.hasOwn(FORMS, name);
}

/** In small letters; the caller sets the capital where a sentence begins. */
export function pronounFor(placeholder: PronounPlaceholder, pronouns: Pronouns): string {
  return FORMS[placeholder][pronouns];
}

/** Reads the field's value, in any case; `undefined` for anything but the three choices. */
export function parsePronouns(text: string): Pronouns | undefined {
  const folded = text.trim().toLowerCase();
  return PRONOUN_CHOICES.find((choice) => choice === folded);
}

/** Single words that speak of a person, and whom they belong to; `her` is both *them* and *their*. */
export const PRONOUN_WORDS: ReadonlyMap<string, Pronouns> = new Map(
  Object.values(FORMS)
    .flatMap((forms) => PRONOUN_CHOICES.map((choice): [string, Pronouns] => [forms[choice], choice]))
    .filter(([word]) => !word.includes(' ')),
);

import { readVerb, type Verb } from './verbs.js';

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

/** The placeholders that stand for a pronoun, as they are written between brackets. Others have a verb of the writer's: `they need`. */
export const PRONOUN_PLACEHOLDERS: readonly string[] = Object.keys(FORMS);

/** Whether a name in small letters prints a pronoun with a verb of the writer's: `they need`, `they can`; not `they needs`, `they always`. */
export function isPronounWithVerb(name: string): boolean {
  const verb = verbOf(name);
  return verb !== undefined && verb.kind !== 'misfit';
}

/** `they need` for `they needs`; undefined where the verb is in no form of *he* and *she*. */
export function withPlainVerb(name: string): string | undefined {
  const verb = verbOf(name);
  return verb?.kind === 'misfit' ? `they ${verb.plain}` : undefined;
}

function verbOf(name: string): Verb | undefined {
  return name.startsWith('they ') ? readVerb(name.slice('they '.length)) : undefined;
}

/** What a placeholder prints, in small letters: the caller sets the capital where a sentence begins. Undefined for what is no pronoun's. */
export function pronounFor(placeholder: string, pronouns: Pronouns): string | undefined {
  if (isFixed(placeholder)) return FORMS[placeholder][pronouns];
  const verb = verbOf(placeholder);
  if (!verb || verb.kind === 'misfit') return undefined;
  return verb.kind === 'plain' && pronouns !== 'they'
    ? `${pronouns} ${verb.third}`
    : `${pronouns}${placeholder.slice('they'.length)}`;
}

function isFixed(name: string): name is keyof typeof FORMS {
  return Object.hasOwn(FORMS, name);
}

/** Reads the field's value, in any case: one of the three, or a set of one's forms (`she/her/hers`). `undefined` for anything else, also for `she/they`. */
export function parsePronouns(text: string): Pronouns | undefined {
  const [first, ...others] = text
    .toLowerCase()
    .split('/')
    .map((word) => word.trim());
  const pronouns = PRONOUN_CHOICES.find((choice) => choice === first);
  return pronouns && others.every((word) => setForms.some((form) => FORMS[form][pronouns] === word))
    ? pronouns
    : undefined;
}

const setForms = ['them', 'their', 'theirs'] as const;

/** How a set of pronouns is printed, *she/her*; one that is given as a set stays as it was given. */
export function pronounSet(text: string): string {
  const pronouns = text.includes('/') ? undefined : parsePronouns(text);
  return pronouns ? `${pronouns}/${FORMS.them[pronouns]}` : text;
}

/** Single words that speak of a person, and whom they belong to; `her` is both *them* and *their*. */
export const PRONOUN_WORDS: ReadonlyMap<string, Pronouns> = new Map(
  Object.values(FORMS)
    .flatMap((forms) => PRONOUN_CHOICES.map((choice): [string, Pronouns] => [forms[choice], choice]))
    .filter(([word]) => !word.includes(' ')),
);

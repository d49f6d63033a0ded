/** How a case, a template or a policy begins. */

/** Request: the templates in reach, to begin a case with: those of a kind beside each other, and last those of none. */
export const templatesRequest = 'lmn/templates';

export interface TemplateChoice {
  readonly name: string;
  readonly title: string;
  /** The kind of letter, where the template says one. */
  readonly kind: string;
  /** What that kind is called; as empty as it. */
  readonly kindTitle: string;
  /** When letters of the kind are written; empty where nobody says it. */
  readonly purpose: string;
  readonly shipped: boolean;
  /** Where it is. */
  readonly uri: string;
}

/** Request: a new case of a template, as snippet text with a tab stop on each blank. Null when there is no such template. */
export const newCaseRequest = 'lmn/newCase';

export interface NewCaseParams {
  readonly template: string;
  /** The folder whose template it is; without it, the first that has one of the name. */
  readonly root?: string;
}

export interface NewCase {
  readonly snippet: string;
}

/** Request: the kinds of letter in reach, for a policy to name, in alphabetical order of their titles. */
export const kindsRequest = 'lmn/kinds';

export interface KindChoice {
  readonly name: string;
  readonly title: string;
  /** When such a letter is written; empty where the kind does not say. */
  readonly purpose: string;
}

/** Request: a new policy for a payer, as snippet text. From `NewPolicyParams` to `NewPolicy`. */
export const newPolicyRequest = 'lmn/newPolicy';

export interface NewPolicyParams {
  readonly payer: string;
  /** The names of the kinds of letter that it is for; none: for all to this payer. */
  readonly kinds: readonly string[];
}

export interface NewPolicy {
  readonly snippet: string;
}

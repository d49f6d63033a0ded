import { canonicalIcd10 } from './codes.js';

/** What the law protects more than other facts of health, and how a letter shows that its request is about it. */
interface Sensitive {
  readonly topic: string;
  readonly words: RegExp;
  /** Codes of such diagnoses. */
  readonly codes?: RegExp;
  /** What is requested because of it, or turns on it. */
  readonly treatments?: RegExp;
}

/**
 * Substance use disorders: 42 CFR Part 2. Psychotherapy notes: 45 CFR 164.508(a)(2). HIV: the laws of most states. A letter to a payer holds only what the
 * request needs: 45 CFR 164.502(b).
 */
const SENSITIVE: readonly Sensitive[] = [
  {
    topic: 'HIV',
    words: /(?<!\p{L})(?:HIV|AIDS|human immunodeficiency virus)(?![\p{L}\p{N}])/u,
    codes: /^(?:B20|Z21|O98\.7|R75)/,
    treatments: /HIV|antiretroviral|pre-?exposure|PrEP|lipodystrophy|\w+(?:tegravir|navir|citabine|fovir)/i,
  },
  {
    topic: 'substance use',
    words:
      /(?<!\p{L})(?:(?:opioid|alcohol|cocaine|heroin|substance|drug|stimulant|cannabis|methamphetamine|amphetamine)s?[- ](?:use disorder|abuse|misuse|dependence|addiction)|alcoholism)(?!\p{L})/iu,
    codes: /^F1[0-689]/,
    treatments:
      /buprenorphine|methadone|naltrexone|naloxone|disulfiram|acamprosate|detox|withdrawal|residential|rehabilitation|intensive outpatient|partial hospital|(?:opioid|oxycodone|hydrocodone|morphine|fentanyl|tapentadol|tramadol|stimulant|amphetamine)|transplant/i,
  },
  { topic: 'psychotherapy notes', words: /(?<!\p{L})psychotherapy (?:process )?notes?(?!\p{L})/iu },
];

/** What each kind is called. */
export const sensitiveTopics: readonly string[] = SENSITIVE.map(({ topic }) => topic);

export interface SensitiveWords {
  readonly start: number;
  readonly end: number;
  /** Which of the kinds it is: compared, never shown. */
  readonly kind: number;
}

/** The first words of each kind in a text. */
export function sensitiveIn(text: string): SensitiveWords[] {
  return SENSITIVE.flatMap(({ words }, kind) => {
    const found = words.exec(text);
    return found ? [{ start: found.index, end: found.index + found[0].length, kind }] : [];
  });
}

/** The kind of sensitive diagnosis that an ICD-10-CM code is of. */
export function sensitiveCode(text: string): number | undefined {
  const code = canonicalIcd10(text);
  const kind = code === undefined ? -1 : SENSITIVE.findIndex(({ codes }) => codes?.test(code) === true);
  return kind < 0 ? undefined : kind;
}

/** Whether a diagnosis or request, in words or by its code, is of a kind, so that its letter turns on it. */
export function isAbout(kind: number, text: string): boolean {
  const one = SENSITIVE[kind];
  if (!one) return false;
  return one.words.test(text) || one.treatments?.test(text) === true || sensitiveCode(text) === kind;
}

/** Said of groups, as of those whom a trial took or left out: *patients with HIV*. */
export const ofMany =
  /(?<!\p{L})(?:patients|people|persons|adults|children|participants|subjects|individuals|those|women|men)(?: living)? (?:with|who (?:have|had|were)|without)(?:\s[\p{L}-]{1,20}){0,3}\s$/iu;

/** Said of what is not there: *no history of alcohol abuse*, *HIV test negative*. */
export const notThere =
  /\b(?:no|not|never|nor|denie[sd]|negative|without|absen(?:t|ce)|rul(?:e|ed|ing) out|excluded|screen\w*|risk)\b/i;

/**
 * A social security number with its hyphens, or behind its name without. Numbers that were never given out (000, 666, 900 and above; 00; 0000) and published specimens are none.
 * Source: Social Security Administration, number randomization.
 */
export const ssn =
  /(?<![\p{L}\p{N}-])(?:(?:SSN|[Ss]ocial [Ss]ecurity(?: [Nn]umber| [Nn]o\.?)?)[:#]? ?(?!000|666|9)\d{3}[- ]?(?!00)\d{2}[- ]?(?!0000)\d{4}|(?!000|666|9|078-05-1120|219-09-9999)\d{3}-(?!00)\d{2}-(?!0000)\d{4})(?![\p{L}\p{N}-])/u;

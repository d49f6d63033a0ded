import type { FieldDeclaration, RecordDeclaration } from '../declarations.js';
import type { HeadEntry, Word } from '../source-file.js';
import type { Damage } from './damage.js';

/**
 * What a payer's policy or a kind of letter asks, line by line, with its names held against the vocabulary. Plain data: who asks (`Demands`), what is
 * asked (`Clause`), and what of it could not be understood (`Damage`). Whether a letter meets it is not said here.
 */
export interface Clause {
  /** `require` is asked, `recommend` told as information only, as is the length of the letter (`limit`). */
  readonly force: 'require' | 'recommend';
  /** The payer's number or name of the criterion, `3.6.4 a`; lines of one label are one criterion. */
  readonly label?: Word;
  /** The clause in the author's own words. */
  readonly words?: Word;
  /** What the criterion is called: its label, else its names as written, else its words. */
  readonly handle: string;
  /** Undefined where the line could not be understood: then it is neither met nor failed. */
  readonly ask: Ask | undefined;
  /** All of them must hold, else the clause does not apply. */
  readonly when: readonly Condition[];
  /** The kinds of letter that it is for; undefined: every kind that its file applies to. */
  readonly kinds?: Picked;
  readonly entry: HeadEntry;
}

/** Some of a list, or all but some. */
export interface Picked {
  readonly otherThan: boolean;
  readonly items: readonly Word[];
}

export type Ask =
  /** A clause of words alone: only an answer meets it. */
  | { readonly is: 'words' }
  | AskedFacts
  | { readonly is: 'group'; readonly count: number; readonly options: readonly Option[] }
  | { readonly is: 'section'; readonly sections: readonly Word[] }
  /** The letter says one of these, even in the template's own words. */
  | { readonly is: 'said'; readonly quotes: readonly Word[] }
  | { readonly is: 'enclosure'; readonly quotes: readonly Word[] }
  /** `limit 3 pages`: the letter has no more. */
  | { readonly is: 'pages'; readonly most: number };

/** `require 2 prior treatments "topiramate"; "valproate"` with the lines beneath it. */
export interface AskedFacts {
  readonly is: 'facts';
  readonly count: Count;
  readonly pick?: 'every' | 'latest';
  /** One of them is enough, unless the count says otherwise. */
  readonly names: readonly AskedName[];
  /** Behind the names, on the line itself: `last visit within 60 days`. */
  readonly test?: Test;
  /** One way is enough; a way is met by a record that meets all its lines. Empty where nothing stands beneath. */
  readonly ways: readonly (readonly BeneathLine[])[];
}

export type Count =
  { readonly is: 'some' } | { readonly is: 'at least' | 'at most'; readonly number: number } | { readonly is: 'none' };

/** A record, with words of which its first field has one; or a field. */
export interface AskedName {
  readonly written: Word;
  readonly record: RecordDeclaration;
  /** Undefined where the record itself is asked for. */
  readonly field?: FieldDeclaration;
  readonly quotes: readonly Word[];
}

/** `outcome: ineffective; partially effective`: one of the fields must have such a value. */
export interface BeneathLine {
  readonly fields: readonly FieldDeclaration[];
  readonly test: Test;
  readonly written: Word;
}

export interface Condition {
  readonly names: readonly AskedName[];
  readonly test: Test;
  readonly written: Word;
}

/** An option of a group; several lines where `and` adds to it. */
export interface Option {
  readonly asks: readonly (Ask | undefined)[];
  readonly words?: Word;
  readonly when: readonly Condition[];
  readonly entry: HeadEntry;
}

export type Test =
  | { readonly is: 'given' }
  /** One of these, or none of these; a choice, a text, a code or a range of codes. */
  | { readonly is: 'items'; readonly otherThan: boolean; readonly items: readonly Item[] }
  /** A number read from the value: `at least 8 weeks`, `4 to 14 days`, `89 percent`. */
  | { readonly is: 'number'; readonly bounds: readonly Bound[]; readonly unit?: string }
  /** Against a field of the same record: `at least 5 percent below baseline`. */
  | {
      readonly is: 'change';
      readonly bounds: readonly Bound[];
      readonly unit?: string;
      readonly direction: 'below' | 'above';
      readonly of: FieldDeclaration;
    }
  /** Against a day: the letter's, where no field is named. */
  | {
      readonly is: 'days';
      readonly op: 'within' | 'at most' | 'at least' | 'under' | 'over';
      readonly amount: number;
      readonly unit: TimeUnit;
      /** `within 60 days` alone: neither older nor later than the letter's day. */
      readonly relation: 'before' | 'after';
      readonly of?: AskedName;
    }
  /** Equal up to a comma: credentials, Inc. */
  | { readonly is: 'same as'; readonly other: AskedName };

export interface Item {
  readonly text: string;
  /** The other end of `K0861 to K0864`. */
  readonly to?: string;
  readonly written: Word;
}

/** `under` and `over` leave the number itself out. */
export interface Bound {
  readonly op: 'at least' | 'at most' | 'under' | 'over';
  readonly number: number;
}

export type TimeUnit = 'hours' | 'days' | 'weeks' | 'months' | 'years';

/** `deadline 65 days after denial date`, `decision 7 days`. */
export interface TimedLine {
  readonly is: 'deadline' | 'decision';
  /** Undefined where the line could not be understood. */
  readonly amount: number | undefined;
  /** Undefined where the line could not be understood. */
  readonly unit?: TimeUnit;
  readonly relation?: 'before' | 'after';
  readonly of?: AskedName;
  readonly label?: Word;
  readonly words?: Word;
  readonly when: readonly Condition[];
  readonly kinds?: Picked;
  readonly entry: HeadEntry;
}

/** `exempt evidence: Nursing is judged by the child's needs.`: takes away what `core` or the kind beneath asks. */
export interface Exemption {
  readonly names: readonly Word[];
  readonly words?: Word;
  readonly entry: HeadEntry;
}

/** What a policy or a kind asks, in the order of its file, without what it has from another one. */
export interface Demands {
  readonly clauses: readonly Clause[];
  readonly times: readonly TimedLine[];
  readonly exemptions: readonly Exemption[];
  /** At its margin: all of it is asked only then. Undefined where such a line could not be understood. */
  readonly when: readonly Condition[] | undefined;
  readonly damage: readonly Damage[];
}

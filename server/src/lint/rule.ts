import type { FileSubject, RecordSubject } from '../letter/subjects.js';
import type { SectionSubject } from '../letter/written-sections.js';
import type { Lack } from '../letter/lacks.js';
import type { ResolvedLetter } from '../letter/letter.js';
import type { FileRange, Span } from '../letter/source.js';
import type { RuleOption, SetOptions } from './rule-options.js';

export type Severity = 'error' | 'warning' | 'info';

/** The groups of the catalogue: what a finding endangers. */
export type RuleGroup = 'structure' | 'facts' | 'content' | 'writing' | 'privacy';

/** A change that mends a finding. Safe: it alters nothing but what the finding is about. */
export interface Fix {
  /** What it does, as a menu says it: `Write "patient name"`. */
  readonly title: string;
  readonly edits: readonly { readonly where: Span; readonly text: string }[];
  /** Never applied without being asked for: it leaves a place for the writer to fill in, or changes what the letter or a note says. */
  readonly asks?: true;
}

export interface Related {
  readonly where: Span;
  readonly message: string;
}

export interface ReportDetails {
  readonly fix?: Fix;
  /** Other ways to mend it, when there are several; editors offer them all. */
  readonly otherFixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** The text has no effect; editors show it faded. */
  readonly unnecessary?: boolean;
  /**
   * What the letter lacks, where that is all the finding says: the gate lists it as a lack already, and editors offer to fill it in. They are the letter's
   * own objects. Only for rules that look at a whole file or letter: what others find is remembered for longer than a letter lasts.
   */
  readonly lacks?: readonly Lack[];
  /** It says nothing but that something is not given yet, which nobody need be told of a case that was only just begun. */
  readonly notYet?: true;
  /** A word that an option of the rule can list, so that it is not told of again: editors offer to write it into the configuration. */
  readonly listable?: { readonly option: string; readonly word: string };
  /** Overrides the rule's own severity for this finding, where the catalogue gives two. */
  readonly severity?: Severity;
}

/** Reports a finding at a place. The message says what is wrong and what to write, and never repeats a patient's value. */
export type Report = (where: Span, message: string, details?: ReportDetails) => void;

/**
 * A snippet for documentation and tests. A string is a file of the kind that the rule looks at; several files are given by name, the first
 * being the one that is linted. The test harness adds what every such file needs (a first line) where the snippet has none.
 */
export type Example = string | Readonly<Record<string, string>>;

export interface RuleDescription {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** What holds where the rule has nothing to say: one sentence. */
  readonly summary: string;
  /** Why it matters to the reader of the letter, with the source of any fact. */
  readonly why: string;
  readonly bad: Example;
  readonly good: Example;
  /** Runs on files too that do not say what they are: every other rule would only report what follows from that. */
  readonly ofAnyFile?: true;
  /**
   * What must be known before it can judge, beside the file itself. `workspace`: every template, policy and vocabulary, since a name that nobody
   * declares yet may be declared in one that is still to be read. `template`: that of a case, which the rule holds the case against.
   * `repository`: what git tracks. `dictionary`: how words are spelled, beside all of `workspace`. Who has these not leaves the rule out.
   */
  readonly needs?: 'workspace' | 'template' | 'repository' | 'dictionary';
  /** About style, where the writer decides: a hint in the editor, and told on the command line only where the configuration gives it a severity. */
  readonly hint?: true;
  /** What a configuration can set of it. Only rules that look at a whole file or letter have options: what others find is remembered for longer than a configuration lasts. */
  readonly options?: readonly RuleOption[];
  /** Ids that it had before: they still work in suppressions and configuration. */
  readonly formerly?: readonly string[];
}

/** A rule looks at one subject: pure functions of plain data, so that results are remembered while the subject stays the same object. */
export type Rule = RuleDescription &
  (
    | { readonly subject: 'file'; check(file: FileSubject, report: Report, options: SetOptions): void }
    | {
        readonly subject: 'template';
        check(file: FileSubject & Required<Pick<FileSubject, 'template'>>, report: Report): void;
      }
    | { readonly subject: 'vocabulary'; check(file: FileSubject, report: Report): void }
    | {
        readonly subject: 'letter';
        check(letter: ResolvedLetter, report: Report, file: FileSubject, options: SetOptions): void;
      }
    /** `record` limits it to records of that name. */
    | { readonly subject: 'record'; readonly record?: string; check(record: RecordSubject, report: Report): void }
    | { readonly subject: 'section'; check(section: SectionSubject, report: Report): void }
  );

/** What a rule said, places still relative to their pieces. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly where: Span;
  readonly details: ReportDetails;
}

/** A fix at its places. */
export interface PlacedFix {
  readonly title: string;
  readonly edits: readonly { readonly range: FileRange; readonly text: string }[];
  /** The one that most would choose. */
  readonly preferred: boolean;
  /** It may be applied with all others of a file at once, when that is saved. */
  readonly automatic: boolean;
}

/** A finding at its place in a file: offsets of UTF-16 code units. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: FileRange;
  readonly fixes: readonly PlacedFix[];
  readonly related: readonly { readonly range: FileRange; readonly message: string }[];
  readonly unnecessary: boolean;
  /** What the subject's letter lacks, where the finding only tells of that. */
  readonly lacks: readonly Lack[];
  /** All it says is that something is not given yet. */
  readonly notYet?: true;
  /** The word that an option of the rule can list, so that it is not told of again. */
  readonly listable?: { readonly option: string; readonly word: string };
  /** A comment of the file suppresses it and says why: only where such findings were asked for. */
  readonly suppressed?: true;
}

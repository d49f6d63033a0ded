import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import type { CaseFile } from '../language/case-file.js';
import type { NameTarget } from '../language/name-resolution.js';
import type { Role } from '../language/reserved-names.js';
import type { SectionSource, Word } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import type { DateStyle } from '../knowledge/dates.js';
import type { Facts, MergedRecord } from './facts.js';
import type { Lack } from './lacks.js';
import type { CellAlignment } from './prose-tree.js';
import type { TemplateSection } from './template-section.js';

/**
 * Where printed words come from: as they stand in a case, template or vocabulary (`written`: prose; `value`: a fact); or computed from
 * what stands there (`derived`: an age, a pronoun, an article, a label), the span being what they were computed for.
 */
export type Origin = 'written' | 'value' | 'derived';

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly source: Span;
  readonly origin: Origin;
  /** True when the text is, letter for letter, what stands at `source`. */
  readonly exact: boolean;
  /** The field whose value it is. */
  readonly field?: FieldDeclaration;
}

export type Inline =
  | TextRun
  | { readonly kind: 'break'; readonly source: Span }
  | { readonly kind: 'strong' | 'emphasis'; readonly source: Span; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly source: Span; readonly href: string; readonly content: readonly Inline[] }
  /** A box before a choice, ticked or not; the choice is the text behind it. */
  | { readonly kind: 'box'; readonly source: Span; readonly checked: boolean }
  /** A line to write on with a pen, and the field that is to be filled in there. */
  | { readonly kind: 'pen line'; readonly source: Span; readonly field: FieldDeclaration }
  /** The numbers are the letter's to give: see `citationNumbers`. */
  | { readonly kind: 'citation'; readonly source: Span; readonly cited: readonly MergedRecord[] }
  | { readonly kind: 'gap'; readonly source: Span; readonly gap: Gap };

export interface Item {
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

export interface Signer {
  /** Path of the picture from the workspace's root, as the case or address book gives it. */
  readonly picture?: TextRun;
  /** The field of the signature: what is to be filled in where there is no picture. */
  readonly field?: FieldDeclaration;
  /** Name and credentials, then NPI; or the lines beneath the signature's own placeholder. */
  readonly lines: readonly (readonly Inline[])[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly source: Span; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly source: Span; readonly level: 3 | 4; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly source: Span;
      readonly ordered: boolean;
      readonly first: number;
      readonly items: readonly Item[];
    }
  | {
      readonly kind: 'table';
      readonly source: Span;
      readonly align: readonly CellAlignment[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      /** `[criteria]`: it has no rows until the letter has been held against what is asked of it (requirements/with-criteria.ts). */
      readonly filledWith?: 'criteria';
    }
  | { readonly kind: 'quote'; readonly source: Span; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule'; readonly source: Span }
  | {
      readonly kind: 'letterhead';
      readonly source: Span;
      readonly logo?: TextRun;
      readonly lines: readonly (readonly Inline[])[];
    }
  /** `isOwn`: asked for by a field of its own, as `[patient signature]`; else by `[signature]`, or by nobody at the letter's end. */
  | { readonly kind: 'signature'; readonly source: Span; readonly isOwn: boolean; readonly signers: readonly Signer[] }
  /** The label ("Enclosures") and one line for each. */
  | {
      readonly kind: 'enclosures';
      readonly source: Span;
      readonly label: TextRun;
      readonly lines: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: 'copies';
      readonly source: Span;
      readonly label: TextRun;
      readonly lines: readonly (readonly Inline[])[];
    }
  /** Prints the letter's `references`. */
  | { readonly kind: 'references'; readonly source: Span; readonly label: TextRun };

/** A hole in the letter: what is lacking, at one of the places that need it, and why. */
export type Gap =
  | {
      /** A fact that is printed or required and not given. */
      readonly kind: 'fact';
      readonly field: FieldDeclaration;
      /** The record that lacks it; undefined for facts of the letter and where no such record is given. */
      readonly record?: MergedRecord;
      /** The record's declaration, where the fact is a record's. */
      readonly of?: RecordDeclaration;
      readonly needed: Span;
      readonly because: 'printed' | 'required';
      /** Why a value that is given cannot be computed with: words that follow the field's name and a colon. They repeat no value. */
      readonly unusable?: string;
    }
  /** A section, or a place in one, that only the writer can write; `help` says what. */
  | { readonly kind: 'unwritten'; readonly help: string; readonly needed: Span; readonly section: string }
  /** A required section that prints nothing, or that the case left out. */
  | {
      readonly kind: 'section';
      readonly section: string;
      readonly needed: Span;
      readonly because: 'absent' | 'empty' | 'omitted';
    }
  /** A bracket that names nothing. */
  | { readonly kind: 'unknown'; readonly name: Word; readonly needed: Span }
  /** Words for a choice, `{when …}`, of which it cannot be told whether they print. */
  | { readonly kind: 'condition'; readonly needed: Span }
  /** A citation whose key nobody gives. */
  | { readonly kind: 'citation'; readonly key: Word; readonly needed: Span }
  /** A case that names a template which is not there, or no template and no prose. */
  | { readonly kind: 'template'; readonly name: string; readonly needed: Span };

/** A placeholder as prose uses it; undefined `target` where it names nothing. */
export interface PlaceholderUse {
  readonly name: Word;
  readonly target: NameTarget | undefined;
  readonly given: boolean;
  /** Inside `{…}`. */
  readonly optional: boolean;
  /** In an item or row that is printed for each of several records, and of such a record. */
  readonly repeated: boolean;
}

/** A stretch of the letter: what stands before the first heading, a section, or the blocks at the end. */
export interface ResolvedSection {
  readonly kind: 'opening' | 'section' | 'end';
  /** The heading to print; absent where none is printed. */
  readonly heading?: readonly Inline[];
  /** The heading as written, for messages and outlines. */
  readonly title: string;
  readonly roles: readonly Role[];
  readonly optional: boolean;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly uses: readonly PlaceholderUse[];
  /** What it cites, in the order of its text. */
  readonly cited: readonly MergedRecord[];
  /** `[template text]` where there is no template's text to put. */
  readonly nothingReplaced: readonly Span[];
  /** The template's section, and the case's that replaces it or stands by itself. */
  readonly templateSection?: TemplateSection;
  readonly caseSection?: SectionSource;
}

/** A case's section that did not fit the template. */
export interface SectionProblem {
  readonly kind: 'near heading' | 'nothing to omit' | 'duplicate section';
  readonly section: SectionSource;
  /** The heading that was probably meant. */
  readonly nearest?: string;
}

export interface Reference {
  readonly number: number;
  readonly cited: MergedRecord;
  readonly content: readonly Inline[];
}

/** A letter as a case and a template make it, gaps included; plain data. */
export interface ResolvedLetter {
  readonly case: CaseFile;
  readonly dates: DateStyle;
  readonly facts: Facts;
  readonly sections: readonly ResolvedSection[];
  /** What was cited, numbered in the order of first citation. */
  readonly references: readonly Reference[];
  /** All that it lacks, each thing once: because of the gaps of its sections, and of facts that are required though nothing prints them. */
  readonly lacks: readonly Lack[];
  readonly sectionProblems: readonly SectionProblem[];
}

/** The numbers of a citation's references, ascending. */
export function citationNumbers(letter: ResolvedLetter, cited: readonly MergedRecord[]): number[] {
  const numbers = cited.flatMap(
    (record) => letter.references.find((reference) => reference.cited === record)?.number ?? [],
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

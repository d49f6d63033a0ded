import type { FileKind } from './file-kinds.js';
import type { TextLine } from './lines.js';
import type { Piece, Span } from './span.js';

/** Words as they stand in a file, with their place. */
export interface Word extends Span {
  readonly text: string;
}

/** A part of a declaration's parentheses: `(text, many, also "…")`. */
export interface Term extends Word {
  readonly kind: 'word' | 'quoted' | 'separator';
}

/** An indented line beneath an entry of the head. */
export interface HeadLine {
  readonly kind: 'field' | 'declaration' | 'text';
  /** The line without the space around it. */
  readonly whole: Word;
  /** Columns of space before it; a tab reaches the next multiple of four. */
  readonly indent: number;
  readonly label?: Word;
  readonly hasColon: boolean;
  readonly value?: Word;
  readonly terms: readonly Term[];
  readonly bad: readonly Word[];
}

/** An entry of the head: a line at the margin and the indented lines beneath it, not yet held against the vocabulary. */
export interface HeadEntry {
  readonly piece: Piece;
  readonly kind: 'fact' | 'declaration' | 'record' | 'clause' | 'stray';
  /** The line at the margin without the space around it. */
  readonly whole: Word;
  /** The first word of a clause: `require`. */
  readonly verb?: Word;
  /** The name before the colon; of a clause all that stands between its verb and the colon. */
  readonly label?: Word;
  /** The key of the address book that the line names, without its `@`. */
  readonly key?: Word;
  readonly hasColon: boolean;
  /** What follows the colon: a value, or a declaration's help. */
  readonly value?: Word;
  readonly terms: readonly Term[];
  readonly bad: readonly Word[];
  /** True for an indented line with nothing at the margin above it. */
  readonly orphan?: boolean;
  readonly lines: readonly HeadLine[];
}

export type CitedKey = Word;

/** Something in square brackets that has a meaning; offsets within the piece, the brackets included. */
export type Bracket =
  | { readonly kind: 'placeholder'; readonly start: number; readonly end: number; readonly name: Word }
  | {
      readonly kind: 'citation';
      readonly start: number;
      readonly end: number;
      readonly keys: readonly CitedKey[];
      readonly bad: readonly Word[];
    }
  | { readonly kind: 'help'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'template text'; readonly start: number; readonly end: number }
  | { readonly kind: 'unclosed'; readonly start: number; readonly end: number };

/** A stretch of prose: the whole body of a section, or what stands before the first one. */
export interface ProseSource {
  readonly piece: Piece;
  /** Where the prose begins and ends within the piece. */
  readonly start: number;
  readonly end: number;
  /** In the order of the text. */
  readonly brackets: readonly Bracket[];
}

/** A section of the body: its heading and its prose. */
export interface SectionSource {
  readonly piece: Piece;
  readonly hashes: Span;
  /** The heading as written, its brackets included, its tags not. */
  readonly title: Word;
  readonly titleBrackets: readonly Bracket[];
  /** The tags at the heading's end, without `#`. */
  readonly tags: readonly Word[];
  readonly prose: ProseSource;
}

/** `// lmn-disable-next-line RULE -- reason` or `// lmn-disable-file RULE -- reason`. */
export interface Suppression {
  readonly scope: 'next line' | 'file';
  /** Rule ids as written; none when the writer named none. */
  readonly rules: readonly Word[];
  /** Empty where none is written, or only a place for it in brackets. */
  readonly reason: string;
  /** The whole comment. */
  readonly whole: Word;
  /** What `next line` covers: the first line after it that is neither blank nor a comment, as offsets in the file. */
  readonly covers?: { readonly start: number; readonly end: number };
}

export interface FileHeader {
  readonly whole: Word;
  readonly keyword: Word;
  /** False when the kind was only guessed from a misspelt word. */
  readonly exact: boolean;
  /** The name of the template, policy or vocabulary; in a case, of the template that it uses. */
  readonly name?: Word;
  /** The word `from` of a template that stands on another one. */
  readonly from?: Word;
  /** The name behind it; absent where none is written. */
  readonly base?: Word;
  readonly title?: Word;
  readonly bad: readonly Word[];
}

/** One `.lmn` file as plain data: what each line is by itself, before names are held against a vocabulary. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  /** Every line of the text, as the lexer read them: blank ones, comments, head and prose alike. */
  readonly lines: readonly TextLine[];
  /** Undefined when the file does not say what it is. */
  readonly kind: FileKind | undefined;
  readonly header?: FileHeader;
  /** The file's first line that is neither blank nor a comment: where what concerns the whole file is reported. */
  readonly firstLine: Word;
  readonly entries: readonly HeadEntry[];
  readonly divider?: Span;
  /** Prose between the divider and the first section; absent when there is none. */
  readonly preamble?: ProseSource;
  readonly sections: readonly SectionSource[];
  readonly suppressions: readonly Suppression[];
}

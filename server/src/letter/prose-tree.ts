import type { Bracket } from '../language/source-file.js';
import type { Condition } from './condition.js';

/** Prose as it was written, read once: placeholders are not filled in yet. Offsets count from the start of the prose's piece. */
export type ProseInline =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'break'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'strong' | 'emphasis';
      readonly start: number;
      readonly end: number;
      readonly content: readonly ProseInline[];
    }
  | {
      readonly kind: 'optional';
      readonly start: number;
      readonly end: number;
      readonly content: readonly ProseInline[];
    }
  | {
      readonly kind: 'when';
      readonly start: number;
      readonly end: number;
      readonly condition: Condition;
      /** What prints where it holds: nothing of the condition. */
      readonly content: readonly ProseInline[];
    }
  | {
      readonly kind: 'link';
      readonly start: number;
      readonly end: number;
      readonly href: string;
      readonly content: readonly ProseInline[];
    }
  /** `[ ] [field]`: a box for each choice of a field, else a box for the reader's pen. */
  | {
      readonly kind: 'boxes';
      readonly start: number;
      readonly end: number;
      readonly bracket: Extract<Bracket, { kind: 'placeholder' }>;
    }
  | { readonly kind: 'bracket'; readonly start: number; readonly end: number; readonly bracket: Bracket };

export interface ProseItem {
  /** Undefined where the item has no check box. */
  readonly checked?: boolean;
  readonly blocks: readonly ProseBlock[];
}

export type CellAlignment = 'left' | 'center' | 'right' | undefined;

export type ProseBlock =
  | {
      readonly kind: 'paragraph';
      readonly start: number;
      readonly end: number;
      readonly content: readonly ProseInline[];
    }
  | {
      readonly kind: 'heading';
      readonly start: number;
      readonly end: number;
      readonly level: 3 | 4;
      readonly content: readonly ProseInline[];
    }
  | {
      readonly kind: 'list';
      readonly start: number;
      readonly end: number;
      readonly ordered: boolean;
      /** The number of the first item of an ordered list. */
      readonly first: number;
      readonly items: readonly ProseItem[];
    }
  | {
      readonly kind: 'table';
      readonly start: number;
      readonly end: number;
      readonly align: readonly CellAlignment[];
      readonly header: readonly (readonly ProseInline[])[];
      readonly rows: readonly (readonly (readonly ProseInline[])[])[];
    }
  | { readonly kind: 'quote'; readonly start: number; readonly end: number; readonly blocks: readonly ProseBlock[] }
  | { readonly kind: 'rule'; readonly start: number; readonly end: number };

/** `[` or `{` without its end. */
export interface UnclosedMark {
  readonly mark: '[' | '{';
  readonly start: number;
  readonly end: number;
}

export interface ProseTree {
  readonly blocks: readonly ProseBlock[];
  readonly unclosed: readonly UnclosedMark[];
  /** `{…}` without a placeholder. */
  readonly pointless: readonly { readonly start: number; readonly end: number }[];
}

import type { Gap, TextRun } from '../letter/letter.js';
import type { Span } from '../letter/source.js';
import type { PictureSource } from './picture.js';
import { printable } from './printable.js';

export type DataAttributes = Readonly<Record<`data-${string}`, string>>;

/**
 * Attributes that tie an element to what it came from: `of` is the text run that the element prints or the gap that it shows, undefined for an
 * element that holds others. Every text run is in an element of its own when there is a marker, else in none.
 */
export type Marker = (source: Span, of: TextRun | Gap | undefined) => DataAttributes;

export interface HtmlOptions {
  readonly mark?: Marker;
  readonly picture?: PictureSource;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML shows it literally, in an element and in an attribute between double quotes. */
export function escapeHtml(text: string): string {
  const shown = printable(text);
  return /[&<>"]/.test(shown) ? shown.replace(/[&<>"]/g, (char) => marks[char] ?? char) : shown;
}

/** Attributes as they stand in a tag, each after a space. */
export function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

/** The marker's attributes for an element that holds others. */
export function marked(source: Span, options: HtmlOptions): string {
  return options.mark ? attributesText(options.mark(source, undefined)) : '';
}

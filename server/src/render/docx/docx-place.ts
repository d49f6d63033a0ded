import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import { step } from './docx-measures.js';

/** What a block stands within. */
export interface Place {
  readonly lists: number;
  readonly quotes: number;
  readonly within: 'letter' | 'item' | 'quote';
}

export const inLetter: Place = { lists: 0, quotes: 0, within: 'letter' };

/** Word's styles for lists go this deep; what is deeper stands where they end. */
const deepest = 9;

export function inItem(place: Place): Place {
  return { ...place, lists: Math.min(place.lists + 1, deepest), within: 'item' };
}

export function inQuote(place: Place): Place {
  return { ...place, quotes: Math.min(place.quotes + 1, deepest), within: 'quote' };
}

/** How far a block in a place stands in from the margins. */
export function indentOf(place: Place): { readonly left: number; readonly right: number } {
  return { left: step * (place.lists + place.quotes), right: step * place.quotes };
}

/** The style of words that are nothing special where they stand; none for the letter's own. */
export function wordsStyle(place: Place): string | undefined {
  if (place.within === 'letter') return undefined;
  if (place.within === 'quote') return 'Quote';
  return `ListContinue${place.lists === 1 ? '' : String(place.lists)}`;
}

/** How far a style stands in by itself. */
function ownIndent(style: string | undefined, place: Place): { readonly left: number; readonly right: number } {
  if (style === 'Quote') return { left: step, right: step };
  return { left: style?.startsWith('ListContinue') ? step * place.lists : 0, right: 0 };
}

/** A paragraph in a place: it says how far it stands in only where its style does not. */
export function paragraphAt(
  place: Place,
  style: string | undefined,
  children: readonly ParagraphChild[],
  options: IParagraphOptions = {},
): Paragraph {
  const indent = indentOf(place);
  const own = ownIndent(style, place);
  const said = indent.left === own.left && indent.right === own.right ? {} : { indent };
  return new Paragraph({ ...(style !== undefined && { style }), ...said, ...options, children });
}

/** A level of a list says itself how far it stands in, but not for a quotation around it. `place` is within the item. */
export function itemIndent(place: Place, hanging: number): Pick<IParagraphOptions, 'indent'> {
  if (place.quotes === 0) return {};
  const { left, right } = indentOf(place);
  return { indent: { left: left - step + hanging, right, hanging } };
}

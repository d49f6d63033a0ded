/**
 * Characters that nobody sees and that break what is copied, searched or compared: spaces of no width, soft hyphens, marks that turn the
 * direction of the text, joiners, fillers, tags. Source: Unicode, Default_Ignorable_Code_Point and Bidi_Control.
 */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u;

/** Letters whose scripts join or part by invisible signs, or run from right to left. */
const NEEDS_JOINERS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;

/** Joiners and direction marks are at home beside such letters, and tags in the flags of regions. */
const AT_HOME = /[\u061c\u200c-\u200f\u{e0020}-\u{e007f}]/u;

/** Offsets of every run of characters in `text` that cannot be seen, do not belong there and would go into the letter. */
export function findInvisible(text: string): { readonly start: number; readonly end: number }[] {
  if (!INVISIBLE.test(text)) return [];
  return [...text.matchAll(new RegExp(`${INVISIBLE.source}+`, 'gu'))].flatMap(({ 0: run, index }) => {
    const end = index + run.length;
    const isAtHome = Array.from(run).every((char) => AT_HOME.test(char));
    const around = text.slice(Math.max(0, index - 2), index) + text.slice(end, end + 2);
    return isAtHome && NEEDS_JOINERS.test(around) ? [] : [{ start: index, end }];
  });
}

export function holdsInvisible(text: string): boolean {
  return findInvisible(text).length > 0;
}

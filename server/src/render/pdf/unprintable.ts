import type { FontBook, FontName } from './font-book.js';
import type { StyledRun, TextStyle } from './styled-text.js';

/** Words in one style and one font. */
export interface SetRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly font: FontName;
  readonly whole: boolean;
}

/** What stands in a draft for characters that no font prints. */
const mark = '[?]';

/**
 * Gives each run the fonts that print it. Characters that none prints become a mark that looks like something missing, and `tell` hears what they
 * are: `Hebrew letters`, never which.
 */
export function setInFonts(
  runs: readonly StyledRun[],
  book: FontBook,
  tell: (characters: string, run: StyledRun) => void,
): SetRun[] {
  return runs.flatMap((run) =>
    book.split(run.text, run.style).map(({ text, font }): SetRun => {
      if (font) return { text, font, style: run.style, whole: run.whole };
      for (const kind of new Set(Array.from(text, kindOf))) tell(kind, run);
      return { text: mark, style: { ...run.style, gap: true }, font: 'regular', whole: true };
    }),
  );
}

/** Scripts (Unicode, UAX 24) that names of patients and clinics in the United States are most likely to be written in. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'Hebrew letters'],
  [/\p{Script=Arabic}/u, 'Arabic letters'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic letters'],
  [/\p{Script=Armenian}/u, 'Armenian letters'],
  [/\p{Script=Georgian}/u, 'Georgian letters'],
  [/\p{Script=Ethiopic}/u, 'Ethiopic letters'],
  [/\p{Script=Devanagari}/u, 'Devanagari letters'],
  [/\p{Script=Bengali}/u, 'Bengali letters'],
  [/\p{Script=Gujarati}/u, 'Gujarati letters'],
  [/\p{Script=Gurmukhi}/u, 'Gurmukhi letters'],
  [/\p{Script=Tamil}/u, 'Tamil letters'],
  [/\p{Script=Telugu}/u, 'Telugu letters'],
  [/\p{Script=Thai}/u, 'Thai letters'],
  [/\p{Script=Lao}/u, 'Lao letters'],
  [/\p{Script=Khmer}/u, 'Khmer letters'],
  [/\p{Script=Myanmar}/u, 'Burmese letters'],
  [/\p{Script=Hangul}/u, 'Korean letters'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese letters'],
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u, 'emoji'],
  [/\p{L}/u, 'letters of another script'],
  [/\p{Co}/u, 'characters of a private font'],
];

function kindOf(char: string): string {
  return scripts.find(([pattern]) => pattern.test(char))?.[1] ?? 'signs that its fonts do not have';
}

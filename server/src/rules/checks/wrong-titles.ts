import { namesIn, patientNames, patientOf, peopleInSection } from '../../analysis/parties.js';
import { type Passage, passagesOf, placeIn } from '../../analysis/passages.js';
import { nameWords } from '../../knowledge/person-names.js';
import { titleAtStart, titledNames, titleSaysOf } from '../../knowledge/titled-names.js';
import { valuesByName } from '../../letter/facts.js';
import type { ResolvedLetter, ResolvedSection } from '../../letter/letter.js';
import { type Span, valueText } from '../../letter/source.js';
import { remember } from '../../remember.js';

interface Titled {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly whose: 'he' | 'she';
  /** The name's words, as names are compared. */
  readonly words: readonly string[];
}

/**
 * Where *Mr.*, *Mrs.*, *Ms.* or *Miss* before the patient's name is not of these pronouns: the places of the titles. None where a relative is named, whose name it may be, where somebody else in the
 * head has that name, or where the case itself addresses the patient so.
 */
export function wrongTitles(letter: ResolvedLetter, pronouns: 'he' | 'she', uri: string): Span[] {
  const names = patientNames(letter);
  const wrong = letter.sections
    .flatMap(titlesIn)
    .filter(({ whose, words }) => whose !== pronouns && words.some((word) => names.has(word)));
  if (wrong.length === 0 || letter.sections.some((section) => peopleInSection(section).relatives.size > 0)) return [];
  const patient = patientOf(letter);
  const others = new Set(letter.facts.allRecords().flatMap((record) => (record === patient ? [] : namesIn(record))));
  const addressed = patient
    ? valuesByName(patient, 'form of address').map((value) => titleSaysOf(titleAtStart(valueText(value))))
    : [];
  return wrong.flatMap(({ passage, start, end, whose, words }) =>
    addressed.includes(whose) || words.some((word) => others.has(word))
      ? []
      : (placeIn(uri, passage, start, end) ?? []),
  );
}

const titlesIn = remember((section: ResolvedSection): readonly Titled[] =>
  passagesOf(section).flatMap((passage) =>
    titledNames(passage.own).flatMap(({ start, title, name }): Titled[] => {
      const whose = titleSaysOf(title);
      const end = start + title.length + (passage.own[start + title.length] === '.' ? 1 : 0);
      return whose ? [{ passage, start, end, whose, words: nameWords(name) }] : [];
    }),
  ),
);

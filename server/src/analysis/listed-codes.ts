import { type CodeEntry, type CodeList, fiscalYearOf } from '../knowledge/code-list.js';
import { canonicalIcd10 } from '../knowledge/codes.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type Span, valueText } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { letterTime } from './dated-facts.js';

/** The list of the fiscal year in which the letter is dated; undefined where that list, or the date, is not there: then nobody can say. */
export function listOn(letter: ResolvedLetter, { workspace }: FileSubject): CodeList | undefined {
  const day = letterTime(letter, 'date')?.begins.earliest;
  return day && workspace.codes.of(fiscalYearOf(day));
}

export interface ListedCode {
  /** With its dot. */
  readonly code: string;
  /** Undefined where the list does not have it. */
  readonly entry: CodeEntry | undefined;
  readonly where: Span;
}

/** The diagnosis codes that a case gives, each with what the list says of it. What has not the form of a code is left out. */
export function codesGiven(letter: ResolvedLetter, list: CodeList, uri: string): ListedCode[] {
  return letter.facts.allRecords().flatMap(({ values }) =>
    [...values].flatMap(([field, given]) =>
      given.flatMap((value): ListedCode[] => {
        const code = field.type.name === 'icd-10' && !field.quoted ? canonicalIcd10(valueText(value, ' ')) : undefined;
        if (code === undefined || value.where.piece.uri !== uri) return [];
        return [{ code, entry: list.find(code), where: value.where }];
      }),
    ),
  );
}

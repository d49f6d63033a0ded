import { type Instruction, readsLikeInstruction } from '../knowledge/instructions.js';
import { isHeadOnly, isMisplacedRecord, normalizeName } from '../letter/source.js';
import { type FileSubject, isUnfounded } from '../letter/subjects.js';
import type { WrittenPlaceholder } from '../letter/written-sections.js';
import { remember } from '../remember.js';

export interface UnknownPlaceholder extends WrittenPlaceholder {
  /** What it asks of the writer, where it reads like an instruction rather than a name. */
  readonly instruction: Instruction | undefined;
}

/**
 * The brackets of a case's or template's prose that name nothing. None where a template that it stands on is not there: the names
 * may be that one's, and one mistake is reported once.
 */
export const unknownPlaceholders = remember((file: FileSubject): readonly UnknownPlaceholder[] => findUnknown(file));

function findUnknown(file: FileSubject): UnknownPlaceholder[] {
  if (!printsProse(file) || isUnfounded(file)) return [];
  const misplaced = misplacedRecords(file);
  return file.sections.flatMap((section) =>
    section.placeholders.flatMap((placeholder): UnknownPlaceholder[] => {
      if (placeholder.target || misplaced.some((record) => isOf(record, placeholder.name.text))) return [];
      return [{ ...placeholder, instruction: readsLikeInstruction(placeholder.name.text) }];
    }),
  );
}

/** Records that a template declares, as names are compared: they belong into a vocabulary, and the letter does not know them. */
function misplacedRecords({ file }: FileSubject): string[] {
  if (file.kind !== 'template') return [];
  return file.entries.flatMap((entry) =>
    isMisplacedRecord(entry) && entry.label ? [normalizeName(entry.label.text).replace(/^record /, '')] : [],
  );
}

/** Whether a bracket asks for a record of that name or for a field of it. */
function isOf(record: string, placeholder: string): boolean {
  return record !== '' && `${normalizeName(placeholder)} `.startsWith(`${record} `);
}

/** The prose of policies and vocabularies is for whoever opens the file; no letter prints it. */
export function printsProse({ file }: FileSubject): boolean {
  return !isHeadOnly(file.kind);
}

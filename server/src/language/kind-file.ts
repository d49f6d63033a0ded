import { remember } from '../remember.js';
import { type AskingFile, readAskingFile } from './asking-file.js';
import type { HeadNames } from './head.js';
import type { Schema } from './name-resolution.js';
import { declareOwn, type OwnField } from './own-fields.js';
import { valueText } from './values.js';
import type { SourceFile } from './source-file.js';
import type { Vocabulary } from './vocabulary.js';

/** The name of the kind that holds for every letter. */
export const CORE_KIND = 'core';

/** A kind of letter: what its head says of it, and what it asks of every letter of the kind. */
export interface KindFile extends AskingFile {
  /** The kind whose clauses it takes too. */
  readonly from?: string;
}

const kindFields: readonly OwnField[] = [
  { name: 'purpose', type: 'text', many: false, help: 'When such a letter is written, in one line.' },
  { name: 'as of', type: 'date', many: false, help: 'The day on which it was last compared with its source.' },
  { name: 'source', type: 'text', many: false, help: 'The rules that it follows: section of a law, form, guide.' },
];

/** The names of what a kind says of itself. */
export const kindFieldNames: readonly string[] = kindFields.map((field) => field.name);

export function readKindFile(file: SourceFile, schema: Schema): KindFile {
  const read = readAskingFile(file, schema, kindNames(schema.vocabulary));
  const from = file.header?.base?.text;
  return from === undefined ? read : Object.assign(read, { from });
}

/** What names at the margin of a kind mean. */
export const kindNames = remember((vocabulary: Vocabulary): HeadNames => {
  const fields = new Map(kindFields.map((field) => [field.name, declareOwn(field, vocabulary)]));
  return { factOf: (norm) => fields.get(norm), recordOf: () => undefined };
});

/** When letters of the kind are written. */
export function purposeOf({ head }: KindFile): string | undefined {
  const [value] = head.facts.find(({ declaration }) => declaration?.norm === 'purpose')?.values ?? [];
  return value?.given ? valueText(value, ' ') : undefined;
}

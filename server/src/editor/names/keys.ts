import type { RecordDeclaration } from '../../language/declarations.js';
import type { Head } from '../../language/head.js';
import type { Word } from '../../language/source-file.js';
import { bookKey } from '../../language/vocabulary.js';
import type { FileContext } from '../../letter/file-context.js';
import type { Named } from './named.js';

export type NamedKey = Extract<Named, { kind: 'key' }>;

/**
 * What a key means in a file: an entry of the address book; else a record that the file's own head, or its template's, gives under that
 * key. A key that nobody gives is the file's own.
 */
export function keyNamed(
  key: string,
  record: RecordDeclaration,
  { schema, file, standing, templateHeads, head }: FileContext,
): NamedKey {
  const named = { kind: 'key', record, key: key.toLowerCase() } as const;
  if (file.kind === 'vocabulary' || schema.vocabulary.book.has(bookKey(record, key))) return named;
  const at = findKey(head, named) ? -1 : templateHeads.findIndex((one) => findKey(one, named));
  return { ...named, home: standing?.files[at]?.uri ?? file.uri };
}

/** Where a key that is not in the address book is given. */
export function ownKey(
  named: NamedKey,
  { head, templateHeads }: Pick<FileContext, 'head' | 'templateHeads'>,
): Word | undefined {
  for (const one of [head, ...templateHeads]) {
    const key = findKey(one, named);
    if (key) return key;
  }
  return undefined;
}

function findKey(head: Head | undefined, { record, key }: NamedKey): Word | undefined {
  return head?.records.find((one) => one.declaration?.norm === record.norm && one.key?.text.toLowerCase() === key)?.key;
}

import type { FieldDeclaration, RecordDeclaration } from '../declarations.js';
import type { Word } from '../source-file.js';

/** What of a policy's or kind's line could not be understood, and where. It is said in that file, never in a case. */
export type Damage = { readonly where: Word } & (
  | { readonly is: 'no such name'; /** A number stands before it. */ readonly isCounted: boolean }
  | { readonly is: 'no such field'; readonly record: RecordDeclaration }
  | { readonly is: 'no such role' }
  | { readonly is: 'no such choice'; readonly field: FieldDeclaration; readonly choices: readonly string[] }
  /** A range of codes in which none lies; `problem` is a whole message. */
  | { readonly is: 'no codes'; readonly problem: string; readonly fix?: string }
  | { readonly is: 'unfinished'; readonly of: Unfinished }
  /** `dys` where days, weeks or months are meant; something else than pages. */
  | { readonly is: 'no such unit'; readonly of: 'time' | 'pages' }
  | { readonly is: 'left over' }
  /** `or`, `and` or a comma between quoted words, where a semicolon is meant. */
  | { readonly is: 'no semicolon' }
  | { readonly is: 'no quotes'; readonly of: 'enclosure' | 'words' }
  /** `>=` where `at least` is meant. */
  | { readonly is: 'symbol'; readonly words: string }
  | { readonly is: 'no group' }
  | { readonly is: 'more than there are'; readonly options: number }
  /** A line beneath whose name and value have no colon between them; `name` is what could be the name. */
  | { readonly is: 'no colon'; readonly name: Word }
  /** A line beneath that begins with no name: perhaps the words above go on. */
  | { readonly is: 'no line' }
);

/** What is still to be written. */
export type Unfinished =
  | 'nothing'
  | 'section'
  | 'enclosure'
  | 'words'
  | 'counted'
  | 'time'
  | 'unit'
  | 'value'
  | 'condition'
  | 'deadline'
  /** The day behind *before* or *after*. */
  | 'relation'
  /** The field behind *below* or *above*. */
  | 'change'
  | 'decision'
  | 'limit'
  | 'group';

/** Takes what could not be understood. */
export type Damaged = (damage: Damage) => void;

/**
 * What `lint`, `rules` and `render` may know of files: the shape of their plain data and where a span is, nothing of how they are parsed.
 */
export { bodyStartOf } from '../language/body-start.js';
export type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
export { fieldOf } from '../language/declarations.js';
export { type ComputedTerm, MEASURES } from '../language/computed.js';
export { type Operand, operandsOf, recordOfTarget } from '../language/operands.js';
export {
  columnsOf,
  contentOf,
  coverLines,
  isBlank,
  lineAt,
  lineEndOf,
  lineNumberAt,
  linesOf,
  readLines,
  splitLines,
  type TextLine,
} from '../language/lines.js';
export type { FactField, FactRecord, Head, HeadProblem, HeadProblemKind } from '../language/head.js';
export { endOfName, headingNorm, isNameStart, normalizeName } from '../language/names.js';
export { allNames, type NameTarget, placeholderOf, resolveName, type Schema } from '../language/name-resolution.js';
export {
  blockNames,
  headingFlags,
  type LifeEvent,
  lifeEvents,
  pronounNames,
  type Role,
  roles,
} from '../language/reserved-names.js';
export type {
  Bracket,
  HeadEntry,
  HeadLine,
  ProseSource,
  SectionSource,
  SourceFile,
  Suppression,
  Word,
} from '../language/source-file.js';
export { type FileRange, type Piece, rangeOf, type Span, textOf } from '../language/span.js';
export { type FactValue, isKey, readValue, splitValues, valueText } from '../language/values.js';
export type { Workspace } from '../language/workspace.js';
export { isShipped } from '../language/shipped-text.js';
export { asks, type FileKind, isHeadOnly, kindWordOf } from '../language/file-kinds.js';
export { bookKey } from '../language/vocabulary.js';
export { CORE_KIND, kindFieldNames, type KindFile } from '../language/kind-file.js';
export { policyFieldNames, type PolicyFile } from '../language/policy-file.js';
export { declaredFields, isMisplacedRecord } from '../language/template-file.js';
export type {
  Ask,
  AskedFacts,
  AskedName,
  BeneathLine,
  Bound,
  Clause,
  Condition,
  Demands,
  Exemption,
  Item,
  Option,
  Picked,
  Test,
  TimedLine,
  TimeUnit,
} from '../language/clauses/clause.js';
export type { Damage } from '../language/clauses/damage.js';
export { beginningVerbs } from '../language/clauses/verbs.js';
export { codesIn, readOtherThan } from '../language/clauses/line-parts.js';

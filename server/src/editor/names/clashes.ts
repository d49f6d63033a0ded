import { fieldOf, type FieldDeclaration, type RecordDeclaration } from '../../language/declarations.js';
import { headNames } from '../../language/head-names.js';
import { endOfName, isNameStart, normalizeName, pluralsOf } from '../../language/names.js';
import { resolveName, type Schema } from '../../language/name-resolution.js';
import { blockNames, pronounNames } from '../../language/reserved-names.js';
import { bookKey, recordOf, recordsWith } from '../../language/vocabulary.js';
import type { Workspace } from '../../language/workspace.js';
import { citables } from '../../letter/facts.js';
import { headingNorm } from '../../language/names.js';
import type { FileContext } from '../../letter/file-context.js';
import type { Named } from './named.js';
import { endsInPossessive } from './spelling.js';
import { templateLayout } from '../../letter/template-layout.js';
import { sectionsIn } from '../../letter/template-section.js';

/**
 * Why a thing cannot have a new name, as a message that says what to do; undefined when it can. `old` is the name that it is to replace:
 * a change of capitals or possessives alone clashes with nothing.
 */
export function clashOf(named: Named, old: string, name: string, context: FileContext): string | undefined {
  const { workspace } = context;
  switch (named.kind) {
    case 'record':
      return badName(name, recordWords) ?? (isSame(old, name) ? undefined : recordClash(named.record, name, workspace));
    case 'record field':
      return badName(name) ?? (isSame(old, name) ? undefined : fieldClash(named.field, named.record, name, workspace));
    case 'template field':
      return badName(name) ?? (isSame(old, name) ? undefined : templateFieldClash(named.field, name, workspace));
    case 'file':
      return fileClash(named, name, workspace);
    case 'key':
      return keyClash(named, name, context);
    case 'section':
      return headingClash(old, name, context);
    default:
      return undefined;
  }
}

function isSame(old: string, name: string): boolean {
  return normalizeName(old) === normalizeName(name);
}

/** Names of records that lines of a vocabulary or a head mean otherwise. */
const recordWords: ReadonlySet<string> = new Set(['letter', 'record']);
const nobody: ReadonlySet<string> = new Set();

function badName(name: string, others = nobody): string | undefined {
  const norm = normalizeName(name);
  if (norm === '' || !isNameStart(name, 0) || endOfName(name, 0, name.length) !== name.length) {
    return "This cannot be a name. Use letters, digits, spaces and - ' / . % & only, beginning with a letter or digit.";
  }
  if (endsInPossessive(name))
    return 'A name ends without its possessive. Write it without the apostrophe, such as patient.';
  if (!blockNames.has(norm) && !pronounNames.has(norm) && !others.has(norm)) return undefined;
  return 'The language keeps this name for itself. Choose another one.';
}

const taken = 'Something else already has this name. Choose another one.';

/** True when a bracket or a head's line with this name already means something, in any template. */
function means(name: string, workspace: Workspace): boolean {
  return schemasOf(workspace).some((schema) => meansIn(name, schema));
}

function meansIn(name: string, schema: Schema): boolean {
  const norm = normalizeName(name);
  const { factOf, recordOf: recordAt } = headNames(schema);
  return resolveName(schema, name) !== undefined || factOf(norm) !== undefined || recordAt(norm) !== undefined;
}

function schemasOf(workspace: Workspace): Schema[] {
  return [workspace.schema, ...[...workspace.templates.values()].map((template) => template.schema)];
}

/** As `clashOf`, for a name that some file writes at its head's margin. */
export function clashAtMargin(old: string, name: string, workspace: Workspace): string | undefined {
  return !isSame(old, name) && means(name, workspace) ? taken : undefined;
}

/** Under a record's new name, or its plural, every field must be free too: `[infusion drug]` may be another record's field. */
function recordClash(record: RecordDeclaration, name: string, workspace: Workspace): string | undefined {
  const names = record.many ? [name, ...pluralsOf(normalizeName(name))] : [name];
  const fields = record.fields.flatMap((field) => [field.name, ...field.also]);
  const isTaken = names.some(
    (one) =>
      recordOf(workspace.vocabulary, normalizeName(one)) !== undefined ||
      means(one, workspace) ||
      fields.some((field) => means(`${one} ${field}`, workspace)),
  );
  return isTaken ? taken : undefined;
}

function fieldClash(
  field: FieldDeclaration,
  record: RecordDeclaration,
  name: string,
  workspace: Workspace,
): string | undefined {
  const other = fieldOf(record, normalizeName(name));
  if (other === field) return 'This is already another name of the same field. Take it out of the declaration first.';
  if (other) return 'The record already has a field of this name. Choose another one.';
  const { vocabulary } = workspace;
  const names = recordsWith(vocabulary, field).flatMap((one) =>
    one === vocabulary.letter ? [name, `letter ${name}`] : namesOfRecord(one).map((prefix) => `${prefix} ${name}`),
  );
  return names.some((one) => means(one, workspace)) ? taken : undefined;
}

function namesOfRecord({ name, also, many }: RecordDeclaration): string[] {
  return [name, ...also].flatMap((one) => (many ? [one, ...pluralsOf(normalizeName(one))] : [one]));
}

function templateFieldClash(field: FieldDeclaration, name: string, workspace: Workspace): string | undefined {
  const { uri } = field.source.piece;
  const file = workspace.get(uri);
  const schema = file?.kind === 'template' ? workspace.template(file).schema : workspace.schema;
  return meansIn(name, schema) ? taken : undefined;
}

const kebabCase = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** Whether a template, policy or vocabulary may be called so. */
export function isFileName(name: string): boolean {
  return kebabCase.test(name);
}

function fileClash(named: Extract<Named, { kind: 'file' }>, name: string, workspace: Workspace): string | undefined {
  if (name === named.name) return undefined;
  if (!isFileName(name))
    return 'Write small letters and digits, with - between words and no spaces, such as chronic-pain-renewal.';
  const isTaken = workspace.all(named.of).some((file) => file.header?.name?.text === name);
  return isTaken ? `There is already a ${named.of} of this name. Choose another one.` : undefined;
}

const wholeKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u;

function keyClash(
  named: Extract<Named, { kind: 'key' }>,
  name: string,
  { workspace, schema, head, templateHeads }: FileContext,
): string | undefined {
  if (!wholeKey.test(name))
    return 'A key is letters and digits, with . - _ between them and no spaces, such as cohen2021.';
  const key = name.toLowerCase();
  if (key === named.key) return undefined;
  const cited = citables(schema);
  const rivals = cited.includes(named.record) ? cited : [named.record];
  const isTaken = rivals.some(
    (record) =>
      workspace.vocabulary.book.has(bookKey(record, key)) ||
      [head, ...templateHeads]
        .flatMap((one) => one?.records ?? [])
        .some((one) => one.declaration === record && one.key?.text.toLowerCase() === key),
  );
  return isTaken ? 'Another entry already has this key. Choose another one.' : undefined;
}

const endsInTag = /(?:^|\s)#\p{L}[\p{L}-]*$/u;

function headingClash(old: string, name: string, context: FileContext): string | undefined {
  if (name.trim() === '') return 'A section needs a heading. To leave its heading unprinted, tag it: #untitled';
  if (endsInTag.test(name.trimEnd()))
    return 'Tags are no part of the heading. Write them behind it in the file itself.';
  const norm = headingNorm(name);
  if (norm === headingNorm(old)) return undefined;
  const sections = [...context.file.sections, ...sectionsIn(templateLayout(context))];
  const isTaken = sections.some((section) => headingNorm(section.title.text) === norm);
  return isTaken ? 'Another section already has this heading. Choose another one.' : undefined;
}

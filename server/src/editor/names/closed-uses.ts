import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { normalizeName, pluralsOf } from '../../language/names.js';
import { asks } from '../../language/file-kinds.js';
import { recordsWith, type Vocabulary } from '../../language/vocabulary.js';
import type { Workspace } from '../../language/workspace.js';
import { rolesOf } from '../../letter/heading-tags.js';
import { headingNorm } from '../../language/names.js';
import type { Named } from './named.js';
import type { ClosedFile } from '../workspace/workspace-files.js';

/** Whether a closed file is worth reading. */
export type FileTest = (file: ClosedFile) => boolean;

/** Tests whether a closed file may name something, by what is kept of it: false only for a file that does not. */
export function mayUse(named: Named, workspace: Workspace): FileTest {
  switch (named.kind) {
    case 'record':
      return mentions([...namesOfRecord(named.record), ...placeholdersOf(named.record, named.record.fields)]);
    case 'record field':
      return mayUseField(named.field, workspace.vocabulary);
    case 'template field':
      return mentions(namesOfField(named.field));
    case 'policy field':
      return (file) => asks(file.kind) && file.mentions.has(named.field.norm);
    case 'file':
      return mayNameFile(named, workspace);
    case 'key':
      return both(mentions([`@${named.key}`]), named.home === undefined ? undefined : belongsTo(named.home, workspace));
    case 'section': {
      const norm = headingNorm(named.section.title.text);
      // A case's section under another heading may stand for this one by its role.
      const byRole = rolesOf(named.section).length > 0;
      const hasHeading: FileTest = (file) => byRole || [...file.mentions].some((name) => headingNorm(name) === norm);
      return both(belongsTo(named.section.piece.uri, workspace), hasHeading);
    }
    case 'pronoun':
      return mentions([named.word]);
    case 'block':
      return mentions([named.block]);
    case 'tag':
    case 'flag':
    case 'rule':
    case 'unknown':
      return () => false;
  }
}

function mentions(names: readonly string[]): FileTest {
  const wanted = new Set(names);
  return (file) => {
    for (const name of file.mentions) if (wanted.has(name)) return true;
    return false;
  };
}

function both(one: FileTest, other: FileTest | undefined): FileTest {
  return other ? (file) => one(file) && other(file) : one;
}

/** Every form in which a record's name is compared. */
function namesOfRecord(record: RecordDeclaration): string[] {
  const names = [record.norm, ...record.also.map(normalizeName)];
  return record.many ? names.flatMap((name) => [name, ...pluralsOf(name)]) : names;
}

function namesOfField(field: FieldDeclaration): string[] {
  return [field.norm, ...field.also.map(normalizeName)];
}

function placeholdersOf(record: RecordDeclaration, fields: readonly FieldDeclaration[]): string[] {
  const names = fields.flatMap(namesOfField);
  return namesOfRecord(record).flatMap((one) => names.map((name) => `${one} ${name}`));
}

/** In a head the field stands beneath its record; a fact of the letter stands by itself. */
function mayUseField(field: FieldDeclaration, vocabulary: Vocabulary): FileTest {
  const records = recordsWith(vocabulary, field);
  const inProse = mentions(records.flatMap((record) => placeholdersOf(record, [field])));
  const asLabel = mentions(namesOfField(field));
  if (records.includes(vocabulary.letter)) return (file) => asLabel(file) || inProse(file);
  const withRecord = mentions(records.flatMap(namesOfRecord));
  return (file) => inProse(file) || (asLabel(file) && withRecord(file));
}

function mayNameFile({ of, name }: Extract<Named, { kind: 'file' }>, workspace: Workspace): FileTest {
  const declares: FileTest = (file) => file.kind === of && file.name === name;
  if (of === 'template')
    return (file) =>
      declares(file) ||
      (file.kind === 'case' && file.name === name) ||
      (file.kind === 'template' && workspace.get(file.uri)?.header?.base?.text === name);
  if (of === 'kind')
    return (file) => declares(file) || file.kind === 'kind' || file.kind === 'policy' || namesKinds(file);
  return of === 'policy' ? (file) => declares(file) || mentionsPolicies(file) : declares;
}

/** Which kinds a letter is of is not kept, only that it says so. */
const namesKinds = mentions(['for']);

/** Which policies a case names is not kept, only that it names some. */
const mentionsPolicies = mentions(['payer policy']);

/** The file itself and, where that is a template, the cases that name it, the templates upon it and their cases. */
function belongsTo(uri: string, workspace: Workspace): FileTest {
  const home = workspace.get(uri);
  const name = home?.kind === 'template' ? home.header?.name?.text : undefined;
  if (name === undefined) return (file) => file.uri === uri;
  const names = new Set([name, ...workspace.templatesOn(name)]);
  return (file) =>
    file.uri === uri || ((file.kind === 'case' || file.kind === 'template') && names.has(file.name ?? ''));
}

import { type CodeLists, noCodeLists } from '../knowledge/code-list.js';
import { ByName } from './by-name.js';
import type { FieldDeclaration } from './declarations.js';
import { CORE_KIND, type KindFile, readKindFile } from './kind-file.js';
import { type PolicyFile, readPolicyFile } from './policy-file.js';
import type { Schema, TemplateFields } from './name-resolution.js';
import type { SourceFile } from './source-file.js';
import type { Head } from './head.js';
import { headsOf, namesOver, noNames, readTemplateFile, type TemplateFile } from './template-file.js';
import { isShipped } from './shipped-text.js';
import { type Standing, standingOf } from './template-bases.js';
import { TemplateNames } from './template-names.js';
import { buildVocabulary, type Vocabulary, withKinds } from './vocabulary.js';
import { rememberBoth } from '../remember.js';
import type { Dictionary } from '../spelling/dictionary.js';

/** Which files a repository holds, by address: of one that is in none, of none. */
export type TrackedFiles = Pick<ReadonlySet<string>, 'has'>;

/**
 * The files that others refer to: templates, policies and vocabularies of a workspace, with those that ship. Cases are not kept: nothing
 * refers to them. A workspace's own file wins over a shipped one of its name; of two own ones the first by address stands.
 */
export class Workspace {
  /** The lists of diagnosis codes that its user, or the workspace, has. */
  codes: CodeLists = noCodeLists;
  /** The files that git tracks; undefined where nobody asks git, as in an editor. */
  tracked: TrackedFiles | undefined;
  /** How words are spelled; undefined where nobody has a dictionary, as in a browser. */
  dictionary: Dictionary | undefined;
  private readonly files = new Map<string, SourceFile>();
  private vocabularyMemo: Vocabulary | undefined;
  private schemaMemo: Schema | undefined;
  private templatesMemo: ByName<TemplateFile> | undefined;
  private policiesMemo: ReadonlyMap<string, PolicyFile> | undefined;
  private kindsMemo: ReadonlyMap<string, KindFile> | undefined;
  /** The names of kinds that the vocabulary was built with. */
  private kindsNamed = '';
  private fieldsMemo: ReadonlyMap<string, FieldDeclaration> | undefined;
  private readonly named = new TemplateNames();
  private changes = 0;
  private readonly templateFiles = new WeakMap<SourceFile, TemplateFile>();

  /** Adds a file or its new version; a case, and a file that does not say what it is, only takes its older version out. */
  set(file: SourceFile): void {
    const before = this.files.get(file.uri);
    if (before === file) return;
    if (before?.kind === 'template' && file.kind === 'template' && this.named.replace(before, file)) {
      this.putInPlace(before, file);
      return;
    }
    if (before) this.remove(file.uri);
    if (!file.kind || file.kind === 'case') return;
    this.files.set(file.uri, file);
    if (file.kind === 'template') this.named.add(file);
    this.forget(file.kind);
  }

  /** A template has other words, and looks the same to those that stand on it: none of them is looked at. */
  private putInPlace(before: SourceFile, file: SourceFile): void {
    this.changes++;
    this.files.set(file.uri, file);
    this.templatesMemo?.replace(before, file);
  }

  remove(uri: string): void {
    const before = this.files.get(uri);
    if (!before) return;
    this.files.delete(uri);
    if (before.kind === 'template') this.named.remove(before);
    this.forget(before.kind);
  }

  get(uri: string): SourceFile | undefined {
    return this.files.get(uri);
  }

  /** The same files, with one of them as it would be; this workspace stays as it is. */
  with(file: SourceFile): Workspace {
    const changed = new Workspace();
    for (const other of this.files.values()) if (other.uri !== file.uri) changed.set(other);
    changed.set(file);
    changed.codes = this.codes;
    changed.tracked = this.tracked;
    changed.dictionary = this.dictionary;
    return changed;
  }

  /** Grows with every change to a file that others refer to: what was made of an older workspace is stale. */
  get revision(): number {
    return this.changes;
  }

  private forget(kind: SourceFile['kind']): void {
    this.changes++;
    // The names of kinds are choices of the vocabulary; what they ask is not.
    const isVocabulary =
      kind === 'vocabulary' || (kind === 'kind' && this.kindsNamed !== this.namesOfKinds().join(' '));
    if (isVocabulary) {
      this.vocabularyMemo = undefined;
      this.schemaMemo = undefined;
    }
    if (isVocabulary || kind === 'template') {
      this.templatesMemo = undefined;
      this.fieldsMemo = undefined;
    }
    if (isVocabulary || kind === 'policy') this.policiesMemo = undefined;
    if (isVocabulary || kind === 'kind') this.kindsMemo = undefined;
  }

  /** The kinds that a letter can be of: `core` holds for every letter and is none. */
  private namesOfKinds(): string[] {
    const names = this.sorted('kind').flatMap(({ header }) => header?.name?.text ?? []);
    return [...new Set(names)].filter((name) => name !== CORE_KIND).sort();
  }

  get vocabulary(): Vocabulary {
    if (this.vocabularyMemo) return this.vocabularyMemo;
    const kinds = this.namesOfKinds();
    this.kindsNamed = kinds.join(' ');
    return (this.vocabularyMemo = withKinds(buildVocabulary(withoutReplaced(this.sorted('vocabulary'))), kinds));
  }

  /** The names in reach where no template adds its own. */
  get schema(): Schema {
    return (this.schemaMemo ??= { vocabulary: this.vocabulary });
  }

  /** Templates by name. */
  get templates(): ReadonlyMap<string, TemplateFile> {
    return (this.templatesMemo ??= new ByName(this.sorted('template'), (file) => this.template(file)));
  }

  get policies(): ReadonlyMap<string, PolicyFile> {
    return (this.policiesMemo ??= new ByName(this.sorted('policy'), (file) => this.policy(file)));
  }

  /** Kinds of letter by name; of two with one name the workspace's own comes before the one that ships. */
  get kinds(): ReadonlyMap<string, KindFile> {
    return (this.kindsMemo ??= new ByName(this.sorted('kind'), (file) => this.kind(file)));
  }

  /** The template's file with its names resolved under the present vocabulary. */
  template(file: SourceFile): TemplateFile {
    const known = this.templateFiles.get(file);
    const schema = this.schemaOf(this.standing(file));
    if (known?.schema === schema) return known;
    const read = readTemplateFile(file, this.named.face(file).fields, schema);
    this.templateFiles.set(file, read);
    return read;
  }

  /** What a template stands on: itself, then the one that it names behind `from`, and so on. */
  standing(file: SourceFile): Standing {
    return standingOf(file, this.named);
  }

  /** The heads of a template and of what it stands on, read with its names: of two that give a fact the first one counts. */
  headsOf({ file, schema }: TemplateFile): readonly Head[] {
    return headsOf(this.standing(file), schema);
  }

  /** Names of the templates that stand on this one, at whatever depth. Looks at every template. */
  templatesOn(name: string): ReadonlySet<string> {
    return this.named.upon(name);
  }

  private schemaOf({ files }: Standing): Schema {
    const names = files.reduceRight<TemplateFields | undefined>(
      (under, one) => namesOver(this.named.face(one).fields, under),
      undefined,
    );
    return schemaWith(this.vocabulary, names ?? noNames);
  }

  policy(file: SourceFile): PolicyFile {
    return policyOf(file, this.schema);
  }

  kind(file: SourceFile): KindFile {
    return kindOf(file, this.schema);
  }

  /** Fields that any template declares, by compared name: a case may hold those of templates that it does not use at present. */
  get fieldsOfAllTemplates(): ReadonlyMap<string, FieldDeclaration> {
    if (!this.fieldsMemo) {
      const fields = new Map<string, FieldDeclaration>();
      for (const template of this.templates.values())
        for (const field of template.fields) fields.set(field.norm, field);
      this.fieldsMemo = fields;
    }
    return this.fieldsMemo;
  }

  /** All files of a kind: the shipped ones first for vocabularies (a workspace adds to them), last for what a name picks one of. */
  private sorted(kind: SourceFile['kind']): SourceFile[] {
    const files = [...this.files.values()].filter((file) => file.kind === kind);
    const shippedFirst = kind === 'vocabulary' ? -1 : 1;
    return files.sort(
      (a, b) =>
        (isShipped(a.uri) ? shippedFirst : 0) - (isShipped(b.uri) ? shippedFirst : 0) || (a.uri < b.uri ? -1 : 1),
    );
  }

  /** Every template, policy, kind or vocabulary, for what looks across files. */
  all(kind: 'template' | 'policy' | 'kind' | 'vocabulary'): readonly SourceFile[] {
    return this.sorted(kind);
  }
}

/** The same object for the same two: what is read with it is remembered by it. */
const schemaWith = rememberBoth((vocabulary: Vocabulary, template: TemplateFields): Schema => ({
  vocabulary,
  template,
}));

const policyOf = rememberBoth(readPolicyFile);
const kindOf = rememberBoth(readKindFile);

/** Without shipped vocabularies whose name one of the workspace's own has: its own file stands for it. */
function withoutReplaced(files: readonly SourceFile[]): SourceFile[] {
  const own = new Set(files.filter((file) => !isShipped(file.uri)).map((file) => file.header?.name?.text));
  return files.filter((file) => !isShipped(file.uri) || !own.has(file.header?.name?.text));
}

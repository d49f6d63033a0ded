import { type FieldDeclaration, readFieldDeclaration } from './declarations.js';
import { type Head, structureHead } from './head.js';
import { headNames } from './head-names.js';
import type { Schema, TemplateFields } from './name-resolution.js';
import { normalizeName } from './names.js';
import type { HeadEntry, SourceFile } from './source-file.js';
import type { Standing } from './template-bases.js';
import { remember, rememberBoth } from '../remember.js';

/** A template with its names resolved: its own fields, the facts and records of its head. */
export interface TemplateFile {
  readonly file: SourceFile;
  readonly name: string;
  readonly title: string;
  /** Those that it declares itself; `schema` has those of its bases too. */
  readonly fields: readonly FieldDeclaration[];
  readonly schema: Schema;
  readonly head: Head;
}

/** Reads a template with the names that it and its bases give it. One without a name is read all the same, under the empty name. */
export function readTemplateFile(file: SourceFile, fields: readonly FieldDeclaration[], schema: Schema): TemplateFile {
  const name = file.header?.name?.text ?? '';
  return {
    file,
    name,
    title: file.header?.title?.text ?? name,
    fields,
    schema,
    head: headUnder(file, schema),
  };
}

/** The fields that a template declares itself. An entry whose text did not change declares the same object in the next version of the file. */
export const declaredFields = remember((file: SourceFile): readonly FieldDeclaration[] =>
  file.entries.flatMap((entry) =>
    entry.kind === 'declaration' && !isMisplacedRecord(entry) ? (fieldOf(entry) ?? []) : [],
  ),
);

/** `record device tried`, with its fields beneath it, in a template: only a vocabulary declares records. */
export function isMisplacedRecord({ kind, label, lines }: HeadEntry): boolean {
  return kind === 'declaration' && lines.length > 0 && label !== undefined && /^record\s+\S/i.test(label.text);
}

const fieldOf = remember((entry: HeadEntry) => readFieldDeclaration(entry));

/** A file's head read with the names of a schema: a template's is read with those of each template upon it, since they may declare a name again. */
export const headUnder = rememberBoth((file: SourceFile, schema: Schema): Head =>
  structureHead(file.entries, headNames(schema)),
);

/** The names that a template has of its bases, and those that it declares itself, which take the place of theirs. The same for the same two. */
export function namesOver(own: readonly FieldDeclaration[], under: TemplateFields | undefined): TemplateFields {
  if (own.length === 0) return under ?? noNames; // the commonest
  return readNames(own, under ?? noNames);
}

/** Of a template that declares nothing, and stands on none that does. */
export const noNames: TemplateFields = { byName: new Map(), byOtherName: new Map() };

const readNames = rememberBoth((own: readonly FieldDeclaration[], under: TemplateFields): TemplateFields => {
  const first = new Map<string, FieldDeclaration>();
  for (const field of own) if (!first.has(field.norm)) first.set(field.norm, field);
  // What takes the place of a base's declaration stands where that stood.
  const byName = new Map(under.byName);
  for (const [norm, field] of first) byName.set(norm, field);
  const byOtherName = new Map<string, FieldDeclaration>();
  const inherited = [...under.byName.values()].filter((field) => !first.has(field.norm));
  for (const field of [...own, ...inherited]) {
    for (const also of field.also.map(normalizeName)) if (!byOtherName.has(also)) byOtherName.set(also, field);
  }
  return { byName, byOtherName };
});

/** The heads of the templates that a letter stands on, read with the names of the first, which is the one that it uses. */
export function headsOf(standing: Standing | undefined, schema: Schema): readonly Head[] {
  return standing?.files.map((file) => headUnder(file, schema)) ?? [];
}

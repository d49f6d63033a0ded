import { type FieldDeclaration, readFieldDeclaration } from './declarations.js';
import { type Head, structureHead } from './head.js';
import { headNames } from './head-names.js';
import { normalizeName } from './names.js';
import type { Schema, TemplateFields } from './name-resolution.js';
import type { SourceFile } from './source-file.js';
import type { Vocabulary } from './vocabulary.js';

/** A template with its names resolved: its own fields, the facts and records of its head. */
export interface TemplateFile {
  readonly file: SourceFile;
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FieldDeclaration[];
  readonly schema: Schema;
  readonly head: Head;
}

/** Reads a template against a vocabulary. A template without a name is read all the same, under the empty name. */
export function readTemplateFile(file: SourceFile, vocabulary: Vocabulary): TemplateFile {
  const byName = new Map<string, FieldDeclaration>();
  const byOtherName = new Map<string, FieldDeclaration>();
  const fields: FieldDeclaration[] = [];
  for (const entry of file.entries) {
    const field = entry.kind === 'declaration' ? readFieldDeclaration(entry) : undefined;
    if (!field) continue;
    fields.push(field);
    if (!byName.has(field.norm)) byName.set(field.norm, field);
  }
  for (const field of fields) {
    for (const also of field.also.map(normalizeName)) if (!byOtherName.has(also)) byOtherName.set(also, field);
  }
  const template: TemplateFields = { byName, byOtherName };
  const schema: Schema = { vocabulary, template };
  const name = file.header?.name?.text ?? '';
  return {
    file,
    name,
    title: file.header?.title?.text ?? name,
    fields,
    schema,
    head: structureHead(file.entries, headNames(schema)),
  };
}

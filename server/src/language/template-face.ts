import type { FieldDeclaration } from './declarations.js';
import { headingNorm } from './names.js';
import type { SectionSource, SourceFile } from './source-file.js';
import { declaredFields } from './template-file.js';
import { remember } from '../remember.js';

/** What others see of a template: its name, what it stands on, the fields that it declares, and its headings. */
export interface TemplateFace {
  readonly name: string;
  readonly base: string | undefined;
  readonly fields: readonly FieldDeclaration[];
  /** Headings with their tags, in the order of the file. */
  readonly headings: readonly string[];
}

export const faceOf = remember((file: SourceFile): TemplateFace => ({
  name: file.header?.name?.text ?? '',
  base: file.header?.base?.text,
  fields: declaredFields(file),
  headings: file.sections.map(headingWithTags),
}));

const headingWithTags = remember(({ title, tags }: SectionSource): string =>
  [headingNorm(title.text), ...tags.map(({ text }) => text.toLowerCase())].join(' #'),
);

/** True where two versions of a template look the same to those that stand on it. */
export function isSameFace(a: TemplateFace, b: TemplateFace): boolean {
  return a.name === b.name && a.base === b.base && isSameList(a.fields, b.fields) && isSameList(a.headings, b.headings);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

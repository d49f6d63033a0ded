/** What a letter can be written as. */
export type LetterType = 'pdf' | 'docx' | 'html' | 'md' | 'txt';

export interface LetterTypeDescription {
  /** As menus and messages call it. */
  readonly name: string;
  /** The endings of its files with their dot, in small letters; the first is the one that is written. */
  readonly endings: readonly [string, ...string[]];
  /** A terminal cannot show it. */
  readonly binary: boolean;
}

/** In the order in which they are offered. */
export const letterTypes: Readonly<Record<LetterType, LetterTypeDescription>> = {
  pdf: { name: 'PDF', endings: ['.pdf'], binary: true },
  docx: { name: 'Word', endings: ['.docx'], binary: true },
  html: { name: 'HTML', endings: ['.html', '.htm'], binary: false },
  md: { name: 'Markdown', endings: ['.md', '.markdown'], binary: false },
  txt: { name: 'plain text', endings: ['.txt'], binary: false },
};

/** The types by name, in that order. */
export const allLetterTypes = Object.keys(letterTypes).filter(isLetterType);

export function isLetterType(name: string): name is LetterType {
  return Object.hasOwn(letterTypes, name);
}

/** The type that a file's name or path says by its ending. */
export function typeOfFile(name: string): LetterType | undefined {
  const small = name.toLowerCase();
  return allLetterTypes.find((type) => letterTypes[type].endings.some((ending) => small.endsWith(ending)));
}

/** The ending that files of a type get, with its dot. */
export function endingOf(type: LetterType): string {
  return letterTypes[type].endings[0];
}

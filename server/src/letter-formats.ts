export interface LetterFormat {
  /** As menus and messages call it. */
  readonly name: string;
  /** The endings of its files with their dot, in small letters; the first is the one that is written. */
  readonly endings: readonly [string, ...string[]];
  /** A terminal cannot show it. */
  readonly binary: boolean;
  /** It is laid out on paper of a size, with its pictures; the others are words alone. */
  readonly hasPages: boolean;
  /** Brings its fonts along, and cannot print what they lack; the others use the reader's. */
  readonly ownFonts: boolean;
  /** Made with a library so large that it is a program of its own, loaded when the first letter is written. A browser has none. */
  readonly ownProgram: boolean;
  /** What it is for, in the editor's list; a format without one is only the command line's. The command is `lmn.export` and its id. */
  readonly use?: string;
}

/** What a letter can be written as, by the id that `--to` takes, in the order in which they are offered. Command line, server, client and scripts read it. */
const table = {
  pdf: {
    name: 'PDF',
    endings: ['.pdf'],
    binary: true,
    hasPages: true,
    ownFonts: true,
    ownProgram: true,
    use: 'to fax, upload or print',
  },
  docx: {
    name: 'Word',
    endings: ['.docx'],
    binary: true,
    hasPages: true,
    ownFonts: false,
    ownProgram: true,
    use: 'to send, or to go on writing in Word',
  },
  html: {
    name: 'HTML',
    endings: ['.html', '.htm'],
    binary: false,
    hasPages: true,
    ownFonts: false,
    ownProgram: false,
    use: 'to open and print in a browser',
  },
  md: {
    name: 'Markdown',
    endings: ['.md', '.markdown'],
    binary: false,
    hasPages: false,
    ownFonts: false,
    ownProgram: false,
  },
  txt: {
    name: 'plain text',
    endings: ['.txt'],
    binary: false,
    hasPages: false,
    ownFonts: false,
    ownProgram: false,
  },
} as const satisfies Readonly<Record<string, LetterFormat>>;

export type LetterFormatId = keyof typeof table;

type FormatsWith<Trait> = {
  [Id in LetterFormatId]: (typeof table)[Id] extends Trait ? Id : never;
}[LetterFormatId];

/** Those that the editor exports. */
export type ExportFormatId = FormatsWith<{ readonly use: string }>;

/** Those that are programs of their own. */
export type DocumentFormatId = FormatsWith<{ readonly ownProgram: true }>;

export const letterFormats: Readonly<Record<LetterFormatId, LetterFormat>> = table;

export const allLetterFormats = Object.keys(table).filter(isLetterFormat);

export const exportFormats = allLetterFormats.filter(isExportFormat);

/** What a folder gets, and what a screen gets, where nothing is asked for. */
export const usualInFolder = 'pdf' satisfies LetterFormatId;
export const usualOnScreen = 'txt' satisfies LetterFormatId;

/** The formats on paper that print every letter, whatever its script. */
export const printsAll = exportFormats.filter((id) => !letterFormats[id].ownFonts);

export function isLetterFormat(id: string): id is LetterFormatId {
  return Object.hasOwn(table, id);
}

function isExportFormat(id: LetterFormatId): id is ExportFormatId {
  return letterFormats[id].use !== undefined;
}

export function isDocumentFormat(id: LetterFormatId): id is DocumentFormatId {
  return letterFormats[id].ownProgram;
}

/** The format that a file's name or path says by its ending. */
export function formatOfFile(name: string): LetterFormatId | undefined {
  return allLetterFormats.find((id) => hasEndingOf(name, id));
}

/** A file's name or path has one of the endings of a format. */
export function hasEndingOf(name: string, id: LetterFormatId): boolean {
  const small = name.toLowerCase();
  return letterFormats[id].endings.some((ending) => small.endsWith(ending));
}

/** The ending that files of a format get, with its dot. */
export function endingOf(id: LetterFormatId): string {
  return letterFormats[id].endings[0];
}

/** The names of formats as a sentence lists them: *PDF and Word*, *PDF, Word, and HTML*. */
export function namesOf(ids: readonly LetterFormatId[], last: 'and' | 'or'): string {
  const names = ids.map((id) => letterFormats[id].name);
  if (names.length < 3) return names.join(` ${last} `);
  return `${names.slice(0, -1).join(', ')}, ${last} ${names.at(-1) ?? ''}`;
}

import { readLines } from './lines.js';
import type { SourceFile } from './source-file.js';
import type { Piece } from './span.js';

/** A file that was read when the program was built, as JSON can hold it; reading it again takes a tenth of the time of parsing. */
export interface PackedSource {
  readonly uri: string;
  readonly text: string;
  /** Where each piece begins and ends in the text. */
  readonly pieces: readonly (readonly [start: number, end: number])[];
  /** The `SourceFile` without its lines, with numbers in place of its pieces, and 0 in place of words that stand so in theirs. */
  readonly file: unknown;
}

/** A file as plain JSON: what `unpackSource` makes of it is the same again, pieces shared as they were. */
export function packSource({ uri, text, ...file }: SourceFile): PackedSource {
  const pieces = new Map<Piece, number>();
  const pack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pack);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packMember(value, key, inner)]));
  };
  const packMember = (owner: Members, key: string, value: unknown): unknown => {
    if (key === 'piece') return numberOf(value as Piece);
    return key === 'text' && value === wordOf(owner) ? 0 : pack(value);
  };
  const numberOf = (piece: Piece): number => {
    const known = pieces.get(piece);
    if (known !== undefined) return known;
    pieces.set(piece, pieces.size);
    return pieces.size - 1;
  };
  const packed = pack({ ...file, lines: undefined }); // they are read from the text in no time
  return {
    uri,
    text,
    pieces: [...pieces.keys()].map(({ start, text: { length } }) => [start, start + length] as const),
    file: packed,
  };
}

/** Unpacks in place: what is given is used up. */
export function unpackSource({ uri, text, pieces, file }: PackedSource): SourceFile {
  const unpacked = pieces.map(([start, end]): Piece => ({ uri, text: text.slice(start, end), start }));
  const unpack = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(unpack);
    if (!isObject(value) || Array.isArray(value)) return;
    for (const key in value) {
      if (key === 'piece') value.piece = unpacked[Number(value.piece)];
      else if (typeof value[key] === 'object') unpack(value[key]);
    }
    if (value.text === 0) value.text = wordOf(value);
  };
  unpack(file);
  return { ...(file as SourceFile), uri, text, lines: readLines(text) };
}

type Members = Record<string, unknown>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** The text that stands at a word's place. */
function wordOf({ piece, start, end }: Members): string | undefined {
  return isObject(piece) && typeof start === 'number' && typeof end === 'number'
    ? (piece as unknown as Piece).text.slice(start, end)
    : undefined;
}

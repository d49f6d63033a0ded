import { once } from '../remember.js';
import { readLines } from './lines.js';
import type { SourceFile } from './source-file.js';
import type { Piece } from './span.js';

/**
 * A file that was read when the program was built, as three texts: its own, JSON of what tells it from others, and JSON of the rest. The last is taken apart when
 * somebody asks for it: of the files that ship, a letter needs three or four. Numbers stand in place of pieces, and 0 in place of words that stand so in theirs.
 */
export type PackedSource = readonly [text: string, face: string, rest: string];

interface Face extends Pick<SourceFile, 'uri' | 'kind'> {
  readonly header?: Members;
  /** Where each piece begins and ends in the text. */
  readonly pieces: readonly (readonly [start: number, end: number])[];
  /** The names of the other members, but for the lines, which are read from the text in no time. */
  readonly members: readonly string[];
}

/** A file as texts: what `unpackSource` makes of it is the same again, pieces shared as they were. */
export function packSource(file: SourceFile): PackedSource {
  const { uri, text, kind, header } = file;
  const others = Object.entries(file).filter(([name]) => !apart.has(name));
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
  const packed = header && (pack(header) as Members);
  const rest = pack(Object.fromEntries(others));
  const face: Face = {
    uri,
    kind,
    ...(packed && { header: packed }),
    pieces: [...pieces.keys()].map(({ start, text: { length } }) => [start, start + length] as const),
    members: others.map(([name]) => name),
  };
  return [text, JSON.stringify(face), JSON.stringify(rest)];
}

/** Members that are not in the rest. */
const apart: ReadonlySet<string> = new Set(['uri', 'text', 'kind', 'header', 'lines'] satisfies (keyof SourceFile)[]);

/** The file again. */
export function unpackSource([text, face, rest]: PackedSource): SourceFile {
  const { uri, kind, header, pieces, members } = JSON.parse(face) as Face;
  const known: Piece[] = [];
  const pieceOf = (index: number): Piece | undefined => {
    const [start, end] = pieces[index] ?? [];
    return start === undefined ? undefined : (known[index] ??= { uri, text: text.slice(start, end), start });
  };
  const unpack = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(unpack);
    if (!isObject(value) || Array.isArray(value)) return;
    for (const key in value) {
      if (key === 'piece') value.piece = pieceOf(Number(value.piece));
      else if (typeof value[key] === 'object') unpack(value[key]);
    }
    if (value.text === 0) value.text = wordOf(value);
  };
  const others = once(() => {
    const read = JSON.parse(rest) as Members;
    unpack(read);
    return read;
  });
  unpack(header);
  const file = { uri, text, kind, ...(header && { header }) };
  for (const name of members) whenAsked(file, name, () => others()[name]);
  whenAsked(file, 'lines', () => readLines(text));
  return file as SourceFile;
}

/** Gives an object a member that is made when it is read first. */
function whenAsked(object: object, name: string, make: () => unknown): void {
  const settle = (value: unknown) => Object.defineProperty(object, name, { value, enumerable: true });
  Object.defineProperty(object, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = make();
      settle(value);
      return value;
    },
  });
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

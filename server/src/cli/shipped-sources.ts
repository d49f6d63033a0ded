import { type PackedSource, unpackSource } from '../language/packed-source.js';
import type { ParseFile } from '../language/parse.js';
import type { SourceFile } from '../language/source-file.js';
import { shippedFiles } from '../shipped.js';

/** Put in by the build: the shipped files as it read them. Parsing them would take most of the time of checking one letter. */
declare const LMN_SHIPPED: readonly PackedSource[] | undefined;

let sources: readonly SourceFile[] | undefined;

/** The files that ship, read. */
export function shippedSources(parse: ParseFile): readonly SourceFile[] {
  return (sources ??= readShipped(parse));
}

function readShipped(parse: ParseFile): readonly SourceFile[] {
  if (typeof LMN_SHIPPED !== 'undefined') return LMN_SHIPPED.map(unpackSource);
  return shippedFiles.map(({ uri, text }) => parse(uri, text));
}

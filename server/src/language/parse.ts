import type { LangiumCoreServices } from 'langium';
import type { LmnFile } from './generated/ast.js';
import { readSourceFile } from './reading/read-source-file.js';
import type { SourceFile } from './source-file.js';

/** Reads texts into `SourceFile`s with Langium's parser, without documents: what the command line and tests call. */
export type ParseFile = (uri: string, text: string, previous?: SourceFile) => SourceFile;

export function createParser(services: LangiumCoreServices): ParseFile {
  const parser = services.parser.LangiumParser;
  return (uri, text, previous) => readSourceFile(parser.parse<LmnFile>(text), uri, text, previous);
}

import { createParser, type ParseFile } from '../language/parse.js';
import { createLmnCoreServices } from '../language/services.js';

let made: ParseFile | undefined;

/** Langium's parser, made when first asked for: making it takes longer than reading a letter. */
export function parser(): ParseFile {
  return (made ??= createParser(createLmnCoreServices().lmn));
}

import { createParser, type ParseFile } from '../language/parse.js';
import { createLmnCoreServices } from '../language/services.js';

let made: ParseFile | undefined;

/** Langium's parser, made when first used: making it takes longer than reading a letter. */
export const parse: ParseFile = (uri, text, previous) =>
  (made ??= createParser(createLmnCoreServices().lmn))(uri, text, previous);

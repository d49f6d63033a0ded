import { once } from '../remember.js';
import type { Demands } from './clauses/clause.js';
import { readDemands } from './clauses/read-demands.js';
import { type Head, type HeadNames, structureHead } from './head.js';
import type { Schema } from './name-resolution.js';
import type { SourceFile } from './source-file.js';

/** A file that asks something of letters: what its head says of it, and what it asks. */
export interface AskingFile {
  readonly file: SourceFile;
  readonly name: string;
  /** Its name, where it has none. */
  readonly title: string;
  readonly head: Head;
  /** Read when somebody asks: of all the policies and kinds that are there a letter needs few. */
  readonly demands: Demands;
}

export function readAskingFile(file: SourceFile, schema: Schema, names: HeadNames): AskingFile {
  const name = file.header?.name?.text ?? '';
  const demands = once(() => readDemands(file.entries, schema));
  return {
    file,
    name,
    title: file.header?.title?.text ?? name,
    head: structureHead(file.entries, names),
    get demands() {
      return demands();
    },
  };
}

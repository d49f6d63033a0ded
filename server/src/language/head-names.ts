import type { HeadNames } from './head.js';
import type { Schema } from './name-resolution.js';
import { recordOf } from './vocabulary.js';
import { remember } from '../remember.js';

/** What names at a head's margin mean under a schema: the template's fields, then facts of the letter, then records. */
export const headNames = remember(({ vocabulary, template }: Schema): HeadNames => ({
  factOf: (norm) =>
    template?.byName.get(norm) ??
    vocabulary.letter.byName.get(norm) ??
    (vocabulary.byName.has(norm)
      ? undefined
      : (template?.byOtherName.get(norm) ?? vocabulary.letter.byOtherName.get(norm))),
  recordOf: (norm) => recordOf(vocabulary, norm),
}));

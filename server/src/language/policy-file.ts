import { remember } from '../remember.js';
import { codeRangeProblem, exampleRange, readCodeRange } from '../knowledge/code-ranges.js';
import type { ValueProblem, ValueType } from '../knowledge/types.js';
import { type AskingFile, readAskingFile } from './asking-file.js';
import { withoutOtherThan } from './clauses/line-parts.js';
import type { HeadNames } from './head.js';
import type { Schema } from './name-resolution.js';
import { declareOwn, type OwnField } from './own-fields.js';
import type { SourceFile } from './source-file.js';
import type { Vocabulary } from './vocabulary.js';

/** A payer's policy: what its head says of it, and what it asks. */
export type PolicyFile = AskingFile;

/** In the order in which it is usually written. */
const policyFields: readonly OwnField[] = [
  { name: 'payer', type: 'text', many: false, help: 'The payer whose policy this is, as cases name it.' },
  { name: 'for', type: 'text', many: true, help: 'The kinds of letter that it applies to.' },
  {
    name: 'codes',
    type: 'hcpcs',
    many: true,
    help: 'The codes that it applies to, one by one or as "K0848 to K0864".',
  },
  { name: 'treatments', type: 'text', many: true, help: 'Words of what is requested: a drug often has no code.' },
  { name: 'effective', type: 'date', many: false, help: 'The first day on which it applies.' },
  { name: 'until', type: 'date', many: false, help: 'The last day on which it applies.' },
  { name: 'as of', type: 'date', many: false, help: 'The day on which it was last compared with its source.' },
  { name: 'source', type: 'text', many: false, help: 'Where the payer publishes it: number, section, page.' },
];

/** The names of what a policy says of itself. */
export const policyFieldNames: readonly string[] = policyFields.map((field) => field.name);

export function readPolicyFile(file: SourceFile, schema: Schema): PolicyFile {
  return readAskingFile(file, schema, policyNames(schema.vocabulary));
}

/** What names at the margin of a policy mean. */
export const policyNames = remember((vocabulary: Vocabulary): HeadNames => {
  const fields = new Map(policyFields.map((field) => [field.name, declareOwn(field, vocabulary)]));
  const codes = fields.get('codes');
  if (codes) fields.set('codes', { ...codes, type: { ...codes.type, check: checkCodes } });
  const kinds = vocabulary.letter.byName.get('for');
  if (kinds) fields.set('for', { ...kinds, many: true, type: { ...kinds.type, check: checkKinds(kinds.type) } });
  return { factOf: (norm) => fields.get(norm), recordOf: () => undefined };
});

/** `other than appeal-1` too. */
function checkKinds({ check }: ValueType): ValueType['check'] {
  return (text) => check(withoutOtherThan(text));
}

/** The shape that CPT, HCPCS, CDT, ICD-10-CM and NDC codes have in common. */
const CODE = /^(?=[^\s]*\d)[a-z\d][a-z\d.-]{2,12}$/i;

/** A code, or the first and the last of a range. */
function checkCodes(written: string): ValueProblem | undefined {
  const range = readCodeRange(written);
  const wrong = codeRangeProblem(range);
  if (wrong) return { ...wrong, example: exampleRange };
  if (CODE.test(range.text) && CODE.test(range.to ?? range.text)) return undefined;
  const problem = `This is no code and no range of codes. Write such as 64483, or ${exampleRange}`;
  return { problem, example: exampleRange };
}

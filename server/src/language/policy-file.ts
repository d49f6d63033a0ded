import type { FieldDeclaration } from './declarations.js';
import { choiceType, VALUE_TYPES } from '../knowledge/types.js';
import { type Head, type HeadNames, structureHead } from './head.js';
import { normalizeName } from './names.js';
import type { HeadEntry, RequirementWords, SourceFile } from './source-file.js';
import type { Vocabulary } from './vocabulary.js';
import { remember } from '../remember.js';

/** What one line of a policy asks for. */
export interface Requirement {
  readonly words: RequirementWords;
  readonly verb: 'require' | 'recommend' | 'limit';
  readonly entry: HeadEntry;
  /** The payer's own words, after the colon. */
  readonly reason: string;
}

/** A payer's policy with the facts of its head: payer, for, codes, effective, until, source. */
export interface PolicyFile {
  readonly file: SourceFile;
  readonly name: string;
  readonly title: string;
  readonly head: Head;
  readonly requirements: readonly Requirement[];
}

/** What a policy says of itself, in the order in which it is usually written. */
const policyFields: readonly { name: string; type: string; many: boolean; help: string }[] = [
  { name: 'payer', type: 'text', many: false, help: 'The payer whose policy this is, as cases name it.' },
  { name: 'for', type: 'text', many: true, help: 'The kinds of letter that it applies to.' },
  { name: 'codes', type: 'hcpcs', many: true, help: 'The procedure codes that it applies to; none means any.' },
  { name: 'effective', type: 'date', many: false, help: 'The first day on which it applies.' },
  { name: 'until', type: 'date', many: false, help: 'The last day on which it applies.' },
  { name: 'source', type: 'text', many: false, help: 'Where the payer publishes it: number, section, page.' },
];

/** The names of what a policy says of itself. */
export const policyFieldNames: readonly string[] = policyFields.map((field) => field.name);

/** The fields of a policy's head; their source is the policy itself, for nobody else declares them. */
export function readPolicyFile(file: SourceFile, vocabulary: Vocabulary): PolicyFile {
  const requirements = file.entries.flatMap((entry): Requirement[] => {
    const words = entry.requirement;
    const verb = words?.verb.text.toLowerCase();
    if (!words || (verb !== 'require' && verb !== 'recommend' && verb !== 'limit')) return [];
    return [{ words, verb, entry, reason: entry.value?.text ?? '' }];
  });
  const name = file.header?.name?.text ?? '';
  const head = structureHead(file.entries, policyNames(vocabulary));
  return { file, name, title: file.header?.title?.text ?? name, head, requirements };
}

/** What names at the margin of a policy mean. */
export const policyNames = remember((vocabulary: Vocabulary): HeadNames => {
  const fields = new Map(policyFields.map((field) => [field.name, declare(field, vocabulary)]));
  const kinds = vocabulary.letter.byName.get('for');
  if (kinds) fields.set('for', { ...kinds, many: true });
  return { factOf: (norm) => fields.get(norm), recordOf: () => undefined };
});

function declare(field: (typeof policyFields)[number], vocabulary: Vocabulary): FieldDeclaration {
  const source = vocabulary.letter.source;
  const type = VALUE_TYPES.get(field.type) ?? choiceType([]);
  const norm = normalizeName(field.name);
  const none = {
    required: false,
    derived: false,
    byHand: false,
    identifying: false,
    public: false,
    person: false,
    quoted: false,
    past: false,
    unprinted: false,
  };
  return { ...field, ...none, type, norm, after: [], insteadOf: [], also: [], source };
}

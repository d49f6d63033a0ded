import { headProblems } from '../analysis/head-problems.js';
import type { Rule } from '../lint/rule.js';
import { rangeOf, type RecordDeclaration, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

export const duplicateRecord: Rule = {
  id: 'duplicate-record',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  summary: 'A record of which there is only one is given once, and a key of the address book means one entry.',
  why: 'Only the first one counts: what stands beneath the second is printed nowhere.',
  bad: 'patient\n  name: Jane Doe\npatient\n  date of birth: 1968-03-14',
  good: 'patient\n  name: Jane Doe\n  date of birth: 1968-03-14',
  check(file, report) {
    for (const { where, record } of headProblems(file, 'duplicate record')) {
      const first = record && firstOf(where, record, file);
      const other = record && manyLike(record, file);
      const advice =
        other === undefined
          ? 'Put its lines beneath the first one.'
          : `Put its lines beneath the first one, or write "${other}".`;
      const message = `There can be only one ${record?.name ?? 'record'}, and the first one counts. ${advice}`;
      report(where, message, first ? { related: [{ where: first, message: 'given first here' }] } : {});
    }
    for (const { first, second } of file.schema.vocabulary.duplicateKeys) {
      if (rangeOf(second.key).uri !== file.file.uri) continue;
      report(second.key, 'This key is taken: another entry of this kind has it. Choose another key.', {
        related: [{ where: first.key, message: 'the first entry with this key' }],
      });
    }
  },
};

function firstOf(where: Word, record: RecordDeclaration, { head }: FileSubject): Word | undefined {
  return head?.records.find((one) => one.declaration === record && one.name !== where)?.name;
}

/** The record that takes further ones of this kind: `secondary diagnosis`. */
function manyLike({ name }: RecordDeclaration, { schema }: FileSubject): string | undefined {
  return schema.vocabulary.byName.get(`secondary ${name}`)?.name;
}

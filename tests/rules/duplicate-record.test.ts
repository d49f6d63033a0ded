import { expect, test } from 'vitest';
import { duplicateRecord } from '../../server/src/rules/duplicate-record.js';
import { finds } from '../support/finds.js';

test('a record of which there is only one', () => {
  const [finding] = finds(duplicateRecord, 'patient: Jane Doe\ndate: 2026-11-21\n<|patient|>: Joan Doe');
  expect(finding?.related).toHaveLength(1);
  expect(finds(duplicateRecord, 'diagnosis: A\n<|primary diagnosis|>: B')[0]?.message).toContain(
    'or write "secondary diagnosis"',
  );
});

test.each([
  'prior treatment: A\nprior treatment: B',
  'diagnosis: A\nsecondary diagnosis: B\nsecondary diagnosis: C',
  'zzqq\nzzqq',
])('not for %j', (text) => {
  finds(duplicateRecord, text);
});

test('a key of the address book that is taken, in the same file or another', () => {
  finds(
    duplicateRecord,
    'vocabulary v\nprovider @lee\n  name: Lee Okafor\nprovider @<|Lee|>\n  name: Lee Castle\npractice @lee\n  name: Castle Clinic',
  );
  finds(duplicateRecord, 'vocabulary v\nprovider @<|lee|>\n  name: Lee Castle', {
    'a.lmn': 'vocabulary a\nprovider @lee\n  name: Lee Okafor',
  });
  finds(duplicateRecord, 'case\nprovider @lee', {
    'a.lmn': 'vocabulary a\nprovider @lee',
    'b.lmn': 'vocabulary b\nprovider @lee',
  });
});

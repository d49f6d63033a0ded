import { test } from 'vitest';
import { icd10Code } from '../../server/src/rules/icd-10-code.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('every record that has a diagnosis code', () => {
  finds(
    icd10Code,
    'diagnosis: A\n  code: <|M54.16.2|>\nsecondary diagnosis: B\n  code: G89.4\ncomorbidity: C\n  icd-10: <|asthma|>\nsymptom: D\n  code: R11.0',
  );
});

test.each(['diagnosis: A\n  code:', 'diagnosis: A\n  code: [the code]', 'treatment requested: A\n  code: 64483'])(
  'not for %j',
  (text) => {
    finds(icd10Code, text);
  },
);

test('writes it alone and in capitals', () =>
  mends(icd10Code, 'diagnosis: A\n  code: ICD-10 m54.16', 'diagnosis: A\n  code: M54.16'));

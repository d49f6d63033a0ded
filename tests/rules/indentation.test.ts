import { expect, test } from 'vitest';
import { indentation } from '../../server/src/rules/indentation.js';
import { finds, findingsOf } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('a field of the record above that stands at the margin', () => {
  const [finding] = finds(indentation, 'patient\n  name: Jane Doe\n<|date of birth|>: 1968-03-14\n<|pronouns|>: she');
  expect(finding?.message).toContain('"patient"');
});

test.each(['patient\n  name: Jane Doe\ndate: 2026-11-21', 'date of birth: 1968-03-14', 'insurance\n\tmember id: 1'])(
  'not in %j',
  (text) => {
    finds(indentation, text);
  },
);

test('indents the line and what continues it', () => {
  mends(
    indentation,
    'patient\n  name: Jane Doe\ndate of birth: 1968-03-14',
    'patient\n  name: Jane Doe\n  date of birth: 1968-03-14',
  );
  mends(
    indentation,
    'patient\naddress: 1 Example Road\n  Santa Fe',
    'patient\n  address: 1 Example Road\n    Santa Fe',
  );
  mends(
    indentation,
    'patient\n    name: Jane Doe\nphone: 505-555-0170',
    'patient\n    name: Jane Doe\n    phone: 505-555-0170',
  );
});

test('moves the line where something else stands between', () => {
  mends(
    indentation,
    'patient\n  name: Jane Doe\nurgency: standard\naddress: 1 Example Road\n  Santa Fe\ndate: 2026-11-21',
    'patient\n  name: Jane Doe\n  address: 1 Example Road\n    Santa Fe\nurgency: standard\ndate: 2026-11-21',
  );
});

test('keeps the ends of lines', () => {
  mends(
    indentation,
    'case\r\npatient: Jane Doe\r\nurgency: standard\r\nphone: 505-555-0170',
    'case\r\npatient: Jane Doe\r\n  phone: 505-555-0170\r\nurgency: standard\r\n',
  );
});

test('an indented line beneath nothing has no fix', () => {
  expect(findingsOf(indentation, 'case\n  patient\n    name: Jane Doe').findings[0]?.fixes).toEqual([]);
});

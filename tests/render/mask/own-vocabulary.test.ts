import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LetterMask } from '../../../server/src/render/mask/letter-mask.js';
import { repeatsOf } from '../../../server/src/render/mask/identifying-fields.js';
import { renderText } from '../../../server/src/render/text.js';
import { letterOf } from '../support/letter-of.js';
import { workspaceOf } from '../../support/workspace.js';

test('what each field of the standard vocabulary is masked as', () => {
  const { letter, records } = workspaceOf({}).vocabulary;
  const lines = [letter, ...records].flatMap((record) =>
    record.fields.map((field) => `${record.name}: ${field.name}: ${repeatsOf(field) ?? '-'}\n`),
  );
  const file = fileURLToPath(new URL('standard-fields.txt', import.meta.url));
  expect(lines.join('')).toBe(readFileSync(file, 'utf8'));
});

/** What is masked of a line of prose where a clinic has a vocabulary of its own. */
function masked(vocabulary: string, head: string, prose: string): string {
  const letter = letterOf(`case\ndate: 2026-11-21\n${head}\n---\n${prose}\n`, {
    'v.lmn': `vocabulary v\n${vocabulary}`,
  });
  return (renderText(new LetterMask().of(letter)).split('\n\n______')[0] ?? '').replace(/\n/g, ' ').trim();
}

describe('a record of a clinic’s own', () => {
  test.each([
    [
      'like the patient',
      'record guardian (like patient)',
      'guardian: Ruth Okafor\n  date of birth: 1950-02-03\n  height: 5 ft 2 in',
      'Ms. Okafor, born February 3, 1950, is 5 ft 2 in; [guardian name]',
      'Ms. ‹guardian name›, born ‹guardian date of birth›, is ‹guardian height›; ‹guardian name›',
    ],
    [
      'like the provider',
      'record nurse (like provider)',
      'nurse: Lee Okafor\n  phone: 505-555-0144',
      '[nurse phone] reaches [nurse name]',
      '505-555-0144 reaches Lee Okafor',
    ],
    [
      'with a person and a number',
      'record relative\n  name (text, identifying, person)\n  file number (text, identifying)',
      'relative: Ruth Okafor\n  file number: AB-12',
      'Okafor of ab12; ruth',
      '‹relative name› of ‹relative file number›; ‹relative name›',
    ],
    [
      'that says nothing of who its phone is',
      'record neighbor\n  name\n  phone (phone)',
      'neighbor: Ruth\n  phone: 505-555-0144',
      'Ruth at 5055550144',
      'Ruth at ‹neighbor phone›',
    ],
    [
      'that is public, but for its dates',
      'record shop (public)\n  name\n  phone (phone)\n  asked (date)\n  founded (date, public)',
      'shop: Rio\n  phone: 505-555-0144\n  asked: 2026-05-04\n  founded: 1999-05-04',
      '[shop phone], [shop asked], [shop founded]',
      '505-555-0144, ‹shop asked›, May 4, 1999',
    ],
    [
      'that is computed from what identifies',
      'record letter\n  lived (years from patient date of birth to date)\n  waited (days from denial date to date)',
      'patient\n  date of birth: 1930-01-02\ndenial\n  date: 2026-11-01',
      '[lived], [waited]',
      '‹patient date of birth›, 20 days',
    ],
  ])('%s', (_, vocabulary, head, prose, expected) => expect(masked(vocabulary, head, prose)).toBe(expected));
});

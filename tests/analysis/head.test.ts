import { describe, expect, test } from 'vitest';
import { headlessFields } from '../../server/src/analysis/headless-fields.js';
import { proseInHead } from '../../server/src/analysis/prose-in-head.js';
import { subjectOf } from '../support/workspace.js';

describe('prose in a head without a divider', () => {
  test.each<[string, string, string | undefined]>([
    [
      'begins where it reads like a letter',
      'case\npatient: Jane Doe\nDear all,\nPlease approve this treatment.\n',
      'Dear all,',
    ],
    ['begins at a divider with a slip', 'case\npatient: Jane Doe\n--\nPlease approve this treatment.\n', '--'],
    ['is none where a fact follows', 'case\nPlease approve this treatment.\npatient: Jane Doe\n', undefined],
    ['is none behind a divider', 'case\npatient: Jane Doe\n---\nPlease approve this treatment.\n', undefined],
    ['is none in a policy', 'policy p\nPlease approve this treatment.\n', undefined],
  ])('%s', (_, text, first) => expect(proseInHead(subjectOf(text))?.first.whole.text).toBe(first));
});

describe('fields whose record is gone', () => {
  const found = (text: string) =>
    [...headlessFields(subjectOf(text)).values()].map(({ first, records }) => [first.text, records[0]?.name]);

  test('are those of the one record that has them all', () =>
    expect(found('case\npatient\n  name: Jane Doe\n  payer: Blue Mesa\n  member id: H123\n')).toEqual([
      ['payer', 'insurance'],
    ]));

  test('a single field that does not belong is a slip of its own', () =>
    expect(found('case\npatient\n  name: Jane Doe\n  payer: Blue Mesa\n')).toEqual([]));
});

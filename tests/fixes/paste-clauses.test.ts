import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteIntoHead } from '../../server/src/fixes/paste.js';
import { readMarked } from '../support/marked.js';
import { subjectOf } from '../support/workspace.js';

const head = 'policy p "P"\npayer: Blue Mesa\n\nrequire evidence: 9: Studies.\n';

/** What a text becomes on an empty line behind `before`; undefined where it is put in as it is. */
function pasted(text: string, before = head): string[] | undefined {
  return pasteIntoHead(subjectOf(before), before.length, before.length, text)?.text.split('\n');
}

describe('a payer’s text becomes clauses', () => {
  test.each<[string, string, string[]]>([
    [
      'a sentence each, however the lines are broken',
      'The member is 18 years\nor older. Two drugs, e.g. Topiramate, have\nfailed.\n\nSeen in the last 90 days',
      [
        'require: The member is 18 years or older.',
        'require: Two drugs, e.g. Topiramate, have failed.',
        'require: Seen in the last 90 days.',
      ],
    ],
    [
      'an item each',
      '• Seen in the last 90 days; and\n• Two drugs have failed,\n  each for eight weeks.\n',
      ['require: Seen in the last 90 days.', 'require: Two drugs have failed, each for eight weeks.'],
    ],
    [
      'with the payer’s numbers',
      '3.1 Seen in the last 90 days.\n3.2 Two drugs have failed.\n(a) One of them is an antidepressant.\n',
      [
        'require: 3.1: Seen in the last 90 days.',
        'require: 3.2: Two drugs have failed.',
        'require: 3.2 a: One of them is an antidepressant.',
      ],
    ],
    [
      'a number that is there already is none',
      '9. Two drugs have failed.\n10. A diary is enclosed.',
      ['require: Two drugs have failed.', 'require: 10: A diary is enclosed.'],
    ],
    [
      'what leads to a list, and a title, are comments',
      'Coverage Criteria\n\nInitial approval\n\nAll of the following must be met:\n1. Seen in the last 90 days.\n2. Two drugs have failed.',
      [
        '// Coverage Criteria',
        '// Initial approval',
        '// All of the following must be met:',
        'require: 1: Seen in the last 90 days.',
        'require: 2: Two drugs have failed.',
      ],
    ],
    [
      'one of a list is enough',
      'One of the following:\n- Episodic migraine\n- Chronic migraine\n\nA diary is enclosed.',
      [
        'require one of these: One of the following.',
        'option: Episodic migraine.',
        'option: Chronic migraine.',
        'require: A diary is enclosed.',
      ],
    ],
    [
      'or two of it',
      '2.2 The member has tried two (2) of the following drugs:\n- topiramate\n- propranolol\n- venlafaxine\n',
      [
        'require 2 of these: 2.2: The member has tried two (2) of the following drugs.',
        'option: topiramate.',
        'option: propranolol.',
        'option: venlafaxine.',
      ],
    ],
    [
      'a list of which the items end with or',
      'The site is safe because:\n- the patient reacted before, or\n- an implanted port is used.',
      [
        'require one of these: The site is safe because.',
        'option: the patient reacted before.',
        'option: an implanted port is used.',
      ],
    ],
    [
      'a colon within words is no label',
      'The drug is one of two: erenumab or galcanezumab.',
      ['require: 1: The drug is one of two: erenumab or galcanezumab.'],
    ],
  ])('%s', (_, text, lines) => expect(pasted(text)).toEqual(lines));

  test('in kinds too', () =>
    expect(pasted('Two drugs have failed.', 'kind k "K"\n')).toEqual(['require: Two drugs have failed.']));

  test.each([
    ['clauses', 'require evidence: 1: Studies.\nrecommend enclosure "notes": Notes.\n'],
    ['facts of a policy', 'source: Medical Policy MP-104, section 3\nas of: 2026-11-28\n'],
    ['a word', 'Juniper Mutual'],
  ])('but %s stay as they are', (_, text) => expect(pasted(text)).toBeUndefined());

  test('and nothing is changed within a line, nor in a vocabulary', () => {
    const { text, offsets } = readMarked('policy p\nrequire: Two<|>\n');
    const at = offsets[0] ?? 0;
    expect(pasteIntoHead(subjectOf(text), at, at, 'Two drugs have failed.\nAll of them.')).toBeUndefined();
    expect(pasted('Two drugs have failed.', 'vocabulary v "V"\n')).toBeUndefined();
  });
});

const words = fc.constantFrom(
  'The',
  'member',
  'has',
  'failed',
  'two',
  'drugs',
  'or',
  'and',
  'MRI',
  'e.g.',
  '10',
  'mg;',
  'weeks:',
  'three of the following:',
);
const line = fc
  .tuple(
    fc.constantFrom('', '- ', '• ', '1. ', '2.3 ', '(a) ', 'iv) ', '  '),
    fc.array(words, { maxLength: 9 }),
    fc.constantFrom('', '.', ':', ';', '; or', '?'),
  )
  .map(([mark, text, end]) => `${mark}${text.join(' ')}${end}`);

test('whatever is pasted is read without damage, and leaves the clauses that are there as they are', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const written = pasted(lines.join('\n'));
      if (!written) return;
      const { asking } = subjectOf(`${head}${written.join('\n')}\n`);
      expect(asking?.demands.damage).toEqual([]);
      expect(asking?.demands.clauses[0]?.words?.text).toBe('Studies.');
      const clauses = written.filter((one) => one.startsWith('require'));
      expect(asking?.demands.clauses).toHaveLength(clauses.length + 1);
      const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').length;
      const kept = letters(
        written.map((one) => one.replace(/^(?:require(?: (?:one|\d) of these)?|option): |^\/\/ /, '')).join(''),
      );
      // Only "and" and "or" at an item's end, and the numbers' letters, are left out.
      expect(kept).toBeGreaterThanOrEqual(letters(lines.join('')) - 5 * lines.length);
    }),
  );
});

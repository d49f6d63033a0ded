import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { unreadableCharacter } from '../../server/src/rules/unreadable-character.js';
import { finds, findingsOf } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { subjectOf } from '../support/workspace.js';

test.each(['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\uFFFD', '\uFFFF', '\uD800'])('%j', (char) => {
  finds(unreadableCharacter, `patient\n  name: Ren<|${char}|> Doe`);
});

test('one finding a line, in head and prose, comments and first line', () => {
  finds(unreadableCharacter, 'case<|\u0001|>\u0001 a\u0001\n// <|\uFFFD|>\n---\nText.\r\n<|\u0000|>\u0000\r\nText.');
});

test.each(['case\n\tname: Renée Žižek 😀 \u00a0 “quoted” – ½', '\uFEFFcase\r\npatient: Jane Doe\r'])(
  'not in %j',
  (text) => {
    finds(unreadableCharacter, text);
  },
);

test('a file of nothing else is reported, but not line by line', () => {
  expect(findingsOf(unreadableCharacter, `case\n${'\u0000\n'.repeat(1000)}`).findings).toHaveLength(20);
});

test('a letter that is lost cannot be mended, what cannot be seen is taken out', () => {
  expect(findingsOf(unreadableCharacter, 'patient: Ren\uFFFD').findings[0]?.fixes).toEqual([]);
  mends(unreadableCharacter, 'patient: Ja\u0000\u0000n\u0001e', 'patient: Jane');
});

describe('what nobody sees', () => {
  test.each(['\u200b', '\u00ad', '\u202e', '\u200e', '\u2060', '\u3164', '\ufeff', '\u200d', '\u{e0041}', '\u2066'])(
    '%j in a number',
    (char) => {
      finds(unreadableCharacter, `insurance: Blue\n  member id: S-00<|${char}|>1234`);
    },
  );

  test.each([
    'patient: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    'patient: \u0915\u094d\u200d\u0937',
    'patient: \u05d0\u05d1 \u200f(1)\u05d2',
    'symptom: \u{1f469}\u200d\u{1f467} \u2764\ufe0f',
    '// a note\u200b',
  ])('not in %j', (text) => {
    finds(unreadableCharacter, text);
  });

  test('is an error in a fact, a warning in prose, and an error anywhere if it turns the text round', () => {
    const severities = [
      'case\npatient: A\u00adB',
      'case\n---\nSoft\u00adhyphen.',
      'case\n## A\nSoft\u00adhyphen.',
      'case\n---\nTurned \u202e1234.',
    ].map((text) => findingsOf(unreadableCharacter, text).findings[0]?.severity);
    expect(severities).toEqual(['error', 'warning', 'warning', 'error']);
  });

  test('is taken out, all of a line', () => {
    mends(
      unreadableCharacter,
      'insurance: Blue\n  member id: S\u200b-\u00ad00\u202e34',
      'insurance: Blue\n  member id: S-0034',
    );
  });

  test('is all that is said of its line', () => {
    const text = 'case\n\u200bpatient: Ann Lee\nprovider: Bo Li\n  npi: 12345\u200e67893';
    const rules = lint(subjectOf(text), { rules: allRules }).flatMap(({ rule, range }) =>
      range.start > 4 ? [rule] : [],
    );
    expect(rules).toEqual(['unreadable-character', 'unreadable-character']);
  });
});

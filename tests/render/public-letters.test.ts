import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { lackLine } from '../../server/src/render/lack-words.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { subjectOf } from '../support/workspace.js';
import { readGoldenInput } from './support/golden.js';
import { goldenLetter, goldenOthers, publicLetters } from './support/golden-letter.js';

describe.each(publicLetters)('%s', (name) => {
  const files = { ...goldenOthers(name), [`${name}.lmn`]: readGoldenInput(`${name}.lmn`) };

  test('lacks nothing', () => {
    const letter = goldenLetter(name);
    expect(letter.lacks.map((lack) => lackLine(lack, letter))).toEqual([]);
  });

  test.each(Object.keys(files).filter((file) => file.startsWith(`${name}.`) || file.startsWith('shared.')))(
    'nothing is found in %s',
    (file) => {
      const text = files[file] ?? '';
      const findings = lint(subjectOf(text, files, file), { rules: allRules });
      expect(
        findings.map(({ rule, message, range }) => `${rule}: ${text.slice(range.start, range.end)}: ${message}`),
      ).toEqual([]);
    },
  );
});

import { expect, test } from 'vitest';
import { subjectOf } from '../support/workspace.js';

test('a bracket that says what to write is one value, not given, whatever the words in it', () => {
  const { head } = subjectOf('case\npayer policy: [the name; or several names]');
  expect(head?.facts[0]?.values.map((value) => value.given)).toEqual([false]);
});

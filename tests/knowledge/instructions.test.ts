import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readsLikeInstruction } from '../../server/src/knowledge/instructions.js';

test.each<[string, string, 'verb' | 'example' | 'length']>([
  ['mention specific limitations, e.g., mobility or sleep', 'specific limitations, e.g., mobility or sleep', 'verb'],
  ['Describe impact', 'impact', 'verb'],
  ['insert code', 'code', 'verb'],
  ['Please summarise: the findings', 'the findings', 'verb'],
  ['summarize the history', 'the history', 'verb'],
  ['List treatments', 'treatments', 'verb'],
  ['note the date of onset', 'the date of onset', 'verb'],
  ['State why the drug is needed', 'why the drug is needed', 'verb'],
  ['Cite 1-2 studies', '1-2 studies', 'verb'],
  ['describe', 'describe', 'verb'],
  ['Number of sessions (e.g., 12)', 'Number of sessions (e.g., 12)', 'example'],
  ['risks such as falls', 'risks such as falls', 'example'],
  ['drug, dose, etc.', 'drug, dose, etc.', 'example'],
  [
    'brief summary of a relevant study or of a guideline and its advice',
    'brief summary of a relevant study or of a guideline and its advice',
    'length',
  ],
])('%j asks for %j', (text, asks, because) =>
  expect(readsLikeInstruction(text)).toEqual({ asks, because, isOptional: false }),
);

test.each([
  ['Optional: mention any relevant research', 'any relevant research'],
  ['Optional: research', 'research'],
  ['optional', 'optional'],
  ['If applicable, describe the device', 'the device'],
  ['describe the device, if applicable', 'the device, if applicable'],
])('%j may be left out', (text, asks) => expect(readsLikeInstruction(text)).toMatchObject({ asks, isOptional: true }));

test.each([
  'patient name',
  'Date of Last Visit',
  'NPI Number',
  'list of symptoms',
  'list price',
  'state',
  'City, State, Zip Code',
  'note date',
  'type of plan',
  'name of the patient',
  'provider name',
  'insertion date',
  'complete blood count',
  'additional findings',
  'Reference Number, if applicable',
  'relevant findings that support the diagnosis and severity',
  'Degree',
  '',
])('%j is a name', (text) => expect(readsLikeInstruction(text)).toBeUndefined());

test('any text, however long, gives no throw and asks for something', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readsLikeInstruction(text);
      if (read) expect(read.asks).not.toBe('');
    }),
  );
  expect(readsLikeInstruction('describe '.repeat(20_000))?.asks.length).toBeLessThan(1000);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineText, entriesOf, partByBaseline, readBaseline } from '../../server/src/configuration/baseline.js';
import type { Finding } from '../../server/src/lint/rule.js';

function finding(rule: string, message: string, start = 0): Finding {
  const range = { uri: 'file:///a.lmn', start, end: start };
  return { rule, message, range, severity: 'error', fixes: [], related: [], unnecessary: false, lacks: [] };
}

const rules = [{ id: 'new-name', formerly: ['old-name'] }, { id: 'npi' }];

test('what was written is known when it is read, wherever it stands by then', () => {
  const word = fc.oneof(fc.constantFrom('npi', 'new-name', 'A message.', ''), fc.string());
  const found = fc.array(fc.tuple(word, word, fc.nat()).map(([rule, message, at]) => finding(rule, message, at)));
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), found, fc.array(fc.nat()), (file, findings, places) => {
      const { files, problems } = readBaseline(baselineText(entriesOf(file, findings)), []);
      expect(problems).toEqual([]);
      const moved = findings.map((one, index) => finding(one.rule, one.message, places[index] ?? 0));
      expect(partByBaseline(moved, files.get(file) ?? [])).toMatchObject({ open: [], stale: [] });
    }),
    { numRuns: 150 },
  );
});

test('more of a kind than it says are new, fewer make it stale', () => {
  const entries = readBaseline(baselineText(entriesOf('a.lmn', [finding('npi', 'x'), finding('npi', 'x')])), rules);
  const known = entries.files.get('a.lmn') ?? [];
  const three = [1, 2, 3].map((at) => finding('npi', 'x', at));
  expect(partByBaseline(three, known)).toMatchObject({ open: [three[2]], known: three.slice(0, 2), stale: [] });
  expect(partByBaseline([finding('npi', 'x')], known).stale).toMatchObject([{ missing: 1 }]);
  expect(partByBaseline([finding('npi', 'y')], known)).toMatchObject({ known: [], stale: [{ missing: 2 }] });
  expect(partByBaseline([{ ...finding('npi', 'x'), suppressed: true }], known).known).toEqual([]);
});

test('a rule that was renamed is still known', () => {
  const { files } = readBaseline('{"findings":[{"file":"a.lmn","rule":"old-name","message":"x"}]}', rules);
  expect(files.get('a.lmn')).toMatchObject([{ rule: 'new-name', count: 1, start: 13 }]);
});

test.each([
  ['', 1],
  ['[]', 1],
  ['{"findings":{}}', 1],
  ['{"findings":[{"file":"a"}, {"file":"a","rule":"b","message":"c","count":0}, 3]}', 3],
  ['{"findings":[{"file":"a","rule":"b","message":"c","count":1.5}]}', 1],
])('%j is told', (text, count) => expect(readBaseline(text, rules).problems).toHaveLength(count));

test('any text is read without a throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readBaseline(text, rules)));
});

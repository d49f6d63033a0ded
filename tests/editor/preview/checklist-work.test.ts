import { DocumentState, URI } from 'langium';
import { expect, test, vi } from 'vitest';
import { judgeClause } from '../../../server/src/requirements/judge-clause.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { Session } from '../../support/session.js';
import { TestPanel } from './support/panel.js';

vi.mock('../../../server/src/requirements/judge-clause.js', async (original) => {
  const module = await original<{ judgeClause: typeof judgeClause }>();
  return { ...module, judgeClause: vi.fn(module.judgeClause) };
});

const caseUri = 'file:///workspace/ruiz.lmn';
const text = `case general-medical-necessity
date: 2026-11-21
for: appeal-1
patient
  name: Ana Ruiz
denial
  date: 2026-11-15
---
## Rationale
Please reverse this.
`;

test('the checklist costs no clause that the rules do not judge anyhow', async () => {
  const session = await Session.start({ shipped: shippedFiles });
  const count = async (act: () => void) => {
    vi.mocked(judgeClause).mockClear();
    act();
    await session.settle();
    await session.server.shared.workspace.DocumentBuilder.waitUntil(DocumentState.Validated, URI.parse(caseUri));
    await panel.settle();
    return vi.mocked(judgeClause).mock.calls.length;
  };
  const type = (words: string, by: string) => () => {
    const start = session.textOf(caseUri)!.indexOf(words);
    session.edit(caseUri, start, start + words.length, by);
  };
  const panel = new TestPanel(session, 'p');
  const opened = await count(() => {
    session.openFile(caseUri, text);
  });
  expect(opened).toBeGreaterThan(10);
  const [words, fact] = [await count(type('Please', 'Kindly')), await count(type('2026-11-15', '2026-11-14'))];
  expect(words).toBe(0);
  expect(fact).toBeGreaterThan(0);
  const shown = await count(() => {
    panel.show({ uri: caseUri });
  });
  expect(panel.lines.length).toBeGreaterThan(10);
  expect(shown).toBe(0);
  expect(await count(type('Kindly', 'Please'))).toBe(words);
  expect(await count(type('2026-11-14', '2026-11-15'))).toBe(fact);
  session.end();
});

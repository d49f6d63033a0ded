import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentWriters } from '../../../server/src/document-writers.js';
import { lettersIn } from '../../../server/src/letters-in.js';
import { type PreviewPages, previewPagesRequest } from '../../../server/src/preview-protocol.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { readHtml } from '../../render/support/read-html.js';
import { Session } from '../../support/session.js';
import { TestPanel } from './support/panel.js';

const caseUri = 'file:///workspace/ruiz.lmn';
const paragraph = 'Nothing else has helped her so far, and the headaches keep her from work on most days. '.repeat(6);

let session: Session;
let panel: TestPanel;

beforeEach(async () => {
  session = await Session.start({ shipped: shippedFiles, writers: documentWriters(() => new Date(0)) });
  panel = new TestPanel(session, 'p');
});
afterEach(() => {
  session.end();
});

async function show(body: string): Promise<void> {
  session.openFile(caseUri, `case\npatient\n  name: Ana Ruiz\n---\n${body}\n`);
  panel.show({ uri: caseUri });
  await panel.settle();
}

function pages(version = panel.updates.at(-1)?.version): Promise<PreviewPages | null> {
  return session.client.sendRequest(previewPagesRequest, { panel: 'p', version });
}

test('a letter of one page has no further one', async () => {
  await show('Hello.');
  expect(await pages()).toMatchObject({ starts: [] });
});

test('a page begins within a paragraph behind as many letters as the pages before it print', async () => {
  await show(paragraph.repeat(12));
  const [start] = (await pages())?.starts ?? [];
  const section = panel.sections.find(({ id }) => id === start?.section);
  const words = readHtml(section?.blocks[start?.block ?? -1] ?? '').text;
  expect(start?.letters).toBeGreaterThan(0);
  expect(start?.letters).toBeLessThan(lettersIn(words));
});

test('of an update that another one has followed nothing is said', async () => {
  await show('Hello.');
  expect(await pages((panel.updates.at(-1)?.version ?? 0) - 1)).toBeNull();
});

test('where no PDF is made nothing is said', async () => {
  session.end();
  session = await Session.start({ shipped: shippedFiles });
  panel = new TestPanel(session, 'p');
  await show('Hello.');
  expect(await pages()).toBeNull();
});

test('the page is told the paper', async () => {
  await show('Hello.');
  expect(panel.updates[0]?.letter).toMatchObject({
    paper: { width: 612, height: 792, fontSize: 11, className: 'letter letterhead-center' },
  });
});

import { expect, test } from 'vitest';
import { LetterPictures } from '../../../server/src/editor/pictures.js';
import { PreviewPanel } from '../../../server/src/editor/preview/preview-panel.js';
import type { LetterFinder, PreviewedLetter } from '../../../server/src/editor/letters/letter-finder.js';
import { asWritten } from '../../../server/src/requirements/checklist.js';
import { usualPaper } from '../../../server/src/paper.js';
import type { PreviewUpdate } from '../../../server/src/preview-protocol.js';
import { subjectOf } from '../../support/workspace.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';

function panelOf(find: () => Promise<PreviewedLetter | string>) {
  const sent: PreviewUpdate[] = [];
  const failures: unknown[] = [];
  const panel = new PreviewPanel(
    { panel: 'p', uri: 'file:///a.lmn', masked: false },
    { find } as unknown as LetterFinder,
    new LetterPictures(new TextsOnDisk(), () => 'file:///workspace'),
    () => Promise.resolve({ paper: usualPaper, deadlines: asWritten }),
    (update) => sent.push(update),
    (error) => failures.push(error),
  );
  return { panel, sent, failures };
}

const subject = subjectOf('case\n---\nHello.\n');
const found: PreviewedLetter = { subject, letter: subject.letter!, isMadeUp: false };

test('a fault is said on the paper that stays, and gone with the next letter', async () => {
  let isBroken = false;
  const { panel, sent, failures } = panelOf(() => (isBroken ? Promise.reject(new Error('x')) : Promise.resolve(found)));
  await panel.refresh();
  await panel.confirm(1);
  isBroken = true;
  await panel.refresh();
  await panel.confirm(2);
  expect(sent[1]?.letter).toMatchObject({ kind: 'problem', keepsPaper: true });
  expect(failures).toEqual([new Error('x')]);
  isBroken = false;
  await panel.refresh();
  expect(sent[2]?.letter).toMatchObject({ kind: 'letter', sections: [{ id: 1 }, { id: 2 }] });
});

test('whoever waits for the newest text hears of it when it is sent, or when the panel closes', async () => {
  const { panel, sent } = panelOf(() => Promise.resolve(found));
  await panel.whenCurrent();
  void panel.refresh();
  await panel.whenCurrent();
  expect(sent).toHaveLength(1);
  await panel.refresh(); // the page has not shown the first one yet
  const waiting = panel.whenCurrent();
  panel.close();
  await waiting;
  expect(sent).toHaveLength(1);
});

test('a confirmation of what was never sent changes nothing', async () => {
  const letters = ['Hello.', 'Goodbye.'].map((words) => subjectOf(`case\n---\n${words}\n`));
  const { panel, sent } = panelOf(() => {
    const next = letters.shift()!;
    return Promise.resolve({ subject: next, letter: next.letter!, isMadeUp: false });
  });
  await panel.refresh();
  await panel.confirm(7);
  await panel.refresh();
  expect(sent).toHaveLength(1);
  await panel.confirm(1);
  expect(sent).toHaveLength(2);
});

test('a panel that is closed while its letter is being read sends nothing', async () => {
  let read: (letter: PreviewedLetter) => void = () => undefined;
  const { panel, sent } = panelOf(() => new Promise((resolve) => (read = resolve)));
  const shown = panel.refresh();
  panel.close();
  read(found);
  await shown;
  expect(sent).toEqual([]);
});

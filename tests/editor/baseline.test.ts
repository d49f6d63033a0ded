import { FileChangeType } from 'vscode-languageserver';
import { afterEach, expect, test } from 'vitest';
import { baselineFileName, baselineText, entriesOf } from '../../server/src/configuration/baseline.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { lint } from '../../server/src/lint/engine.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { Session } from '../support/session.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';
import { subjectOf } from '../support/workspace.js';

const root = 'file:///clinic';
const text = 'template t "T"\nfor: new-pa\n---\n## A #history\n[patient nam]\n';
const found = lint(subjectOf(text, {}, 't.lmn'), { rules: allRules });
const baseline = baselineText(entriesOf('my templates/t.lmn', found));

let session: Session;
afterEach(() => {
  session.end();
});

const uri = `${root}/my%20templates/t.lmn`;

/** Opens the template in a folder with this baseline. */
async function begin(trusted: boolean, written: string): Promise<TextsOnDisk> {
  const disk = new TextsOnDisk({ [uri]: text, [`${root}/${baselineFileName}`]: written });
  session = await Session.start({ shipped: shippedFiles, disk, folders: [root], trusted });
  session.openFile(uri, text);
  await session.settle();
  return disk;
}

const codes = () => (session.diagnostics.get(uri) ?? []).map(({ code }) => code);

/** What is told of the template once it is open. */
async function told(trusted: boolean, written: string): Promise<unknown[]> {
  await begin(trusted, written);
  return codes();
}

test('what the baseline knows is not told in an editor either', async () =>
  expect(await told(true, baseline)).toEqual([]));

test('what is new is', async () => {
  const others = baselineText(entriesOf('my templates/t.lmn', found.slice(1)));
  expect(await told(true, others)).toEqual([found[0]?.rule]);
});

test('it is not read of a folder that is not trusted', async () =>
  expect(await told(false, baseline)).toEqual(found.map(({ rule }) => rule)));

test('what is wrong in it is told in it', async () => {
  expect((await told(true, '[]')).length).toBe(found.length);
  expect(session.diagnostics.get(`${root}/${baselineFileName}`)).toHaveLength(1);
});

test('it is read again when it changes', async () => {
  const disk = await begin(true, baseline);
  disk.files.set(`${root}/${baselineFileName}`, baselineText([]));
  session.changed(`${root}/${baselineFileName}`, FileChangeType.Changed);
  await session.settle();
  expect(codes()).toEqual(found.map(({ rule }) => rule));
});

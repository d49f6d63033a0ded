import { expect, test } from 'vitest';
import { shippedFiles } from '../../../server/src/shipped.js';
import { Session } from '../../support/session.js';

test('what differs among open templates is told no more once the others are mended', async () => {
  const session = await Session.start({ shipped: shippedFiles });
  const template = (name: string, type: string) =>
    `template ${name}\nhours of use (${type}): Hours a day.\n---\n## Use\nUsed [hours of use].\n`;
  const renewal = 'file:///w/renewal.lmn';
  const others = ['appeal', 'review'].map((name) => [`file:///w/${name}.lmn`, template(name, 'number')] as const);
  session.openFile(renewal, template('renewal', 'text'));
  for (const [uri, text] of others) session.openFile(uri, text);
  const told = () => (session.diagnostics.get(renewal) ?? []).map(({ code }) => code);
  await session.settle();
  expect(told()).toEqual(['differing-field']);
  for (const [uri, text] of others) {
    const start = text.indexOf('number');
    session.edit(uri, start, start + 'number'.length, 'text');
  }
  await session.settle();
  expect(told()).toEqual([]);
  session.end();
});

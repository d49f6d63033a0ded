import { afterEach, expect, test, vi } from 'vitest';
import { allRules } from '../../../server/src/rules/all-rules.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { countWork } from '../../support/count-work.js';
import { Session } from '../../support/session.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';
import { readTemplate } from '../../support/workspace.js';

const folder = 'file:///workspace';
const at = (name: string) => `${folder}/${name}`;
const sample = readTemplate('samples/chronic-pain-continuation.lmn');
const template = 'template ours\npain (text): What hurts.\n---\n## Opening\n[pain]\n';
const letter = 'case ours\npain: knee\n';
const openFiles = 4;

let session: Session;
afterEach(() => {
  session.end();
  vi.restoreAllMocks();
});

/** A folder of so many closed files, half of them broken, with three letters and a template that are open. */
async function begin(closed: number): Promise<TextsOnDisk> {
  const disk = new TextsOnDisk({ [at('ours.lmn')]: template });
  for (let n = 0; n < closed; n++)
    disk.files.set(at(`closed-${String(n)}.lmn`), n % 2 ? letter : 'case nowhere\nx: y\n');
  session = await Session.start({ shipped: shippedFiles, disk, folders: [folder] });
  session.openFile(at('ours.lmn'), template);
  session.openFile(at('sample.lmn'), sample);
  session.openFile(at('letter.lmn'), letter);
  session.openFile(at('broken.lmn'), 'case nowhere\n');
  await session.settle();
  return disk;
}

/** What the server does until it is at rest again. */
async function workOf(disk: TextsOnDisk, edit: () => void): Promise<Record<string, number>> {
  const { LangiumParser } = session.server.lmn.parser;
  const { DocumentValidator } = session.server.lmn.validation;
  const parses = vi.spyOn(LangiumParser, 'parse');
  const checks = vi.spyOn(DocumentValidator, 'validateDocument');
  const counted = countWork();
  disk.reads.length = 0;
  edit();
  await session.settle();
  const work = { parses: parses.mock.calls.length, checks: checks.mock.calls.length, reads: disk.reads.length };
  return { ...work, ...counted() };
}

function replace(name: string, old: string, by: string): void {
  const start = session.textOf(at(name))?.indexOf(old) ?? -1;
  expect(start).toBeGreaterThan(0);
  session.edit(at(name), start, start + old.length, by);
}

/** An editor asks nobody what git tracks, and this one has no dictionary. */
const count = (subject: string) =>
  allRules.filter((rule) => rule.subject === subject && rule.needs !== 'repository' && rule.needs !== 'dictionary')
    .length;

test.each([0, 60])(
  'a word of a letter, among %i closed files: one parse, one check, the rules of one section',
  async (closed) => {
    const disk = await begin(closed);
    expect(await workOf(disk, () => replace('sample.lmn', 'five months', 'six months'))).toEqual({
      parses: 1,
      checks: 1,
      reads: 0,
      prosesRead: 1,
      sectionsResolved: 1,
      rulesRun: count('file') + count('letter') + count('section'),
    });
  },
);

test('a word of a template: it alone is parsed; open letters are checked again, and only those of it resolved', async () => {
  const disk = await begin(20);
  const work = await workOf(disk, () => replace('ours.lmn', '[pain]', '[pain] it is'));
  expect(work).toMatchObject({ parses: 1, checks: openFiles, reads: 0, prosesRead: 1 });
  // The template's own section, and the letter's beginning and section; none of the sample's twelve.
  expect(work['sectionsResolved']).toBeLessThanOrEqual(3);
});

test('a closed file that changes is parsed once; nothing that is open is checked for a case', async () => {
  const disk = await begin(20);
  const uri = at('closed-1.lmn');
  disk.files.set(uri, `${letter}ache: arm\n`);
  const work = await workOf(disk, () => {
    session.changed(uri, 2);
  });
  expect(work).toEqual({ parses: 1, checks: 0, reads: 1, prosesRead: 0, sectionsResolved: 0, rulesRun: 0 });
});

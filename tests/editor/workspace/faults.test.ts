import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Diagnostic, FileChangeType } from 'vscode-languageserver';
import { type Fault, FaultyDisk } from '../../support/faulty-disk.js';
import { Session } from '../../support/session.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';

const folder = 'file:///w';
const texts = {
  [`${folder}/t.lmn`]: 'template ours\npain (text): What hurts.\n---\n## Request\n[pain]\n',
  [`${folder}/sub/v.lmn`]: 'vocabulary v\nrecord pump\n  dose (text): How much.\n',
  [`${folder}/case.lmn`]: 'case ours\npain: knee\npump\n  dose: much\n',
};

/** What is found in the case where the disk is well from the beginning. */
async function rightFindings(): Promise<readonly Diagnostic[] | undefined> {
  const session = await Session.start({ shipped: [], disk: new TextsOnDisk(texts), folders: [folder] });
  session.openFile(`${folder}/case.lmn`, texts[`${folder}/case.lmn`]);
  await session.settle();
  session.end();
  return session.diagnostics.get(`${folder}/case.lmn`);
}

test('whatever a disk does, the server lives, and has the right findings once the disk is well', async () => {
  const right = await rightFindings();
  expect(right?.map(({ code }) => code)).toContain('unused-field');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Fault>('none', 'rejects', 'waits', 'half'), { maxLength: 12 }),
      fc.boolean(),
      async (faults, vanishes) => {
        const disk = new FaultyDisk(texts);
        disk.faults = [...faults];
        const session = await Session.start({ shipped: [], disk, folders: [folder], trusted: true });
        try {
          session.openFile(`${folder}/case.lmn`, texts[`${folder}/case.lmn`]);
          await session.settle();
          if (vanishes) {
            disk.files.clear();
            session.changed(`${folder}/sub`, FileChangeType.Deleted);
            session.changed(`${folder}/t.lmn`, FileChangeType.Deleted);
            await session.settle();
            for (const [address, text] of Object.entries(texts)) disk.files.set(address, text);
          }
          disk.faults = [];
          session.changed(`${folder}/sub`, FileChangeType.Created);
          for (const address of Object.keys(texts)) session.changed(address, FileChangeType.Changed);
          await session.settle();
          expect(session.diagnostics.get(`${folder}/case.lmn`)).toEqual(right);
          expect(session.unreadable.at(-1)?.count ?? 0).toBe(0);
        } finally {
          session.end();
        }
      },
    ),
    { numRuns: 25 },
  );
});

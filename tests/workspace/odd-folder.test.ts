import { join } from 'node:path';
import { URI } from 'langium';
import { afterEach, describe, expect, test } from 'vitest';
import { diskLater } from '../../server/src/disk/disk-later.js';
import { editorFiles } from '../../server/src/editor/workspace/editor-files.js';
import { type ExportWrite, exportWriteRequest } from '../../server/src/protocol/export.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { folderWith, lmn } from '../cli/folder.js';
import { Session } from '../support/session.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const caseText = "case t\npractice\n  name: Mesa Clinic\n  logo: art/o'neil+co.png\n";
const files = {
  't.lmn': 'template t\n---\n[letterhead]\n\n[date]\n',
  'letters/a.lmn': caseText,
  "art/o'neil+co.png": png,
};
const picture = `data:image/png;base64,${png.toString('base64')}`;

let session: Session | undefined;
afterEach(() => {
  session?.end();
  session = undefined;
});

describe.each(["Ann's + (1)", '50% #2', "l'été 😀"])('a folder called %s', (name) => {
  /** The addresses of the folder, and of a file in it, as a client writes them. */
  const open = async (toUri: (path: string) => string) => {
    const root = join(
      folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]))),
      name,
    );
    const nobody = { sendRequest: () => Promise.reject(new Error('Nobody is asked.')) };
    const disk = editorFiles(nobody, diskLater);
    session = await Session.start({ shipped: shippedFiles, disk, folders: [toUri(root)], trusted: true });
    await session.settle();
    const uri = toUri(join(root, 'letters/a.lmn'));
    session.openFile(uri, caseText);
    await session.settle();
    return { session, uri, root };
  };

  test.each<[string, (path: string) => string]>([
    ['VS Code', (path) => URI.file(path).toString()],
    ['who encodes what must be', (path) => `file://${encodeURI(path).replace(/#/g, '%23')}`],
  ])('has its template, its picture and its findings: as %s writes it', async (_, toUri) => {
    const { session, uri } = await open(toUri);
    const [found] = session.diagnostics.get(uri) ?? [];
    expect(found?.message).toContain('date');
    const written: ExportWrite = await session.client.sendRequest(exportWriteRequest, {
      uri,
      type: 'html',
      draft: true,
    });
    const html = written.kind === 'file' ? Buffer.from(written.content, 'base64').toString() : '';
    expect(html).toContain(picture);
    session.closeFile(uri);
    await expect.poll(() => session.diagnostics.get(uri)).toEqual([]);
  });

  test('is read alike by the command line', async () => {
    const { root } = await open((path) => URI.file(path).toString());
    const { stdout } = await lmn(root, 'render', 'letters/a.lmn', '--draft', '--to', 'html');
    expect(stdout).toContain(picture);
  });
});

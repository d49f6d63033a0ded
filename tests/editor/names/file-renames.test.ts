import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf, type OpenFolder, openFile, openFolder } from '../../support/folder.js';

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder({
    'back-pain.lmn': 'template back-pain "Back pain"\n---\n## Opening\n',
    'a.lmn': 'case back-pain\n',
    'b.lmn': 'case other\n',
    'mp-1.lmn': 'policy mp-1\n',
    'named-otherwise.lmn': 'template inside\n',
    'clinic.lmn': 'vocabulary clinic\n',
  });
  await openFile(folder, 'open.lmn', '// a comment\ncase back-pain\npayer policy: mp-1\n');
});

/** The edits when a file is renamed, as `file:line new text`. */
async function edits(from: string, to: string): Promise<string[] | null> {
  const files = [{ oldUri: addressOf(from), newUri: addressOf(to) }];
  const edit = await folder.shared.lsp.FileOperationHandler?.willRenameFiles?.({ files });
  if (!edit) return null;
  return Object.entries(edit.changes ?? {}).flatMap(([uri, list]) =>
    list.map(({ range, newText }) => `${uri.split('/').at(-1)!}:${String(range.start.line + 1)} ${newText}`),
  );
}

describe('when a file is renamed', () => {
  test('the name of its template follows, in open and in closed cases', async () => {
    expect((await edits('back-pain.lmn', 'neck-pain.lmn'))?.sort()).toEqual([
      'a.lmn:1 neck-pain',
      'back-pain.lmn:1 neck-pain',
      'open.lmn:2 neck-pain',
    ]);
  });

  test('the name of its policy follows', async () => {
    expect((await edits('mp-1.lmn', 'mp-2.lmn'))?.sort()).toEqual(['mp-1.lmn:1 mp-2', 'open.lmn:3 mp-2']);
  });

  test('the name of its vocabulary follows', async () => {
    expect(await edits('clinic.lmn', 'our-clinic.lmn')).toEqual(['clinic.lmn:1 our-clinic']);
  });

  test.each([
    ['that is called otherwise inside', 'named-otherwise.lmn', 'new.lmn'],
    ['to what cannot be a name', 'back-pain.lmn', 'Back Pain.lmn'],
    ['to the name of another template', 'back-pain.lmn', 'inside.lmn'],
    ['that is only moved', 'back-pain.lmn', 'templates/back-pain.lmn'],
    ['of a case', 'a.lmn', 'z.lmn'],
    ['that is not there', 'nowhere.lmn', 'z.lmn'],
  ])('nothing changes for a file %s', async (_, from, to) => {
    expect(await edits(from, to)).toBeNull();
  });
});

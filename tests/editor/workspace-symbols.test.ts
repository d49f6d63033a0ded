import { beforeAll, describe, expect, test } from 'vitest';
import { type OpenFolder, openFolder } from '../support/folder.js';

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder({
    'clinic.lmn':
      'vocabulary our-clinic "Mesa Pain Clinic"\nrecord infusion (many)\n  drug (text)\nprovider @whitfield\n  name: Dana\n',
    't.lmn': 'template back-pain "Back pain"\n',
    'p.lmn': 'policy mp-104\n',
    'a.lmn': 'case back-pain\npatient\n  name: Maria\n',
    'broken.lmn': 'template\nrecord x\n',
  });
});

async function symbols(query: string): Promise<string[]> {
  const found = (await folder.shared.lsp.WorkspaceSymbolProvider?.getSymbols({ query })) ?? [];
  return found.map(
    ({ name, containerName, location }) => `${name} (${containerName ?? ''}) ${location.uri.split('/').at(-1)!}`,
  );
}

describe('symbols of the workspace', () => {
  test.each([
    ['back-pain', ['back-pain (template: Back pain) t.lmn']],
    ['MP', expect.arrayContaining(['mp-104 (policy) p.lmn'])],
    ['infus', ['infusion reaction (standard) standard.lmn', 'infusion (our-clinic) clinic.lmn']],
    ['@whit', ['provider @whitfield (our-clinic) clinic.lmn']],
    ['our cli', ['our-clinic (vocabulary: Mesa Pain Clinic) clinic.lmn']],
    ['prior treatment', ['prior treatment (standard) standard.lmn']],
    ['Maria', []],
  ])('%s', async (query, expected) => {
    expect(await symbols(query)).toEqual(expected);
  });

  test('all of them, for an empty query', async () => {
    const all = await symbols('');
    expect(all).toContain(
      'chronic-pain-continuation (template: Continuation of chronic pain management) chronic-pain-continuation.lmn',
    );
    expect(all).toContain('patient (standard) standard.lmn');
    expect(all.length).toBeGreaterThan(50);
  });

  test('and no file is read for it', () => {
    expect(folder.reads).toEqual([]);
  });
});

import { expectFoldings } from 'langium/test';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { startEditor } from '../support/editor.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
});

/** The folds of a text as `first-last` lines, counted from 1. */
async function folds(text: string): Promise<string[]> {
  let found: string[] = [];
  await expectFoldings(server.lmn)({
    text,
    assert: (foldings) => {
      found = foldings.map(
        ({ startLine, endLine, kind }) => `${String(startLine + 1)}-${String(endLine + 1)}${kind ? ` ${kind}` : ''}`,
      );
    },
  });
  return found;
}

describe('what folds', () => {
  test.each([
    ['head and records', 'case t\ndate: x\npatient\n  name: A\n\n---\nText', ['1-4', '3-4']],
    ['a value of several lines', 'case t\npain: x\n  and y\n---', ['1-3', '2-3']],
    ['sections and their headings', 'case t\n---\n## A\ntext\n### B\ntext\n\n## C\n', ['3-6', '5-6']],
    ['declarations in a row', 'template t\na (text)\nb (text)\n\nc (text)\n---\n', ['1-5', '2-3']],
    ['requirements in a row', 'policy p\nrequire 2 evidence\nrequire section history\n', ['1-3', '2-3']],
    ['records of a vocabulary', 'vocabulary v\nrecord a\n  b (text)\n  c (text)\n', ['1-4', '2-4']],
    ['comments', '// one\n  // two\ncase t\n// alone\ndate: x\n', ['1-2 comment', '3-5']],
    ['nothing of one line', 'case t', []],
    ['nothing', '', []],
    ['damaged lines', 'case "\npatient\n%%\n [\n---\n##\n[x\n{', ['1-4', '3-4', '6-8']],
    [
      'lines that end as on Windows',
      'case t\r\npatient\r\n  name: A\r\n---\r\n## A\r\ntext\r\n',
      ['1-3', '2-3', '5-6'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await folds(text)).toEqual(expected);
  });
});

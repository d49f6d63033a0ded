import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Cancellation, OperationCancelled } from 'langium';
import { beforeAll, describe, expect, test } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { suppressionRules } from '../../server/src/lint/suppressing.js';
import { showRuleCommand } from '../../server/src/protocol/commands.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { actionsFolder } from '../support/actions.js';
import { countWork } from '../support/count-work.js';
import { addressOf, closeFile, type OpenFolder, openFile } from '../support/folder.js';

const files = {
  't.lmn':
    'template t\npain (text): What hurts.\nsleep (text): How it sleeps.\n---\n[date]\n## Opening\n[pain], [sleep], [patient name], [patient date of birth], [insurance payer]\n',
};

let folder: OpenFolder;

beforeAll(async () => {
  folder = await actionsFolder(files);
});

async function diagnosticsOf(text: string, server = folder) {
  const document = await openFile(server, 'x.lmn', text);
  const found = document.diagnostics ?? [];
  await closeFile(server, document);
  return found;
}

describe('a half-written case', () => {
  test('is no wall of red: what is missing is one problem for the case and one for each record', async () => {
    const found = await diagnosticsOf('case t\npatient\n  phone: 505-555-0142\n');
    const missing = found.filter(({ code }) => code === 'missing-field');
    expect(missing.map(({ range }) => range.start.line)).toEqual([0, 1]);
    expect(missing[0]?.message).toMatch(/^Missing in this case: date, pain, sleep, .*\. Add a line for each\.$/);
  });

  test('says where in the template each is needed, though that is closed', async () => {
    const [first] = await diagnosticsOf('case t\npain: x\nsleep: x\n');
    expect(first?.relatedInformation).toContainEqual({
      location: {
        uri: addressOf('t.lmn'),
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 6 } },
      },
      message: 'date: needed here',
    });
  });
});

test('what has no effect is shown faded', async () => {
  const found = await diagnosticsOf('template u\nsleep (text): How.\n---\n## A\nMine.\n');
  expect(found.find(({ code }) => code === 'unused-field')?.tags).toEqual([DiagnosticTag.Unnecessary]);
});

describe('the page of a rule', () => {
  const text = 'case t\npatinet\n  name: A\n';

  test('is opened by a command of our client', async () => {
    const found = (await diagnosticsOf(text)).find(({ code }) => code === 'unknown-record');
    expect(decodeURIComponent(found?.codeDescription?.href ?? '')).toBe(
      `command:${showRuleCommand}?["unknown-record"]`,
    );
  });

  test('is not named where the editor could not open it', async () => {
    const other = await actionsFolder(files, false);
    expect((await diagnosticsOf(text, other)).every((one) => one.codeDescription === undefined)).toBe(true);
  });

  test.each([...allRules, ...suppressionRules].map(({ id }) => id))('is there: %s', (id) => {
    const page = readFileSync(fileURLToPath(new URL(`../../docs/rules/${id}.md`, import.meta.url)), 'utf8');
    expect(page).toContain(`# ${id}`);
  });
});

describe('a check that is cut off', () => {
  /** A token that is cancelled from the n-th time on that somebody asks. */
  function cancelledAt(n: number): Cancellation.CancellationToken {
    let asked = 0;
    return {
      get isCancellationRequested() {
        return ++asked > n;
      },
      onCancellationRequested: () => ({ dispose: () => undefined }),
    };
  }

  test('between the letter and the rules runs none of them; between two of them, none of those that are left', async () => {
    const document = await openFile(folder, 'x.lmn', 'case t\npain: x\n---\n## Opening\nMine.\n');
    const { Validator } = folder.lmn.letters;
    const right = document.diagnostics;
    const run = async (n: number) => {
      const counted = countWork();
      await expect(Validator.validateDocument(document, undefined, cancelledAt(n))).rejects.toBe(OperationCancelled);
      return counted().rulesRun;
    };
    expect(await run(0)).toBe(0);
    expect(await run(1)).toBe(0);
    const some = await run(9);
    expect(some).toBeLessThanOrEqual(8);
    expect(await Validator.validateDocument(document)).toEqual(right);
    await closeFile(folder, document);
  });
});

test('what is a matter of style is a hint', async () => {
  const found = await diagnosticsOf('case\n---\n## A\nPt walks.\n');
  expect(found.filter(({ code }) => code === 'jargon').map(({ severity }) => severity)).toEqual([
    DiagnosticSeverity.Hint,
  ]);
});

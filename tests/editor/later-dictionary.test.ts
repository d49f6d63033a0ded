import { afterEach, expect, test, vi } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  ResourceOperationKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LaterDictionary } from '../../server/src/editor/later-dictionary.js';
import { spelling } from '../../server/src/rules/spelling.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { WordList } from '../../server/src/spelling/word-list.js';
import { english } from '../support/english.js';
import { Session } from '../support/session.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const uri = 'file:///w/a.lmn';
const text = 'case\n---\n## A\nThe tretament failed.\n';

/** Waits that end when the test says so. */
class Waits {
  loads = 0;
  private readonly waiting: (() => void)[] = [];

  readonly words = {
    load: () => {
      this.loads++;
      return Promise.resolve(english());
    },
    pause: () => new Promise<void>((resolve) => this.waiting.push(resolve)),
  };

  get count(): number {
    return this.waiting.length;
  }

  /** Lets all that waits go on, and what waits then. */
  async over(session: Session): Promise<void> {
    while (this.waiting.length > 0) {
      for (const go of this.waiting.splice(0)) go();
      await session.settle();
    }
  }
}

async function start(config?: object, capabilities?: ClientCapabilities) {
  const waits = new Waits();
  const disk = new TextsOnDisk(config && { 'file:///w/lmn.config.json': JSON.stringify(config) });
  const session = await Session.start({
    ...{ shipped: shippedFiles, disk, folders: ['file:///w'], words: waits.words },
    trusted: true,
    ...(capabilities && { capabilities }),
  });
  await session.settle();
  return { session, waits };
}

const told = (session: Session): readonly Diagnostic[] =>
  (session.diagnostics.get(uri) ?? []).filter(({ code }) => code === spelling.id);

test('a misspelled word is told once nobody types, and nothing is loaded before', async () => {
  const { session, waits } = await start();
  session.openFile(uri, text);
  await session.settle();
  expect(session.diagnostics.has(uri)).toBe(true);
  expect([told(session), waits.loads]).toEqual([[], 0]);
  await waits.over(session);
  expect(told(session)).toMatchObject([
    { severity: DiagnosticSeverity.Hint, range: { start: { line: 3, character: 4 }, end: { line: 3, character: 13 } } },
  ]);
  expect(waits.loads).toBe(1);
  session.end();
});

test('a keystroke looks nothing up, and begins the waiting anew; a word is looked up once', async () => {
  const { session, waits } = await start();
  session.openFile(uri, text);
  await session.settle();
  await waits.over(session);
  const looks = vi.spyOn(WordList.prototype, 'has');
  const at = text.indexOf('failed');
  session.edit(uri, at, at, 'heped ');
  await session.settle();
  expect(told(session)).toHaveLength(1);
  session.edit(uri, at + 1, at + 1, 'l');
  await session.settle();
  expect(looks).not.toHaveBeenCalled();
  await waits.over(session);
  const looked = new Set(looks.mock.calls.map(([word]) => word));
  expect([looked.has('treatment'), looked.has('tretament'), looked.has('failed')]).toEqual([false, false, false]);
  expect(told(session)).toHaveLength(2);
  session.end();
});

test('a keystroke asks for the words of its own section alone, once those of the others are looked up', async () => {
  const { session, waits } = await start();
  const sections = Array.from({ length: 20 }, (_, n) => `## S${String(n)}\nThe tretament failed.\n`).join('');
  const long = `case\n---\n${sections}## Last\nNothing helped.\n`;
  session.openFile(uri, long);
  await session.settle();
  await waits.over(session);
  expect(told(session)).toHaveLength(20);
  const looks = vi.spyOn(LaterDictionary.prototype, 'look');
  session.edit(uri, long.length - 1, long.length - 1, ' She');
  await session.settle();
  const asked = new Set(looks.mock.calls.map(([word]) => word));
  expect([...asked]).toEqual(['Nothing', 'helped']);
  expect(told(session)).toHaveLength(20);
  session.end();
});

const addWord = 'Add this word to those of the workspace';

/** What is offered on the misspelled word. */
async function offered(session: Session): Promise<CodeAction[]> {
  const [diagnostic] = told(session);
  if (!diagnostic) throw new Error('Nothing is told.');
  const { range } = diagnostic;
  const params = { textDocument: { uri }, range, context: { diagnostics: [diagnostic] } };
  return session.client.sendRequest<CodeAction[]>('textDocument/codeAction', params);
}

test('the word that was meant is offered, and to add it to the words of the configuration', async () => {
  const { session, waits } = await start({ root: true });
  session.openFile(uri, text);
  await session.settle();
  await waits.over(session);
  const actions = await offered(session);
  expect(actions.map(({ title }) => title)).toEqual([
    'Write "treatment"',
    'Write "testament"',
    'Write "treatments"',
    'Turn off "spelling" for this line, with a reason',
    addWord,
  ]);
  const { edit, diagnostics } = actions.find(({ title }) => title === addWord) ?? {};
  expect(diagnostics).toHaveLength(1);
  const [[address, edits] = ['', []]] = Object.entries(edit?.changes ?? {});
  expect(address).toBe('file:///w/lmn.config.json');
  const before = TextDocument.create(address, 'json', 0, JSON.stringify({ root: true }));
  expect(JSON.parse(TextDocument.applyEdits(before, edits))).toEqual({
    rules: { spelling: { words: ['tretament'] } },
    root: true,
  });
  session.end();
});

test('where there is no configuration it is made, if the editor can make files', async () => {
  for (const resourceOperations of [[ResourceOperationKind.Create], []]) {
    const { session, waits } = await start(undefined, { workspace: { workspaceEdit: { resourceOperations } } });
    session.openFile(uri, text);
    await session.settle();
    await waits.over(session);
    const edits = (await offered(session)).flatMap(({ title, edit }) => (title === addWord && edit ? [edit] : []));
    expect(edits).toMatchObject(
      resourceOperations.length === 0
        ? []
        : [{ documentChanges: [{ kind: 'create', uri: 'file:///w/lmn.config.json' }, { edits: [{}] }] }],
    );
    session.end();
  }
});

test('where what was asked is right, the letter is not checked again', async () => {
  const { session, waits } = await start();
  session.openFile(uri, text.replace('tretament', 'treatment'));
  await session.settle();
  const checks = vi.spyOn(spelling as { check: (...of: unknown[]) => void }, 'check');
  await waits.over(session);
  expect(waits.loads).toBe(1);
  expect(checks).not.toHaveBeenCalled();
  session.end();
});

test('who turns the rule off loads nothing', async () => {
  const { session, waits } = await start({ rules: { spelling: 'off' } });
  session.openFile(uri, text);
  await session.settle();
  await waits.over(session);
  expect([waits.loads, waits.count]).toEqual([0, 0]);
  session.end();
});

test('without words to look into nothing is told', async () => {
  const session = await Session.start({ shipped: shippedFiles, folders: ['file:///w'] });
  session.openFile(uri, text);
  await session.settle();
  expect(told(session)).toEqual([]);
  session.end();
});

test('an update of nothing, as after a look at the disk, does not keep words from being looked up', async () => {
  const { session, waits } = await start();
  session.openFile(uri, text);
  await session.settle();
  await session.server.shared.workspace.DocumentBuilder.update([], []);
  await waits.over(session);
  expect(told(session)).toHaveLength(1);
  session.end();
});

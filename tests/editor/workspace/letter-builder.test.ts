import { DocumentState, isOperationCancelled, URI } from 'langium';
import { expect, test } from 'vitest';
import type { CancellationToken } from 'vscode-languageserver';
import { createLmnServices } from '../../../server/src/editor/wire.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';

/** A token that is cancelled from the n-th time on that somebody asks. */
function cancelledAt(n: number): CancellationToken & { asked: number } {
  return {
    asked: 0,
    get isCancellationRequested() {
      return ++this.asked > n;
    },
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
}

const shipped = [
  { uri: 'lmn-shipped:/standard.lmn', text: 'vocabulary standard\nrecord patient\n  name (text): Who.\n' },
];
const texts = { 't.lmn': 'template t\npain (text): What hurts.\n---\n[pain]\n', 'a.lmn': 'case t\nsleep: x\n' };

/** Builds all documents, is cancelled at the n-th question, and builds what is left. Returns how often the first build asked. */
async function buildCancelledAt(n: number): Promise<number> {
  const { shared, lmn } = createLmnServices({ files: new TextsOnDisk() }, shipped, () => ({
    year: 2026,
    month: 11,
    day: 21,
  }));
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
  for (const { uri, text } of shipped)
    LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, URI.parse(uri)));
  for (const [name, text] of Object.entries(texts)) {
    LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, URI.parse(`file:///workspace/${name}`)));
  }
  const told = new Map<string, readonly unknown[]>();
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri, diagnostics = [] }) => {
    told.set(
      uri.toString(),
      diagnostics.map(({ code }) => code),
    );
  });
  const token = cancelledAt(n);
  try {
    await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: true }, token);
  } catch (error) {
    if (!isOperationCancelled(error)) throw error;
  }
  const { asked } = token;
  await DocumentBuilder.update([], []);
  const workspace = lmn.letters.Workspaces.of('file:///workspace/a.lmn');
  expect([n, workspace.vocabulary.byName.has('patient'), workspace.templates.has('t')]).toEqual([n, true, true]);
  expect([n, told.size]).toEqual([n, shipped.length + 2]);
  expect([n, told.get('file:///workspace/a.lmn')]).toEqual([n, ['missing-field']]);
  return asked;
}

test('wherever a build is cancelled, the next one makes up for it: no file is unknown, no finding unsaid', async () => {
  const questions = await buildCancelledAt(Infinity);
  expect(questions).toBeGreaterThan(10);
  // The first and the last are of the builder; those between rules are alike.
  const few = 40;
  for (let n = 0; n < questions; n += n < few || n > questions - few ? 1 : 9) await buildCancelledAt(n);
});

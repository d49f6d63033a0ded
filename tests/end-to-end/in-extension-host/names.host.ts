import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  commands,
  type CompletionList,
  type Location,
  type LocationLink,
  Position,
  type TextDocument,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import { finding, openFile, openUntitled, uriOf } from './letters.js';
import { waitFor } from './wait-for.js';

suite('names', () => {
  test('completion proposes the choices of a field', async () => {
    const document = await openUntitled('case general-medical-necessity\nprior treatment: Topiramate\n  outcome: ');
    await finding(document, 'missing-field');
    const labels = await proposalsAtEnd(document);
    assert.ok(labels.includes('not tolerated'), labels.join(', '));
  });

  test('completion proposes the templates of the folder, and those that ship', async () => {
    const document = await openUntitled('case ');
    const labels = await waitFor('the template of the folder', async () => {
      const given = await proposalsAtEnd(document);
      return given.includes('short-letter') ? given : undefined;
    });
    assert.ok(labels.includes('chronic-pain-continuation'), labels.join(', '));
  });

  test('rename follows a template into the cases of its folder, and leaves those of another alone', async () => {
    const document = await openFile('clinic/short-letter.lmn');
    const edit = await waitFor('the edits of both files', async () => {
      const given = await commands.executeCommand<WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        new Position(0, 12),
        'brief-letter',
      );
      return given?.size === 2 ? given : undefined;
    });
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.lineAt(0).text, 'template brief-letter "A short letter"');
    for (const [name, template] of [
      ['clinic/back.lmn', 'brief-letter'],
      ['payer/knee.lmn', 'short-letter'],
    ] as const) {
      const following = await workspace.openTextDocument(uriOf(name));
      assert.equal(following.lineAt(0).text, `case ${template}`);
    }
  });

  test('the definition of a standard field is in a file that ships, which nobody can write', async () => {
    const document = await openUntitled('case general-medical-necessity\nurgency: standard\n');
    await finding(document, 'missing-field');
    const targets = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new Position(1, 3),
    );
    const [target] = targets.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
    assert.equal(target?.scheme, 'lmn-shipped');
    const shipped = await workspace.openTextDocument(target);
    assert.equal(shipped.languageId, 'lmn');
    assert.match(shipped.getText(), /^vocabulary standard /);
    assert.notEqual(workspace.fs.isWritableFileSystem('lmn-shipped'), true);
  });
});

async function proposalsAtEnd(document: TextDocument): Promise<string[]> {
  const end = document.positionAt(document.getText().length);
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

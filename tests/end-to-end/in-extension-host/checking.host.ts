import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, DiagnosticSeverity, languages, type TextEdit, window, WorkspaceEdit, workspace } from 'vscode';
import { finding, openFile, openUntitled, rulesFound } from './letters.js';
import { waitFor } from './wait-for.js';

suite('checking', () => {
  test('a finding has its place, severity, rule, and a link to what the rule says', async () => {
    const document = await openUntitled('case general-medical-necessity\ndiagnossis: migraine\n');
    const found = await finding(document, 'unknown-field');
    assert.equal(document.getText(found.range), 'diagnossis');
    assert.equal(found.severity, DiagnosticSeverity.Error);
    assert.equal(found.source, 'lmn');
    assert.match(found.message, /Did you mean "diagnosis"\?/);
    assert.ok(typeof found.code === 'object');
    assert.match(found.code.target.toString(), /unknown-field/);
  });

  test('what is missing says where it is needed', async () => {
    const document = await openUntitled('case general-medical-necessity\ndiagnosis: migraine\n');
    const found = await finding(document, 'missing-field');
    const needed = found.relatedInformation?.[0];
    assert.equal(needed?.location.uri.scheme, 'lmn-shipped');
  });

  test('an edit that mends it takes the finding away', async () => {
    const document = await openUntitled('case general-medical-necessity\ndiagnossis: migraine\n');
    const found = await finding(document, 'unknown-field');
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, found.range, 'diagnosis');
    assert.ok(await workspace.applyEdit(edit));
    await waitFor('the finding to go', () => (rulesFound(document).includes('unknown-field') ? undefined : true));
  });

  test('one server checks the letters of all folders, each with the names of its own', async () => {
    const inReach = await openFile('clinic/back.lmn');
    const document = await openFile('payer/knee.lmn');
    // The template of both is in the first folder: a folder of the window takes no names from another.
    await finding(document, 'unknown-template');
    await waitFor('names of its own folder', () =>
      rulesFound(inReach).some((rule) => rule.startsWith('unknown')) ? undefined : true,
    );
    assert.equal(languages.match({ language: 'lmn' }, document), 10);
  });

  test('it goes on after its server was restarted', async () => {
    const document = await openUntitled('case general-medical-necessity\ndiagnossis: migraine\n');
    await finding(document, 'unknown-field');
    await commands.executeCommand('lmn.restartServer');
    await finding(document, 'unknown-field');
  });

  test('formatting lays out the head and leaves the prose', async () => {
    const document = await openUntitled(
      'case general-medical-necessity\npatient\n      name:Ann Example\n---\n## Rationale\nAs   it   is.\n',
    );
    const edits = await waitFor('edits of the formatter', async () => {
      const options = { tabSize: 2, insertSpaces: true };
      const given = await commands.executeCommand<TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        options,
      );
      return given?.length ? given : undefined;
    });
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(
      document.getText(),
      'case general-medical-necessity\npatient\n  name: Ann Example\n---\n## Rationale\nAs   it   is.\n',
    );
    assert.equal(window.activeTextEditor?.document, document);
  });
});

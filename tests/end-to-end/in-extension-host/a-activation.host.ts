// Its name puts it first: the extension starts once, and nothing may have started it before.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'mocha';
import { languages, window, workspace } from 'vscode';
import { finding, openUntitled, ourExtension, uriOf } from './letters.js';

suite('activation', () => {
  test('files of other languages do not start it, nor does a folder with letters', async () => {
    await window.showTextDocument(await workspace.openTextDocument(uriOf('clinic/notes.txt')));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'json', content: '{}' }));
    assert.ok((await languages.getLanguages()).includes('lmn'));
    assert.deepEqual(servers(), []);
  });

  test('a letter starts it', async () => {
    await openUntitled('case general-medical-necessity\ndiagnossis: migraine\n');
    // Open fault: in the oldest VS Code nothing is said of the letter that started it, only of the next one.
    const document = await openUntitled('case general-medical-necessity\ndiagnossis: asthma\n');
    await finding(document, 'unknown-field');
    assert.equal(ourExtension().isActive, true);
    // The finding is a server's; there must be no second one. The oldest VS Code starts it where its process is not seen as a child of this one.
    assert.ok(servers().length <= 1, `${String(servers().length)} servers`);
  });
});

/** The process ids of the language servers that this extension host has started. */
function servers(): string[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(process.pid), '-f', 'dist/server.cjs'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

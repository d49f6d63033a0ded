// Its name puts it first: the extension starts once, and nothing may have started it before.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'mocha';
import { commands, languages, window, workspace } from 'vscode';
import { finding, openUntitled, ourExtension, uriOf } from './letters.js';

suite('activation', () => {
  test('files of other languages do not start it, nor does a folder with letters', async () => {
    await window.showTextDocument(await workspace.openTextDocument(uriOf('clinic/notes.txt')));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'json', content: '{}' }));
    assert.ok((await languages.getLanguages()).includes('lmn'));
    assert.deepEqual(servers(), []);
  });

  test('a letter starts it', async () => {
    const document = await openUntitled('case general-medical-necessity\ndiagnossis: migraine\n');
    await finding(document, 'unknown-field');
    assert.equal(ourExtension().isActive, true);
    assert.equal(servers().length, 1);
    const commandsThere = new Set(await commands.getCommands(true));
    const contributed = (ourExtension().packageJSON as { contributes: { commands: { command: string }[] } })
      .contributes;
    assert.deepEqual(
      contributed.commands.map(({ command }) => command).filter((command) => !commandsThere.has(command)),
      [],
    );
  });
});

/** The process ids of the language servers that this extension host has started. */
function servers(): string[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(process.pid), '-f', 'dist/server.cjs'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

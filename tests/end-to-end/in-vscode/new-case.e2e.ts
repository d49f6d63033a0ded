import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

inVscode('starts a case from the template that is picked', { 'read-me.txt': 'Nothing yet.\n' }, async (vscode) => {
  await vscode.run('LMN: New Case…');
  // Kinds of letter have a line above their templates, which say when such a letter is written.
  await vscode.entry('Before an approval runs out').waitFor();
  await vscode.answer('Continuation of chronic pain management');
  await vscode.pick('Continuation of chronic pain management');
  await vscode.waitForText(/^case chronic-pain-continuation\n/);
  await vscode.type('2026-11-21');
  await vscode.waitForText(/\ndate: 2026-11-21\n/);
});

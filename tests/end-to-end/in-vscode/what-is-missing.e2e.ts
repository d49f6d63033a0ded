import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const begun = 'case general-medical-necessity\ndate: 2026-11-20\n\npatient\n  name: Thomas Brandt\n';

inVscode('counts the facts that are given, and names the next ones', { 'a.lmn': begun }, async (vscode) => {
  await vscode.openLetter('a.lmn');
  const facts = vscode.status('2 of 33 facts');
  await facts.hover();
  await vscode.hover.filter({ hasText: 'Missing: practice name, practice address' }).waitFor();
  await facts.click();
  await vscode.waitForText(/\nexpected course: \[/);
});

inVscode('goes to the next gap, making its line', { 'a.lmn': begun }, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.squiggle('error').first().waitFor();
  await vscode.goTo(5, 3);
  await vscode.press('Alt+F9');
  await vscode.waitForText(/\npractice: \[/);
  await vscode.waitForSelection();
  await vscode.type('Rio Vista Neurology');
  await vscode.waitForLine('practice: Rio Vista Neurology');
});

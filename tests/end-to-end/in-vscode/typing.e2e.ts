import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const begun = { 'a.lmn': 'case general-medical-necessity\n' };

inVscode('lays out a record with its blanks, and goes from one to the next with Tab', begun, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.press('Control+End');
  await vscode.type('pati');
  await (await vscode.suggest('patient')).click();
  await vscode.waitForText(/\npatient\n {2}name: \[[^]*\n {2}date of birth: \[/);
  await vscode.type('Thomas Brandt');
  await vscode.press('Tab');
  await vscode.type('02/30/1985');
  await vscode.waitForText(/\npatient\n {2}name: Thomas Brandt\n {2}date of birth: 02\/30\/1985\n/);
  await vscode.run('Problems: Focus on Problems View');
  // The list holds only what is in view.
  await vscode.press('End');
  await vscode.problems.filter({ hasText: 'The calendar has no such day' }).waitFor();
});

inVscode('indents the fields that are typed under a record', begun, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.press('Control+End');
  await vscode.type('insurance');
  await vscode.press('Escape', 'Enter');
  await vscode.type('payer: Juniper Mutual');
  await vscode.press('Escape', 'Enter');
  await vscode.type('plan: Choice');
  await vscode.waitForText(/\ninsurance\n {2}payer: Juniper Mutual\n {2}plan: Choice$/);
});

import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const misspelled = 'case general-medical-necessity\ndiagnossis: migraine\n';

inVscode(
  'underlines what is wrong, and lists it in Problems with its rule',
  { 'a.lmn': misspelled },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.squiggle('error').first().waitFor();
    await vscode.run('Problems: Focus on Problems View');
    const problem = vscode.problems.filter({ hasText: 'Did you mean "diagnosis"?' });
    await problem.filter({ hasText: 'unknown-field' }).filter({ hasText: 'Ln 2, Col 1' }).waitFor();
  },
);

inVscode('takes a problem away as soon as it is mended', { 'a.lmn': misspelled }, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.run('Problems: Focus on Problems View');
  const problem = vscode.problems.filter({ hasText: 'Did you mean "diagnosis"?' });
  await problem.waitFor();
  await vscode.focusEditor();
  await vscode.goTo(2, 8);
  await vscode.press('Delete');
  await problem.waitFor({ state: 'detached' });
});

inVscode('mends a misspelled name with a quick fix', { 'a.lmn': misspelled }, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.squiggle('error').nth(1).waitFor();
  await vscode.goTo(2, 3);
  await vscode.fix('diagnosis');
  await vscode.waitForText('case general-medical-necessity\ndiagnosis: migraine\n');
});

inVscode('writes all that is missing with one quick fix', { 'a.lmn': misspelled }, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.squiggle('error').first().waitFor();
  await vscode.goTo(1, 3);
  await vscode.fix(/missing/i);
  await vscode.waitForText(/\n {2}date of birth: .*\n/);
});

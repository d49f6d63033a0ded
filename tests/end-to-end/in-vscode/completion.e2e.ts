import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

inVscode('proposes a template on the first line, and lays out all of its blanks', { 'a.lmn': '' }, async (vscode) => {
  await vscode.openFile('a.lmn');
  await vscode.type('case gen');
  await (await vscode.suggest('general-medical-necessity')).click();
  await vscode.waitForText(/^case general-medical-necessity\ndate: [^]*\npatient\n {2}name: \[[^]*\nsymptom: \[/);
});

inVscode(
  'proposes the choices of a field, and writes the one picked',
  { 'a.lmn': 'case general-medical-necessity\nprior treatment: Topiramate\n  outcome: ' },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.press('Control+End');
    await vscode.suggest('not tolerated');
    await vscode.type('not');
    await vscode.press('Enter');
    await vscode.waitForText(/\n {2}outcome: not tolerated$/);
  },
);

inVscode(
  'proposes no words of the text, which may be of another patient',
  {
    'a.lmn': 'case general-medical-necessity\npatient\n  name: Zebulon Example\ndiagnosis: ',
    'b.lmn': 'case general-medical-necessity\npatient\n  name: Zenobia Sample\n',
  },
  async (vscode) => {
    await vscode.openLetter('b.lmn');
    await vscode.openLetter('a.lmn');
    await vscode.press('Control+End');
    await vscode.type('Ze');
    await vscode.press('Control+Space');
    await vscode.page.locator('.suggest-widget.visible', { hasText: 'No suggestions' }).waitFor();
  },
);

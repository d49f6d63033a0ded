import { inVscode, useBrowser } from '../support/in-vscode.js';
import { sample } from '../support/samples.js';

useBrowser();

const files = { 'a.lmn': sample('chronic-pain-continuation.lmn'), 'our-clinic.lmn': sample('our-clinic.lmn') };

inVscode('says on hover what a field is, and where it prints', files, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.word('reference number').hover();
  const hover = vscode.hover.filter({ hasText: "The payer's number for this request" });
  await hover.filter({ hasText: 'Prints: BM-0000-4417' }).first().waitFor();
});

inVscode('outlines a case, and goes where one clicks', files, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.run('Explorer: Focus on Outline View');
  const entries = vscode.page.locator('.outline-pane .monaco-list-row');
  await entries.filter({ hasText: 'reference number' }).first().waitFor();
  await vscode.press('End');
  await entries.filter({ hasText: 'Clinical History' }).first().dblclick();
  await vscode.waitForText(/## Clinical History/);
});

inVscode('opens the standard vocabulary behind a name, to read only', files, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.goTo(5, 3);
  await vscode.press('F12');
  await vscode.tab('standard.lmn').waitFor();
  await vscode.waitForText(/reference number \(text/);
  await vscode.type('x');
  await vscode.page.locator('.monaco-editor-overlaymessage').waitFor();
});

inVscode('renames a record in all files that use it', files, async (vscode) => {
  await vscode.openLetter('our-clinic.lmn');
  await vscode.goTo(13, 12);
  await vscode.press('F2');
  const box = vscode.page.locator('.rename-box input');
  await box.waitFor();
  await box.fill('doctor-whitfield');
  await vscode.press('Enter');
  await vscode.waitForLine('provider @doctor-whitfield');
  await vscode.openLetter('a.lmn');
  await vscode.waitForText(/provider @doctor-whitfield/);
});

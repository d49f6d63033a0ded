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

inVscode('types over a blank what is typed, brackets and quotation marks too', begun, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.press('Control+End');
  await vscode.type('prov');
  await (await vscode.suggest('provider')).click();
  await vscode.waitForText(/\n {2}phone: \[/);
  await vscode.press('Tab', 'Tab', 'Tab', 'Tab');
  await vscode.type('(505) 555-0142');
  await vscode.waitForLine('  phone: (505) 555-0142');
  await vscode.press('Tab');
  await vscode.type('"burning"');
  await vscode.waitForText(/: "burning"$/);
});

inVscode('goes on with an address in deeper lines', begun, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.press('Control+End');
  await vscode.type('insurance');
  await vscode.press('Escape', 'Enter');
  await vscode.type('address: Utilization Review');
  await vscode.press('Escape', 'Enter');
  await vscode.type('PO Box 4410 Albuquerque, NM 87196');
  await vscode.press('Escape');
  await vscode.goTo(4, 17);
  await vscode.press('Enter');
  await vscode.waitForText(
    /\ninsurance\n {2}address: Utilization Review\n {4}PO Box 4410 ?\n {4}Albuquerque, NM 87196$/,
  );
  // A person waits for the line before leaving it; of two keys within a few milliseconds VS Code reads the second without it.
  await vscode.press('Control+End', 'Enter');
  await vscode.waitForText(/87196\n {4}$/);
  await vscode.press('Enter');
  await vscode.type('payer: Juniper Mutual');
  await vscode.waitForText(/\n {4}Albuquerque, NM 87196\n\n {2}payer: Juniper Mutual$/);
});

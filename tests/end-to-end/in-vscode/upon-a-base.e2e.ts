import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const files = {
  'clinic.lmn':
    'template clinic-letter from medical-letter "As our clinic writes"\n---\n## Closing\nCall us at any hour.\n',
  'pump.lmn':
    'template pump from clinic-letter "Renewal of a pump"\n---\n## Opening\nI ask for a pump for [patient name].\n\n## Closing\n[template text] We answer the same day.\n',
  'a.lmn': 'case pump\ndate: 2026-11-21\npatient: Ana Ruiz\n  pronouns: she\n',
};

inVscode('shows the whole letter of a template upon another one, and goes to who wrote it', files, async (vscode) => {
  await vscode.openLetter('pump.lmn');
  await vscode.lens('Show the whole letter').click();
  const paper = vscode.webview.locator('#paper');
  await paper.getByText('Tried or ruled out before this request:').waitFor();
  await vscode.webview.locator('#values', { hasText: 'made-up values' }).waitFor();
  await paper.getByText('Call us at any hour.').click();
  await vscode.tab('clinic.lmn').waitFor();
  await vscode.waitForLine('Call us at any hour.');
  await vscode.goTo(1, 30);
  await vscode.press('F12');
  await vscode.tab('medical-letter.lmn').waitFor();
});

inVscode('prints in a case what is typed in the base of its template', files, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.run('LMN: Open Preview to the Side');
  const paper = vscode.webview.locator('#paper');
  // Who clicks on the base's words is in the base, while the paper goes on showing the case.
  await paper.getByText('Call us at any hour.').click();
  await vscode.tab('clinic.lmn').waitFor();
  await vscode.waitForLine('Call us at any hour.');
  await vscode.goTo(4, 20);
  await vscode.type(' or write to us');
  await paper.getByText('Call us at any hour or write to us. We answer the same day.').waitFor();
});

const misspelled = { ...files, 'pump.lmn': files['pump.lmn'].replace('clinic-letter', 'clinic-leter') };

inVscode('tells a template that nothing has the name of its base, and which one has', misspelled, async (vscode) => {
  await vscode.openLetter('pump.lmn');
  await vscode.squiggle('error').first().waitFor();
  await vscode.goTo(1, 22);
  await vscode.fix(/clinic-letter/);
  await vscode.waitForLine('template pump from clinic-letter "Renewal of a pump"');
  await vscode.squiggle('error').first().waitFor({ state: 'detached' });
});

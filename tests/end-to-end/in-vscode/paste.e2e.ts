import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const begun = {
  'a.lmn': [
    'case general-medical-necessity',
    'diagnosis: [In words]',
    '  code: M54.16',
    '',
    'provider',
    '  board certifications: [Each]',
    '',
    '',
    '---',
    '',
  ].join('\n'),
};

inVscode('puts what is pasted where it belongs: a note, a list, the head of an old letter', begun, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.squiggle('error').first().waitFor();
  await vscode.goTo(2, 12);
  await vscode.press('Shift+End');
  await vscode.paste('Burning pain\nradiating to the left leg.\n- worse at night\n');
  await vscode.waitForText(
    /\ndiagnosis: Burning pain\n {4}radiating to the left leg\.\n {4}- worse at night\n {2}code: M54\.16\n/,
  );
  await vscode.goTo(8, 25);
  await vscode.press('Shift+End');
  await vscode.paste('• pain medicine\n• anesthesiology\n');
  await vscode.waitForText(/\n {2}board certifications: pain medicine;\n {4}anesthesiology\n/);
  await vscode.goTo(11, 1);
  await vscode.paste('PATIENT:\tALVAREZ, MARIA\tDOB:\t03/14/1968\nMember ID #: BM-77\nRoom: 4\n');
  await vscode.waitForText(/\npatient\n {2}name: MARIA ALVAREZ\n {2}date of birth: 03\/14\/1968\n/);
  await vscode.waitForText(/\ninsurance\n {2}member id: BM-77\n/);
  await vscode.waitForLine('Room: 4');
});

const pasted = {
  'a.lmn':
    'case general-medical-necessity\ndiagnosis: Burning pain\nradiating to the left leg.\n- at night\n  code: M54.16\n---\n',
};

inVscode('puts a note that fell out of its value back into it', pasted, async (vscode) => {
  await vscode.openLetter('a.lmn');
  await vscode.squiggle('error').nth(1).waitFor();
  await vscode.goTo(3, 5);
  await vscode.fix('Make these lines part of the value above');
  await vscode.waitForText(
    /\ndiagnosis: Burning pain\n {4}radiating to the left leg\.\n {4}- at night\n {2}code: M54\.16\n/,
  );
});

import { inVscode, useBrowser } from '../support/in-vscode.js';

useBrowser();

const text = `All of the following must be met:
1. The member has been seen in the last
   90 days.
2. Two drugs did not help; and
3. A headache diary is enclosed.
`;

inVscode(
  'begins a policy, takes in a payer’s text, and sharpens a line of it',
  { 'read-me.txt': 'Nothing yet.\n' },
  async (vscode) => {
    await vscode.run('LMN: New Policy…');
    await vscode.answer('Blue Mesa Health Plan');
    await vscode.press('Enter');
    await vscode.pick('Continuation or renewal');
    await vscode.press('Enter');
    await vscode.waitForText(/^policy blue-mesa-health-plan-policy "Title of the policy"\n/);
    await vscode.waitForLine('payer: Blue Mesa Health Plan');
    await vscode.waitForLine('for: continuation');
    await vscode.press('Tab', 'Tab', 'Tab');
    await vscode.paste(text);
    await vscode.waitForText(
      /\n\/\/ All of the following must be met:\nrequire: 1: The member has been seen in the last 90 days\.\nrequire: 2: Two drugs did not help\.\nrequire: 3: A headache diary is enclosed\.\n/,
    );
    await vscode.goTo(14, 8);
    await vscode.type(' last visit within 90 dys');
    await vscode.press('Escape');
    await vscode.squiggle('error').first().waitFor();
    await vscode.fix(/days/);
    await vscode.waitForLine('require last visit within 90 days: 1: The member has been seen in the last 90 days.');
  },
);

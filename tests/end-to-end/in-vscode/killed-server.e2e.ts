import { expect, inject } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import { findServerProcesses } from '../support/server-processes.js';

useBrowser();

inVscode(
  'goes on when its language server is killed, and loses nothing of what was typed',
  { 'a.lmn': 'case general-medical-necessity\n' },
  async (vscode) => {
    await vscode.openLetter('a.lmn');
    await vscode.run('Problems: Focus on Problems View');
    await vscode.focusEditor();
    await vscode.press('Control+End');
    await vscode.type('medicall plan: Juniper');
    await vscode.problems.filter({ hasText: 'unknown-field' }).waitFor();

    const killed = findServerProcesses(inject('vscodeHome'));
    expect(killed).not.toEqual([]);
    for (const id of killed) process.kill(id, 'SIGKILL');
    await vscode.press('Enter');
    await vscode.type('diagnossis: migraine');

    await vscode.problems.filter({ hasText: 'Did you mean "diagnosis"?' }).waitFor();
    await vscode.waitForText('case general-medical-necessity\nmedicall plan: Juniper\ndiagnossis: migraine');
    const running = findServerProcesses(inject('vscodeHome'));
    expect(running).toHaveLength(1);
    expect(killed).not.toContain(running[0]);
  },
);

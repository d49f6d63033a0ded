import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  tasks,
  workspace,
  type WorkspaceFolder,
} from 'vscode';

const type = 'lmn';
const definition: TaskDefinition = { type, task: 'check' };

/** The task *lmn: check all letters*, for each folder: the command line's own check, its findings in Problems. */
export function provideCheckTask(context: ExtensionContext): Disposable {
  const server = context.asAbsolutePath('dist/server.cjs');
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => checkTask(definition, folder, server)),
    // A task of the user's tasks.json says which it is, but not how it runs.
    resolveTask({ definition, scope }) {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return definition.task === 'check' && folder?.uri.scheme === 'file'
        ? checkTask(definition, folder, server)
        : undefined;
    },
  });
}

function checkTask(definition: TaskDefinition, folder: WorkspaceFolder, server: string): Task {
  // The editor's own Node, so that nothing need be installed.
  const execution = new ProcessExecution(process.execPath, [server, 'lint', '.'], {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new Task(definition, folder, 'check all letters', 'lmn', execution, '$lmn');
  task.detail = 'Checks every letter in the folder, open or not';
  return task;
}

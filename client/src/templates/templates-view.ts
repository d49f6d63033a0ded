import {
  type Disposable,
  type Event,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  coverageCasesRequest,
  type CoverageCasesParams,
  coverageRequest,
  type CoverageRow,
  type WorkspaceTemplates,
} from '../../../server/src/protocol/coverage.js';
import { folderName } from './folder-name.js';

/** An element of the tree. Commands of its menu get it as their argument. */
export type TemplatesItem =
  | { readonly is: 'folder'; readonly id: string; readonly root: string; readonly rows: readonly CoverageRow[] }
  | { readonly is: 'row'; readonly id: string; readonly root: string; readonly row: CoverageRow }
  | { readonly is: 'case'; readonly id: string; readonly root: string; readonly uri: string };

/** The view *Templates* in the explorer: what each folder covers, as the server says it. It asks only while it is in sight. */
export class TemplatesView implements TreeDataProvider<TemplatesItem>, Disposable {
  private readonly view: Disposable;

  constructor(
    private readonly startedClient: () => Promise<BaseLanguageClient | undefined>,
    /** VS Code asks nothing for a view that is out of sight. */
    readonly onDidChangeTreeData: Event<undefined>,
  ) {
    this.view = window.createTreeView('lmn.templates', { treeDataProvider: this, showCollapseAll: true });
  }

  async getChildren(item?: TemplatesItem): Promise<TemplatesItem[]> {
    if (!item) return this.folders();
    if (item.is === 'folder') return rowsUnder(item.id, item.root, item.rows);
    if (item.is === 'case') return [];
    const { id, root, row } = item;
    if (row.name === undefined) return rowsUnder(id, root, row.within);
    const params: CoverageCasesParams = { root, template: row.name };
    const cases = await this.ask<readonly string[]>(coverageCasesRequest, params);
    return (cases ?? []).map((uri) => ({ is: 'case', id: `${id} ${uri}`, root, uri }));
  }

  /** Of one folder only what is in it; a window without any template shows what the manifest says of an empty view. */
  private async folders(): Promise<TemplatesItem[]> {
    const all = (await this.ask<readonly WorkspaceTemplates[]>(coverageRequest)) ?? [];
    const [one, ...others] = all;
    if (one && others.length === 0) return rowsUnder(one.root, one.root, one.rows);
    if (all.every(({ rows }) => rows.length === 0)) return [];
    return all.map(({ root, rows }) => ({ is: 'folder', id: root, root, rows }));
  }

  /** Undefined where no server runs: why not was said when it did not start, and the view asks again when one does. */
  private async ask<T>(request: string, params?: object): Promise<T | undefined> {
    const client = await this.startedClient();
    return client?.isRunning() ? client.sendRequest<T>(request, params) : undefined;
  }

  getTreeItem(item: TemplatesItem): TreeItem {
    switch (item.is) {
      case 'folder':
        return folderItem(item.root, item.rows, item.id);
      case 'case':
        return caseItem(item.uri, item.id);
      case 'row':
        return rowItem(item.row, item.id);
    }
  }

  dispose(): void {
    this.view.dispose();
  }
}

function rowsUnder(id: string, root: string, rows: readonly CoverageRow[]): TemplatesItem[] {
  return rows.map((row) => ({ is: 'row', id: `${id} ${row.is} ${row.uri ?? row.label}`, root, row }));
}

function folderItem(root: string, rows: readonly CoverageRow[], id: string): TreeItem {
  const { None, Expanded } = TreeItemCollapsibleState;
  const made = new TreeItem(folderName(root), rows.length === 0 ? None : Expanded);
  made.id = id;
  made.iconPath = new ThemeIcon('root-folder');
  made.contextValue = 'folder';
  if (rows.length === 0) made.description = 'no template';
  return made;
}

const icons = { kind: 'tag', policy: 'law', group: 'list-tree' } as const;

function rowItem({ is, label, description, details, uri, ships, isStale, cases, within }: CoverageRow, id: string) {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const holds = within.length > 0 || cases > 0;
  const made = new TreeItem(label, !holds ? None : is === 'kind' ? Expanded : Collapsed);
  made.id = id;
  made.description = description;
  made.tooltip = [label, ...details].join('\n');
  // What a screen reader says at each row is what the eye sees of it, not all that a tooltip has.
  made.accessibilityInformation = {
    label: [is === 'group' ? '' : is, label, description].filter((part) => part !== '').join(', '),
  };
  made.contextValue = ships ? `${is} ships` : is;
  made.iconPath = isStale ? new ThemeIcon('history') : is === 'template' ? ThemeIcon.File : new ThemeIcon(icons[is]);
  if (uri !== undefined) {
    // With it come the marks that other parts of the editor give to the file: its problems, and what git says.
    made.resourceUri = Uri.parse(uri);
    // A kind is folded and unfolded by a click, and opened by its menu.
    if (!holds || is === 'template') made.command = opening(made.resourceUri);
  }
  return made;
}

function caseItem(uri: string, id: string): TreeItem {
  const made = new TreeItem(Uri.parse(uri));
  made.id = id;
  made.description = true;
  made.contextValue = 'case';
  made.iconPath = ThemeIcon.File;
  made.command = opening(Uri.parse(uri));
  return made;
}

function opening(uri: Uri) {
  return { command: 'vscode.open', title: 'Open', arguments: [uri] };
}

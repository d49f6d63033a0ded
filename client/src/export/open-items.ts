import { type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { ExportOpenItem } from '../../../server/src/protocol/export.js';

/** What somebody wants who has been shown what is open; undefined for nothing. */
export type Wish = { readonly kind: 'draft' } | { readonly kind: 'go'; readonly item: ExportOpenItem } | undefined;

interface WishItem extends QuickPickItem {
  readonly wish?: Wish;
}

/** Lists what keeps a letter from being sent. Enter goes to the first thing; a draft is one step away. */
export function showOpenItems(open: readonly ExportOpenItem[]): Promise<Wish> {
  const draft: WishItem = {
    label: 'Export a draft',
    description: 'marked as such on every page',
    iconPath: new ThemeIcon('edit'),
    wish: { kind: 'draft' },
  };
  const items = open.map(toItem);
  const list = window.createQuickPick<WishItem>();
  list.title = notReady(open.length);
  list.placeholder = 'Enter goes to where it is to be written';
  list.matchOnDetail = true;
  // A preview that takes the focus back after another list must not close this one.
  list.ignoreFocusOut = true;
  list.items = [draft, { label: 'open', kind: QuickPickItemKind.Separator }, ...items];
  list.activeItems = items.slice(0, 1);
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const [picked] = [...list.selectedItems, ...list.activeItems, ...items];
      resolve(picked?.wish);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function toItem(item: ExportOpenItem): WishItem {
  const { kind, what, why } = item;
  return {
    label: what,
    detail: why,
    iconPath: new ThemeIcon(kind === 'gap' ? 'circle-large-outline' : 'error'),
    wish: { kind: 'go', item },
  };
}

function notReady(count: number): string {
  return count === 1 ? 'Not ready to send: 1 thing is open' : `Not ready to send: ${String(count)} things are open`;
}

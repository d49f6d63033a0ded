import type { FromPage, SavedPanel, ToPage } from '../../server/src/preview-protocol.js';

/** What the page keeps over a reload of the window: the letter's address and how it was looked at, and nothing else. */
export interface PageState extends SavedPanel {
  /** Undefined where the paper fits the panel. */
  readonly zoom?: number;
  /** How far down the paper was, in its own pixels. */
  readonly top: number;
}

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();

export function say(message: FromPage): void {
  vscode.postMessage(message);
}

export function keep(state: PageState): void {
  vscode.setState(state);
}

/** What an earlier page of this panel kept. */
export function kept(): Partial<PageState> {
  const state = vscode.getState();
  return typeof state === 'object' && state !== null ? state : {};
}

const types: ReadonlySet<string> = new Set([
  'show',
  'update',
  'cursor',
  'scroll',
  'pages',
  'checklist',
  'top',
  'state',
] satisfies ToPage['type'][]);

/** Hears what the extension says. VS Code hands its messages over from the frame around this one, which has this one's origin. */
export function listen(hear: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    if (origin === window.origin && isMessage(data)) hear(data);
  });
}

function isMessage(data: unknown): data is ToPage {
  return typeof data === 'object' && data !== null && 'type' in data && types.has(String(data.type));
}

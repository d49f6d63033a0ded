import type { PaperLook, PreviewUpdate, SavedPanel, ToPage } from '../../server/src/preview-protocol.js';
import { AskList } from './ask-list.js';
import { PaperClipboard } from './clipboard.js';
import { GapList } from './gap-list.js';
import { keep, kept, listen, type PageState, say } from './host.js';
import { PageEdges } from './page-edges.js';
import { Paper } from './paper.js';
import { PaperPosition } from './position.js';
import { Zoom } from './zoom.js';

/** An element of the page, which the extension has written. */
function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

function foldOf(panel: HTMLElement): HTMLDetailsElement {
  const found = panel.querySelector('details');
  if (!found) throw new Error('The checklist of the page cannot be folded.');
  return found;
}

const desk = part('desk');
const sheet = part('sheet');
const notice = part('notice');
const values = part('values');
const paper = new Paper(part('paper'));
const gaps = new GapList(part('counts'), part('gaps'), part('gap-list'));
const asks = new AskList(part('asked'), part('checklist'), foldOf(part('checklist')), part('ask-list'));
const edges = new PageEdges(paper, part('edges'));
const clipboard = new PaperClipboard(paper.root);
const before = kept();

let saved: SavedPanel | undefined;
/** What is to be said of the letter, and of the server; the latter matters more. */
let letterNotice = '';
let serverNotice = '';
/** The lines of the checklist at the cursor. */
let atCursor: readonly number[] = [];
/** Where the reader was before the window was reloaded; undefined once they are there again. */
let top = before.top;

const zoom = new Zoom(sheet, desk, keepState);
zoom.level = before.zoom;
const position = new PaperPosition(paper, desk, keepState);

function keepState(): void {
  if (!saved) return;
  const state: PageState = {
    ...saved,
    top: Math.round(desk.scrollTop / zoom.factor),
    ...(zoom.level !== undefined && { zoom: zoom.level }),
  };
  keep(state);
}

listen((message) => {
  hear(message);
});

function hear(message: ToPage): void {
  switch (message.type) {
    case 'show':
      asks.setFolded(message.isFolded);
      show(message.saved);
      break;
    case 'update':
      update(message.update);
      break;
    case 'cursor':
      atCursor = message.place.asks;
      position.setCursor(message.place.elements, message.reveal);
      asks.mark(atCursor, message.reveal);
      break;
    case 'scroll':
      position.scrollTo(message.elements);
      break;
    case 'pages':
      edges.show(message.pages);
      break;
    case 'checklist':
      asks.focus();
      break;
    case 'top':
      position.showTop();
      break;
    case 'state':
      serverNotice = message.message;
      document.body.classList.toggle('stopped', message.state === 'stale');
      showNotice();
  }
}

function show(now: SavedPanel): void {
  const isOther = saved !== undefined && saved.uri !== now.uri;
  saved = now;
  setPressed('lock', now.locked);
  setPressed('mask', now.masked);
  if (isOther) desk.scrollTop = 0;
  keepState();
}

function update({ version, letter }: PreviewUpdate): void {
  // The first of a panel's updates is whole: it replaces whatever an earlier server or another file has left.
  if (version === 1) {
    position.setCursor([], false);
    if (letter.kind === 'letter' || !letter.keepsPaper) paper.clear();
    atCursor = [];
  }
  if (letter.kind === 'problem') {
    if (!letter.keepsPaper) {
      paper.clear();
      gaps.clear();
      asks.clear();
    }
    document.body.classList.toggle('stale', letter.keepsPaper);
    setNotice(letter.message);
  } else {
    document.body.classList.remove('stale');
    setNotice('');
    if (letter.paper) setPaper(letter.paper);
    paper.apply(letter);
    position.mark();
    if (letter.status) gaps.show(letter.status, letter.values);
    if (letter.asks) {
      asks.show(letter.asks);
      gaps.asked(letter.asks);
      asks.mark(atCursor, false);
    }
    setValues(letter.values);
  }
  sheet.hidden = paper.isEmpty;
  edges.update(version);
  if (top !== undefined && !paper.isEmpty) {
    desk.scrollTop = top * zoom.factor;
    top = undefined;
  }
  say({ type: 'shown', version });
}

const valuesSaid = {
  case: '',
  'made-up': 'A template with made-up values. “LMN: Preview Template with a Case…” shows it with a real one.',
  masked: 'Who the patient is, is hidden. The exported letter is not masked.',
};

function setValues(kind: keyof typeof valuesSaid): void {
  const words = valuesSaid[kind];
  if (values.textContent !== words) values.textContent = words;
  values.hidden = words === '';
}

/** Lengths in points, as CSS has them too; pixels are 1/96 inch. */
function setPaper({ width, height, margins, fontSize, className }: PaperLook): void {
  const { style } = sheet;
  const { top, right, bottom, left } = margins;
  style.setProperty('--page-width', `${String(width)}pt`);
  style.setProperty('--page-height', `${String(height)}pt`);
  style.setProperty('--page-margins', [top, right, bottom, left].map((side) => `${String(side)}pt`).join(' '));
  style.setProperty('--font-size', `${String(fontSize)}pt`);
  if (paper.root.className !== className) paper.root.className = className;
  edges.pageHeight = pixels(height - top - bottom);
  zoom.fit(pixels(width));
}

function pixels(points: number): number {
  return (points / 72) * 96;
}

function setNotice(words: string): void {
  letterNotice = words;
  showNotice();
}

function showNotice(): void {
  const words = serverNotice === '' ? letterNotice : serverNotice;
  if (notice.textContent !== words) notice.textContent = words;
}

function setPressed(id: string, on: boolean): void {
  part(id).setAttribute('aria-pressed', String(on));
}

function onPress(id: string, act: (isPressed: boolean) => void): void {
  const button = part(id);
  button.addEventListener('click', () => {
    act(button.getAttribute('aria-pressed') === 'true');
  });
}

onPress('zoom-in', () => {
  zoom.step(1);
});
onPress('zoom-out', () => {
  zoom.step(-1);
});
onPress('zoom-fit', () => {
  zoom.set(undefined);
});
onPress('plain', (isPressed) => {
  setPressed('plain', !isPressed);
  document.body.classList.toggle('plain', !isPressed);
});
onPress('mask', (isPressed) => {
  say({ type: 'mask', on: !isPressed });
});
onPress('lock', (isPressed) => {
  say({ type: 'lock', on: !isPressed });
});
onPress('copy', () => {
  void clipboard.copyAll().then(
    () => {
      setNotice('The letter is copied.');
    },
    () => {
      setNotice('The letter could not be copied here. Select it and copy.');
    },
  );
});
document.addEventListener('contextmenu', () => {
  say({ type: 'menu' });
});
onPress('copy-text', () => {
  say({ type: 'copy-text' });
});
onPress('export', () => {
  say({ type: 'export' });
});

zoom.apply();
say({ type: 'ready' });

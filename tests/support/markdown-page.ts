import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked, type Token } from 'marked';

const root = fileURLToPath(new URL('../..', import.meta.url));
const marked = new Marked();

/** A fenced block. */
export interface Block {
  /** The first word behind the fence, such as `lmn`; empty where there is none. */
  readonly language: string;
  /** The words behind it, which no reader sees: what the block is, or what is to be found in it. */
  readonly info: string;
  readonly text: string;
}

/** What tests ask of a page that people read. */
export interface Page {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** The inline code, without its backticks. */
  readonly code: readonly string[];
  /** Where links and pictures lead, as written. */
  readonly links: readonly string[];
  /** What a link to a heading of the page says after `#`. */
  readonly anchors: ReadonlySet<string>;
  /** Tables by their rows, the head being the first: cells as they are written. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** The pages of the project by their paths: those at its root, all in `docs/`, and the extension's own. */
export function pagePaths(): string[] {
  const inDocs = readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' });
  return [...readdirSync(root), 'client/readme.md', ...inDocs.map((name) => `docs/${name.replaceAll('\\', '/')}`)]
    .filter((path) => path.endsWith('.md'))
    .sort();
}

export function readPage(path: string): Page {
  return pageOf(path, readFileSync(`${root}/${path}`, 'utf8'));
}

export function pageOf(path: string, text: string): Page {
  const blocks: Block[] = [];
  const code: string[] = [];
  const links: string[] = [];
  const anchors = new Set<string>();
  const tables: string[][][] = [];
  for (const token of within(marked.lexer(text))) {
    if (token.type === 'code') blocks.push(blockOf(token as Token & { lang?: string; text: string }));
    else if (token.type === 'codespan') code.push(String(token.text));
    else if (token.type === 'link' || token.type === 'image') links.push(String(token.href));
    else if (token.type === 'heading') anchors.add(anchorOf(plainText(token), anchors));
    else if (token.type === 'table') {
      const { header, rows } = token as unknown as { header: Cell[]; rows: Cell[][] };
      tables.push([header, ...rows].map((row) => row.map((cell) => cell.text)));
    }
  }
  return { path, blocks, code, links, anchors, tables };
}

interface Cell {
  readonly text: string;
  readonly tokens: Token[];
}

/** The tokens and all that they hold, in the order of the text. */
function* within(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    const inner = token as { tokens?: Token[]; items?: Token[]; header?: Cell[]; rows?: Cell[][] };
    const cells = [...(Array.isArray(inner.header) ? inner.header : []), ...(inner.rows?.flat() ?? [])];
    yield* within([...(inner.tokens ?? []), ...(inner.items ?? [])]);
    for (const cell of cells) yield* within(cell.tokens);
  }
}

function blockOf({ lang = '', text }: { lang?: string; text: string }): Block {
  const [language = '', ...words] = lang.split(' ');
  return { language, info: words.join(' '), text };
}

function plainText(token: Token): string {
  const { tokens, text } = token as { readonly tokens?: Token[]; readonly text?: string };
  return tokens?.map(plainText).join('') ?? text ?? '';
}

/** As GitHub makes them: letters, digits, hyphens and underscores stay, a space becomes a hyphen, and the second of a name gets a number. */
function anchorOf(heading: string, taken: ReadonlySet<string>): string {
  const plain = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
  let anchor = plain;
  for (let count = 1; taken.has(anchor); count++) anchor = `${plain}-${String(count)}`;
  return anchor;
}

/** The file and the anchor that a link of a page leads to, the file from the project's root. Undefined where it leads out of the project. */
export function targetOf(page: string, link: string): { readonly path: string; readonly anchor: string } | undefined {
  if (/^[a-z]+:/i.test(link)) return undefined;
  const [path = '', anchor = ''] = link.split('#');
  return { path: path === '' ? page : posix.join(posix.dirname(page), decodeURI(path)), anchor };
}

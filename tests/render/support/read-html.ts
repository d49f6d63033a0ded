export interface ReadElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text within it, letter for letter. */
  text: string;
}

export interface ReadHtml {
  readonly elements: readonly ReadElement[];
  /** The text without space, parted where bold, italic or link begins or ends: `strong link: words`. */
  readonly styled: readonly string[];
  /** The text, a line end between blocks. */
  readonly text: string;
}

const empty = new Set(['br', 'hr', 'img', 'input', 'meta']);
const inline = new Set(['a', 'bdi', 'br', 'em', 'mark', 'span', 'strong', 'sup']);
const allowed = new Set([
  ...inline,
  ...empty,
  ...'aside blockquote body div h1 h2 h3 h4 h5 h6 head html li main ol p section style table tbody td th thead title tr ul'.split(
    ' ',
  ),
]);
const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decode(text: string): string {
  return text.replace(/&(?:([a-z0-9#]+);)?/g, (whole, name: string | undefined) => {
    const char = name === undefined ? undefined : references[name];
    if (char === undefined) throw new Error(`An & that is no reference of ours: ${whole}`);
    return char;
  });
}

/**
 * Reads HTML as strictly as it can be read: a tag that is not one of a letter's, an attribute that is not quoted, a `<` or `&` that is none, an element
 * that is not closed in its turn: all throw.
 */
export function readHtml(html: string): ReadHtml {
  const elements: ReadElement[] = [];
  const open: ReadElement[] = [];
  const styled: string[] = [];
  let style = '';
  const say = (words: string) => {
    if (words === '') return;
    const now = styleOf(open);
    if (now === style && styled.length > 0) styled.push(`${styled.pop() ?? ''}${words}`);
    else styled.push(`${now}: ${words}`);
    style = now;
  };
  let text = '';
  const body = html.replace(/^<!DOCTYPE html>\n/, '');
  for (const [whole, close, tag, attributes, words] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>|([^<]+)|</g,
  )) {
    if (words !== undefined) {
      if (open.at(-1)?.tag === 'style' || open.at(-1)?.tag === 'title') continue;
      const said = decode(words);
      text += said;
      for (const element of open) element.text += said;
      if (open.some((element) => element.attributes.class === 'box')) continue;
      say(withoutSpace(said));
      continue;
    }
    if (tag === undefined || !allowed.has(tag)) throw new Error(`Not a tag of a letter: ${whole}`);
    if (!inline.has(tag) || tag === 'br') {
      text += '\n';
      for (const element of open) element.text += '\n';
    }
    if (tag === 'sup') say(close === '/' ? ']' : '[');
    if (close === '/') {
      if (open.pop()?.tag !== tag) throw new Error(`Closed out of turn: ${whole}`);
      continue;
    }
    const element = { tag, attributes: readAttributes(attributes ?? ''), text: '' };
    elements.push(element);
    if (!empty.has(tag)) open.push(element);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.map((element) => element.tag).join(' ')}`);
  return { elements, styled, text };
}

/** How words are set within these elements. A raised citation counts as `[1]`, as formats without raised numbers print it. */
function styleOf(open: readonly ReadElement[]): string {
  const has = (name: string) => open.some((element) => element.tag === name);
  const styles = [
    has('strong') || has('mark') ? 'strong' : '',
    has('em') ? 'emphasis' : '',
    has('a') && !has('sup') ? 'link' : '',
  ];
  return styles.filter((one) => one !== '').join(' ');
}

function readAttributes(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  const rest = written.replace(/\s([a-z-]+)="([^"<>]*)"/g, (_, name: string, value: string) => {
    found[name] = decode(value);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`Not attributes: ${rest}`);
  return found;
}

/** Text without its space, for comparing formats that wrap differently. */
export function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

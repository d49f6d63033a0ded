/** A place in an inserted text where the writer goes on writing; `text` stands there until then. */
export interface TabStop {
  readonly text: string;
  /** Words to choose from; `text` should be the first of them. */
  readonly choices?: readonly string[];
  /** It only shows what could be written: editors without tab stops leave it out. */
  readonly isSample?: boolean;
}

/** What is put in: plain text and tab stops, in the order in which they are gone through. */
export type Insertion = readonly (string | TabStop)[];

/** The text with tab stops as editors' snippets have them. */
export function toSnippet(insertion: Insertion): string {
  let stops = 0;
  return insertion
    .map((part) => {
      if (typeof part === 'string') return escapeSnippet(part);
      stops++;
      if (part.choices && part.choices.length > 1) return `\${${stops}|${part.choices.map(escapeChoice).join(',')}|}`;
      // In braces always: a digit may follow.
      return part.text === '' ? `\${${stops}}` : `\${${stops}:${escapeSnippet(part.text)}}`;
    })
    .join('');
}

/** The text without tab stops, for editors that know none. */
export function toPlainText(insertion: Insertion): string {
  return insertion.map((part) => (typeof part === 'string' ? part : part.isSample ? '' : part.text)).join('');
}

export function hasTabStops(insertion: Insertion): boolean {
  return insertion.some((part) => typeof part !== 'string');
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Among choices a backslash before anything else prints itself. */
function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}

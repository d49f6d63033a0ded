import mammoth from 'mammoth';
import { boxSign } from '../../../server/src/letter/box-sign.js';

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The text of a Word file's body as another program reads it, a line end between blocks and at a line break; a hyphen at which no line breaks is a
 * hyphen, and a check box its sign.
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const errors = messages.filter(({ type }) => type === 'error');
  if (errors.length > 0) throw new Error(`The Word file is not read: ${errors.map(String).join('; ')}`);
  return value
    .replace(/<\/?(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|t[dh]|br)(?:\s[^<>]*)?\/?>/g, '\n')
    .replace(/<input type="checkbox"( checked="checked")?[^<>]*>/g, (_, checked?: string) =>
      boxSign(checked !== undefined),
    )
    .replace(/<[^<>]*>/g, '')
    .replaceAll('\u2011', '-')
    .replace(/&([a-z0-9#]+);/g, (whole, name: string) => references[name] ?? whole);
}

/** The words of a Word file's body in their order. */
export async function docxWords(bytes: Uint8Array): Promise<string[]> {
  return wordsOf(await docxText(bytes));
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

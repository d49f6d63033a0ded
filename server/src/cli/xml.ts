/** Characters that XML 1.0 has no way to write, and half surrogate pairs. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as the value of an attribute, in double quotes. */
export function attribute(text: string): string {
  return `"${text.replace(unwritable, '\u{fffd}').replace(/[&<>"\t\n\r]/g, (char) => entities[char] ?? char)}"`;
}

import { printable } from './printable.js';

/** Words as they are, whatever in them would mark something: none begins a link, a picture or HTML, and none mentions a person. */
export function plainMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>()#+!|~@&:]/g, (char) => `&#${String(char.charCodeAt(0))};`);
}

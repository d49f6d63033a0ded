/**
 * An address that a letter may link to: `https:` or `mailto:`, without space, control characters or quotation marks. Undefined for all others, which then
 * print as plain words. The reader of prose has checked this before; a renderer does not rely on it.
 */
export function safeLink(href: string): string | undefined {
  return /^(?:https:\/\/|mailto:)[^\s\p{Cc}\p{Cs}<>"'`\\]+$/u.test(href) ? href : undefined;
}

/**
 * The address to print behind a link's words where a format has no links: nothing when the words already say it (a DOI behind its own words).
 */
export function addressBeside(words: string, href: string): string {
  const address = href.replace(/^mailto:/, '').replace(/\?.*$/s, (query) => (href.startsWith('mailto:') ? '' : query));
  const said = words.trim();
  return said !== '' && decoded(address).includes(said) ? '' : address;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a lone % is no escape: then the words are held against the address as it stands
  }
}

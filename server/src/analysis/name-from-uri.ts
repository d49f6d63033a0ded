/** `My Letter_2` is `my-letter-2`. */
export function kebabOf(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The name that the file's own name suggests. */
export function nameFromUri(uri: string): string {
  const base = decodeName(/[^/\\]*$/.exec(uri)?.[0] ?? '').replace(/\.lmn$/i, '');
  return kebabOf(base) || 'my-file';
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // an address that is not encoded as one is a name all the same
  }
}

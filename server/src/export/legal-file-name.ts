/** Longest name, in UTF-16 code units: what lists of files still show, and paths on Windows have room for. */
const mostUnits = 120;

/** Most bytes of a name in UTF-8: file systems on Linux end at 255, and its ending and a temporary name need room beside it. */
const mostBytes = 200;

/** Names of devices on Windows, whatever stands behind a dot: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;

/** A file name, without an ending, that Windows, macOS and Linux take, and that stays near the text. Never empty. */
export function legalFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    // Marks that reorder or hide text would let a name pass for another.
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[<>:"/\\|?*]/g, '-');
  // A name that begins with a dot is hidden, and one with a dash is taken for an option.
  const name = trimEnd(shortened(plain.replace(/^[\s.\-~]+/, '')));
  if (name === '') return 'letter';
  return device.test(name) ? `_${name}` : name;
}

/** Windows takes dots and spaces off the end, and two names would be the same file. */
function trimEnd(name: string): string {
  let end = name.length;
  while (end > 0 && /[\s.]/.test(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

/** As many whole characters as there is room for, one unit being kept for a mark before a device's name. */
function shortened(name: string): string {
  let units = 0;
  let bytes = 0;
  for (const char of name) {
    units += char.length;
    bytes += bytesOf(char);
    if (units > mostUnits - 1 || bytes > mostBytes - 1) return name.slice(0, units - char.length);
  }
  return name;
}

function bytesOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

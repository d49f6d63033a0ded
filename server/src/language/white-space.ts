/**
 * White space of any kind but `\n` and `\r`, which end a line: what a regular expression's `\s` matches and `trim` takes away, so that nobody
 * takes for an indented line what another takes for a blank one. A UTF-16 code unit is enough: none lies outside the first plane.
 */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || code === 9 || code === 11 || code === 12;
  return code === 0xa0 || code === 0xfeff || otherSpace(code);
}

function otherSpace(code: number): boolean {
  if (code < 0x1680) return false;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

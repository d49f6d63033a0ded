/** What stands behind a name and is no first name. */
const behindName =
  /^(?:jr|sr|ii|iii|iv|v|esq|m\.?d|d\.?o|ph\.?d|np|fnp(?:-b?c)?|crnp|cnm|pa|pa-c|od|dc|facs|faap|facp|msn|msw|rd|rn|dnp|aprn|dds|dpm|pharm\.?d|psy\.?d|pt|ot|dpt|lcsw|mba|mph)\.?$/i;

/**
 * `Alvarez, Maria J.` as a letter writes it: `Maria J. Alvarez`, capitals as they are. Undefined for what is no surname with first names behind one comma,
 * such as `Maria Alvarez, MD`.
 */
export function firstNameFirst(name: string): string | undefined {
  const read = /^((?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}\p{M}'\u2019 -]*?)\s*,\s*(\p{Lu}[\p{L}\p{M}'\u2019. -]*)$/u.exec(
    name.trim(),
  );
  const [, last = '', first = ''] = read ?? [];
  const words = first.split(/\s+/);
  if (!read || words.length > 3 || words.some((word) => behindName.test(word))) return undefined;
  return `${first} ${last}`;
}
